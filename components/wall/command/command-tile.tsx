'use client';
import { useTranslations } from 'use-intl';
import type { AttentionCause, UnitAttention } from '../../../lib/domain/attention.ts';
import { localName } from '../../../lib/i18n/local-name.ts';
import type { CommandBoard } from '../../../lib/wire/wall-board.ts';
import { isLive, type RowState, rowState } from '../../board/row-state.ts';
import { useFormat } from '../../ui/use-format.ts';
import { fittedPx, nameType, type TypeSizes } from '../type-sizes.ts';

type TileProps = {
  code: string;
  board: CommandBoard;
  need: UnitAttention | undefined;
  now: number;
  sizes: TypeSizes;
  /** Px of the picture for its text. */
  width: number;
  /** One sentence already says that the whole area is overloaded. */
  calm: boolean;
};

const FRAMES: Partial<Record<RowState, string>> = {
  urgent: 'border-missed',
  attention: 'border-risk',
  silent: 'border-dashed border-quiet hatched',
  unheard: 'border-dashed border-line',
};

/** One unit: who waits, and why it is here; coloured is only what caused it. */
export function CommandTile({ code, board, need, now, sizes, width, calm }: TileProps) {
  const t = useTranslations('wallBoard.tile');
  const format = useFormat();
  const why = useWhy(board);
  const row = board.units[code];
  const place = board.places[code];
  if (!row || !place) return null;
  const state = rowState(row, place, need?.level, now);
  const level = need?.level;
  const live = isLive(state);
  const name = localName(format.locale, place);
  const { fontSize, twoLines } = nameType(name, sizes.name, width);
  const cause = need?.causes[0];
  const reason = cause ? why(cause, now) : resting(state);
  const colour = level === 'urgent' && !calm ? 'text-missed' : level === 'attention' ? 'text-risk' : '';
  const more = (need?.causes.length ?? 0) - 1;

  function resting(of: RowState): string {
    if (of === 'paper' || of === 'none' || of === 'unheard') return t(of);
    if (row?.s == null) return row?.w === 0 ? t('nobody') : '';
    return t('longest', { length: format.duration((now - row.s) / 1000) });
  }

  return (
    <li
      data-tile={code}
      data-state={level ?? state}
      className={`grid min-h-0 grid-rows-[auto_minmax(0,1fr)_auto] rounded-2xl border-2 bg-panel px-6 py-2 ${calm && level === 'urgent' ? 'border-line' : ((level && FRAMES[level]) ?? FRAMES[state] ?? 'border-line')}`}
    >
      <b
        className={`font-semibold ${twoLines ? 'leading-[1.1] text-balance' : 'whitespace-nowrap'}`}
        style={{ fontSize }}
      >
        {name}
      </b>
      <span className="flex items-baseline gap-3 self-center whitespace-nowrap">
        <span
          className={`leading-none font-semibold ${live ? '' : 'text-ink3'}`}
          style={{ fontSize: sizes.figure * 1.12 }}
          data-read=""
        >
          {live ? format.number(row.w) : '—'}
        </span>
        {live && row.w !== null && (
          <span className="font-medium text-ink2" style={{ fontSize: sizes.word }}>
            {t('waiting', { count: row.w })}
          </span>
        )}
      </span>
      <span
        className={`whitespace-nowrap ${cause && cause.kind !== 'silent' ? `font-semibold ${colour}` : 'text-ink2'}`}
        style={{ fontSize: fittedPx(reason || ' ', sizes.word, width - (more > 0 ? 60 : 0)) }}
      >
        {reason || '\u00a0'}
        {more > 0 && <span className="ml-3 font-medium text-ink2">{t('more', { count: more })}</span>}
      </span>
    </li>
  );
}

/** Why a unit is on the wall, in a few words. */
function useWhy(board: CommandBoard): (cause: AttentionCause, at: number) => string {
  const t = useTranslations('wallBoard.tile');
  const format = useFormat();
  return (cause, at) => {
    switch (cause.kind) {
      case 'longWait':
        return t('longest', { length: format.duration((at - cause.since) / 1000) });
      case 'silent':
        return cause.lastHeardAt === null
          ? t('unheard')
          : t('silent', { length: format.duration((at - cause.lastHeardAt) / 1000) });
      case 'issuingStopped':
        return t('stopped');
      case 'satisfaction':
        return t('satisfaction', { share: format.percent(cause.n / cause.of), of: cause.of });
      case 'overdue':
        return t('overdue', { count: cause.dossiers });
      case 'dueToday':
        return t('dueToday', {
          count: cause.dossiers,
          time: format.clock(cause.closesAt, board.header.timezone),
        });
    }
  };
}

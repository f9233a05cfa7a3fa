'use client';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { AttentionLevel } from '../../lib/domain/attention.ts';
import { localMoment } from '../../lib/domain/zoned-time.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { Row } from '../../lib/wire/board.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { AreaLink } from '../ui/area-link.tsx';
import { Tag } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';
import { LongWait, useWaitLook } from './long-wait.tsx';
import { PhoneLine } from './phone-line.tsx';
import { isLive, type RowState } from './row-state.ts';
import { ShareOf } from './share-of.tsx';
import { type HalfHourSpan, Sparkline } from './sparkline.tsx';
import { StateMark } from './state-mark.tsx';
import { useRow } from './use-row.ts';

type UnitRowProps = {
  code: string;
  level: AttentionLevel | undefined;
  /** Why it needs somebody; stands under the name. */
  why?: string;
  /** Where it lies, when its name repeats. */
  where?: string;
  compact: boolean;
  /** Whether anything is told of dossiers here. */
  dossiers: boolean;
  span: HalfHourSpan;
};

/** One unit of the table; draws itself again when its own row changes, and only then. */
export const UnitRow = memo(function UnitRow(props: UnitRowProps) {
  const { code, level, why, where, compact, dossiers, span } = props;
  const found = useRow(code, level);
  const format = useFormat();
  const targets = useAreaBoard((board) => board.targets);
  const waitLook = useWaitLook(found && isLive(found.state) ? found.row.s : null);
  if (!found) return null;
  const { row, place, state } = found;
  const live = isLive(state);
  const [open, all] = row.c;
  // Counters that could be open matter where somebody waits too long.
  const tooFew = waitLook !== '' && open !== null && all !== null && open < all;
  return (
    <tr className={`border-b border-grid hover:bg-bg ${compact ? 'h-[27px]' : 'h-[31px]'}`}>
      <th
        scope="row"
        // A cluster of letters may be wider than a phone: it is cut there, and no figure leaves its place.
        className="overflow-x-clip py-0.5 pr-2 text-left font-medium max-md:w-full max-md:max-w-0"
      >
        <div className="flex items-center gap-2">
          <StateMark state={state} />
          <div className="min-w-0">
            <span className="inline-flex flex-wrap items-center gap-x-2">
              <AreaLink code={code} className="hover:underline pointer-coarse:block pointer-coarse:py-2">
                {localName(format.locale, place)}
              </AreaLink>
              {why === undefined && <StateTag state={state} row={row} />}
            </span>
            {(where ?? why) !== undefined && (
              <div className="text-small font-normal wrap-anywhere text-ink2">
                {[where, why].filter(Boolean).join(' · ')}
              </div>
            )}
            {!compact && <PhoneLine row={row} place={place} />}
          </div>
        </div>
      </th>
      {state === 'none' || state === 'paper' ? (
        <NotCounted state={state} />
      ) : (
        <>
          <td className={live && row.w === 0 ? 'text-ink3' : 'font-semibold'}>
            {format.number(live ? row.w : null)}
          </td>
          <td>
            <LongWait since={live ? row.s : null} />
          </td>
          <td className={tooFew ? 'font-semibold text-risk' : ''}>
            {live && open !== null && all !== null ? `${open}/${all}` : format.number(null)}
          </td>
          <td className="max-md:hidden">
            <ShareOf count={row.x} target={targets.within.value} />
          </td>
          <td className="text-center max-lg:hidden">
            <RowLine row={row} state={state} span={span} />
          </td>
        </>
      )}
      <td className="max-md:hidden">
        <ShareOf count={row.m} target={targets.satisfied.value} />
      </td>
      {dossiers && <DossierCells row={row} />}
    </tr>
  );
});

function StateTag({ state, row }: { state: RowState; row: Row }) {
  const t = useTranslations('overview');
  const format = useFormat();
  const zone = useAreaBoard((board) => board.header.timezone);
  if (state === 'silent') {
    const text = row.l === null ? t('neverHeard') : t('silentSince', { time: format.clock(row.l, zone) });
    return <Tag tone="silent">{text}</Tag>;
  }
  if (state === 'unheard')
    return <span className="text-small font-normal text-ink3">{t('notHeardYet')}</span>;
  if (isLive(state) && row.z) return <Tag tone={row.w ? 'attention' : 'plain'}>{t('stopped')}</Tag>;
  return null;
}

function NotCounted({ state }: { state: 'none' | 'paper' }) {
  const t = useTranslations('overview');
  return (
    <>
      <td colSpan={3} className="text-small text-ink3 max-md:whitespace-normal!">
        {t(state === 'none' ? 'notApplicable' : 'onPaper')}
      </td>
      <td className="max-md:hidden" />
      <td className="max-lg:hidden" />
    </>
  );
}

function DossierCells({ row: { d, o } }: { row: Row }) {
  const format = useFormat();
  const target = useAreaBoard((board) => board.targets.onTime.value);
  const overdue = d?.[1] ?? null;
  const look = overdue === null || overdue === 0 ? 'text-ink3' : 'font-semibold text-risk';
  return (
    <>
      <td className="max-xl:hidden">
        <ShareOf count={o ?? [0, 0]} target={target} />
      </td>
      <td className={`max-xl:hidden ${look}`}>{format.number(overdue)}</td>
    </>
  );
}

function RowLine({ row, state, span }: { row: Row; state: RowState; span: HalfHourSpan }) {
  const zone = useAreaBoard((board) => board.header.timezone);
  const silent = state === 'silent';
  // What a silent unit showed after its last word was only carried on.
  const until = silent && row.l !== null ? localMoment(zone, row.l).halfHour : Number.POSITIVE_INFINITY;
  const known = row.h.filter((_, i) => row.f + i <= until);
  return <Sparkline first={row.f} values={known} span={span} cut={silent} />;
}

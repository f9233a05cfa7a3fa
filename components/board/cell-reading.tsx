'use client';
import { useTranslations } from 'use-intl';
import { useAreaBoard } from '../live/use-board.ts';
import { Waited } from '../live/waited.tsx';
import { useFormat } from '../ui/use-format.ts';
import { fullName } from './place-name.ts';
import { isLive } from './row-state.ts';
import { useRow } from './use-row.ts';

/** The unit under the pointer or the focus, in words. */
export function CellReading({ code }: { code: string }) {
  const t = useTranslations('overview');
  const format = useFormat();
  const found = useRow(code, undefined);
  const zone = useAreaBoard((board) => board.header.timezone);
  if (!found) return null;
  const { row, place, state } = found;
  const [open, all] = row.c;
  const name = <b className="font-semibold text-ink">{fullName(format.locale, place)}</b>;
  if (!isLive(state)) {
    const silent = state === 'silent' && row.l !== null;
    return (
      <>
        {name} · {silent ? t('silentSince', { time: format.clock(row.l, zone) }) : t(`states.${state}`)}
      </>
    );
  }
  return (
    <>
      {name} · {t('waitingCount', { count: row.w ?? 0 })}
      {row.s !== null && (
        <>
          {' · '}
          {t('longestNow')} <Waited since={row.s} />
        </>
      )}
      {open !== null && all !== null && ` · ${t('countersOpen', { open, all })}`}
    </>
  );
}

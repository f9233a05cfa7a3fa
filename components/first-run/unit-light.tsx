'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { fullName } from '../board/place-name.ts';
import { useUnitBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';

/** A unit that waits for its first signal, and lights up with it. Inside a LiveProvider of the unit. */
export function UnitLight({ unit }: { unit: AreaItem }) {
  const t = useTranslations('start');
  const format = useFormat();
  const heardAt = useUnitBoard((board) => board.totals.lastEventAt);
  const number = useUnitBoard((board) => Object.values(board.tickets).at(-1)?.number ?? null);
  const lit = heardAt !== null;
  return (
    <div
      role="status"
      data-lit={lit}
      className={`mt-4 flex items-center gap-3.5 rounded-panel border-2 px-4 py-3.5 ${
        lit ? 'border-brand bg-brand-soft' : 'border-dashed border-quiet hatched'
      }`}
    >
      <span
        aria-hidden="true"
        className={`size-3.5 shrink-0 rounded-full ${lit ? 'bg-met' : 'border-2 border-quiet bg-panel'}`}
      />
      <div className="min-w-0">
        <p className="text-lead font-semibold">{fullName(useLocale(), unit)}</p>
        <p className="text-ink2">
          {lit ? t('lit', { time: format.clock(heardAt, unit.timezone) }) : t('waiting')}
          {lit && number !== null && ` · ${t('ticket', { number })}`}
        </p>
      </div>
      {lit && (
        <a
          href={`/areas/${encodeURIComponent(unit.code)}`}
          className="ml-auto font-semibold text-brand underline underline-offset-4"
        >
          {t('unitPage')}
        </a>
      )}
    </div>
  );
}

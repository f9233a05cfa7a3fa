'use client';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { AttentionLevel } from '../../lib/domain/attention.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import { AreaLink } from '../ui/area-link.tsx';
import { useFormat } from '../ui/use-format.ts';
import { AlertOwner } from './alert-owner.tsx';
import { LongWait } from './long-wait.tsx';
import { isLive } from './row-state.ts';
import { StateMark } from './state-mark.tsx';
import { useRow } from './use-row.ts';

/** One line about a unit: its code, how pressing, and why. */
export type AttentionLine = { code: string; level: AttentionLevel; why: string };

/** The units that need somebody first, with the reason in words. */
export function AttentionTable({ lines, unitWord }: { lines: readonly AttentionLine[]; unitWord: string }) {
  const t = useTranslations('overview');
  const head = 'py-1.5 pl-2 text-right text-tiny font-medium text-ink2 sm:whitespace-nowrap';
  return (
    <table className="mt-1 w-full [&_td]:pl-2 [&_td]:text-right">
      <thead>
        <tr className="border-b border-line">
          <th scope="col" className={`${head} pl-0! text-left!`}>
            {unitWord}
          </th>
          <th scope="col" className={`${head} text-left! max-sm:hidden`}>
            {t('why')}
          </th>
          <th scope="col" className={head}>
            {t('waiting')}
          </th>
          <th scope="col" className={head}>
            {t('longest')}
          </th>
          <th scope="col" className={head}>
            {t('counters')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.code} {...line} />
        ))}
      </tbody>
    </table>
  );
}

const Line = memo(function Line({ code, level, why }: AttentionLine) {
  const found = useRow(code, level);
  const format = useFormat();
  if (!found) return null;
  const { row, place, state } = found;
  const live = isLive(state);
  const [open, all] = row.c;
  return (
    <tr className="h-[33px] border-b border-grid hover:bg-bg">
      <th scope="row" className="py-1 pr-2 text-left font-medium">
        <div className="flex min-w-24 items-center gap-2 sm:min-w-32">
          <StateMark state={level === 'attention' && state === 'calm' ? 'attention' : state} />
          <div className="min-w-0">
            <AreaLink code={code} className="hover:underline pointer-coarse:block pointer-coarse:py-2">
              {localName(format.locale, place)}
            </AreaLink>
            <div className="text-small font-normal text-ink2 sm:hidden">
              {why}
              <AlertOwner code={code} />
            </div>
          </div>
        </div>
      </th>
      <td className="py-1 text-left! text-small text-ink2 max-sm:hidden">
        {why}
        <AlertOwner code={code} />
      </td>
      <td className="font-semibold">{format.number(live ? row.w : null)}</td>
      <td className="whitespace-nowrap">
        <LongWait since={live ? row.s : null} />
      </td>
      <td>{live && open !== null && all !== null ? `${open}/${all}` : format.number(null)}</td>
    </tr>
  );
});

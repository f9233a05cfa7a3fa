'use client';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { Period } from '../../lib/domain/period.ts';
import type { KpisAnswer } from '../../lib/wire/reads.ts';
import { Loaded } from '../admin/loaded.tsx';
import { FigureFiles } from '../charts/figure-files.tsx';
import { useApi } from '../forms/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Share } from '../ui/share.tsx';
import { useFormat } from '../ui/use-format.ts';

/** Seconds at which the distribution is cut; bins of the rollups end there, so the counts are exact. */
const CUTS = [300, 600, 900, 1200, 1800, 2700, 3600, 5400, 7200, 14400];

type WaitsPanelProps = { code: string; period: Period; text: string };

/** Who waits how long? The distribution of waits with "half" and "9 of 10". */
export function WaitsPanel({ code, period: { from, to }, text }: WaitsPanelProps) {
  const t = useTranslations('history');
  const query = new URLSearchParams({ from, to, within: CUTS.join(',') });
  const data = `/areas/${encodeURIComponent(code)}/kpis?${query}`;
  const [state, reload] = useApi<KpisAnswer>(data);
  return (
    <Panel title={t('waits')}>
      <Loaded state={state} reload={reload}>
        {({ tickets }) =>
          tickets && tickets.wait.n > 0 ? (
            <Waits wait={tickets.wait} text={text} />
          ) : (
            <p className="mt-2 text-small text-ink2">{t('noWaits')}</p>
          )
        }
      </Loaded>
      <FigureFiles data={data} className="mt-1.5" />
    </Panel>
  );
}

type Wait = NonNullable<KpisAnswer['tickets']>['wait'];

function Waits({ wait, text }: { wait: Wait; text: string }) {
  const t = useTranslations('history');
  const format = useFormat();
  const note = useId();
  const rows = binsOf(wait);
  const most = Math.max(1, ...rows.map((row) => row.n));
  return (
    <>
      <p id={note} className="text-small text-ink2">
        {t('waitsNote', { period: text, count: wait.n })}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 text-small font-semibold">
        <span>{t('half', { length: format.duration(wait.p50Sec) })}</span>
        <span>{t('nine', { length: format.duration(wait.p90Sec) })}</span>
      </p>
      <table aria-describedby={note} className="mt-2 w-full text-small">
        <caption className="sr-only">{t('waits')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('waitColumn')}</th>
            <th scope="col">{t('visits')}</th>
            <th scope="col">{t('share')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, to, n }) => (
            <tr key={from}>
              <th scope="row" className="py-0.5 pr-3 text-left font-normal whitespace-nowrap text-ink2">
                {to === null
                  ? t('over', { length: format.duration(from) })
                  : from === 0
                    ? t('upTo', { length: format.duration(to) })
                    : t('between', { from: format.duration(from), to: format.duration(to) })}
              </th>
              <td className="w-full">
                <span className="flex items-center gap-2">
                  <span
                    aria-hidden="true"
                    className="h-3.5 min-w-px rounded-sm bg-brand"
                    style={{ width: `${(n / most) * 75}%` }}
                  />
                  {format.number(n)}
                </span>
              </td>
              <td className="py-0.5 pl-2 text-right text-ink2">
                <Share share={n / wait.n} of={wait.n} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Called visits between two cuts; empty ends are left out. */
function binsOf(wait: Wait): { from: number; to: number | null; n: number }[] {
  let below = 0;
  const bins: { from: number; to: number | null; n: number }[] = [];
  for (const [i, to] of CUTS.entries()) {
    const upTo = wait.within[String(to)]?.n ?? below;
    bins.push({ from: CUTS[i - 1] ?? 0, to, n: upTo - below });
    below = upTo;
  }
  bins.push({ from: CUTS.at(-1) ?? 0, to: null, n: wait.n - below });
  const last = bins.findLastIndex(({ n }) => n > 0);
  return bins.slice(0, last + 1);
}

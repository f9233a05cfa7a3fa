'use client';
import { useTranslations } from 'use-intl';
import { earliest } from '../../lib/domain/period.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import { FORMAT_WORDS } from '../../lib/i18n/format-words.ts';
import type { BusyAnswer, PeriodAnswer } from '../../lib/wire/reads.ts';
import { Loaded } from '../admin/loaded.tsx';
import { FigureFiles } from '../charts/figure-files.tsx';
import { useApi } from '../forms/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';

/** Eight weeks: every weekday eight times, and no more hours than one answer holds. */
const DAYS = 56;

/** When is it busy? Mean arrivals by hour and weekday over the weeks up to the end of the period. */
export function BusyPanel({ code, period }: { code: string; period: PeriodAnswer }) {
  const t = useTranslations('history');
  const format = useFormat();
  const to = earliest(period.to, period.today);
  const span = { from: addDays(to, 1 - DAYS), to };
  const data = `/areas/${encodeURIComponent(code)}/busy?${new URLSearchParams(span)}`;
  const [hours, reload] = useApi<BusyAnswer>(data);
  return (
    <Panel
      title={t('busy')}
      aside={t('busyNote', { from: format.date(span.from), to: format.date(span.to) })}
      className="xl:col-span-2"
    >
      <Loaded state={hours} reload={reload}>
        {(means) => <Busy busy={means} />}
      </Loaded>
      <FigureFiles data={data} className="mt-1.5" />
    </Panel>
  );
}

const DARKEST = 0.6;

function Busy({ busy: { days, means } }: { busy: BusyAnswer }) {
  const t = useTranslations('history');
  const format = useFormat();
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => days[weekday]);
  const hours = [...new Set(Object.values(means).flatMap((row) => Object.keys(row).map(Number)))].sort(
    (a, b) => a - b,
  );
  const most = Math.max(1, ...Object.values(means).flatMap((row) => Object.values(row)));
  if (weekdays.length === 0) return <p className="mt-2 text-small text-ink2">{t('none')}</p>;
  const names = FORMAT_WORDS[format.locale].weekdaysShort;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="relative mt-2 overflow-x-auto" aria-label={t('busy')} tabIndex={0}>
      <table className="w-full min-w-[34rem] border-separate border-spacing-0.5 text-small">
        <caption className="sr-only">{t('busy')}</caption>
        <thead>
          <tr className="text-tiny text-ink2">
            <th scope="col" className="text-left font-medium">
              {t('weekday')}
            </th>
            {hours.map((hour) => (
              <th key={hour} scope="col" className="font-medium whitespace-nowrap">
                {t('hourOf', { hour })}
              </th>
            ))}
            <th scope="col" className="sr-only">
              {t('basis')}
            </th>
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday}>
              <th scope="row" className="pr-2 text-left font-medium">
                {names[weekday - 1]}
              </th>
              {hours.map((hour) => {
                const mean = means[weekday]?.[hour];
                return (
                  <td key={hour} className="relative h-8 min-w-9 rounded text-center">
                    {mean !== undefined && (
                      <span
                        aria-hidden="true"
                        className="absolute inset-0 rounded bg-brand"
                        style={{ opacity: (mean / most) * DARKEST }}
                      />
                    )}
                    <span className="relative">
                      {mean === undefined ? '·' : format.number(Math.round(mean))}
                    </span>
                  </td>
                );
              })}
              <td className="pl-2 text-tiny whitespace-nowrap text-ink2">
                {t('days', { count: days[weekday] ?? 0 })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

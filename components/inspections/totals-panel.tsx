'use client';
import { useTranslations } from 'use-intl';
import { INSPECTION_PERIODS } from '../../lib/wire/inspection-counts.ts';
import type { InspectionTotals, InspectionTotalsRow } from '../../lib/wire/inspection-reads.ts';
import { FilterSelect } from '../admin/filter-select.tsx';
import { useUrlText } from '../admin/use-url-text.ts';
import { FigureFiles } from '../charts/figure-files.tsx';
import { AnsweredList } from '../forms/answered-list.tsx';
import { useApi } from '../forms/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Share } from '../ui/share.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useInspectionWords } from './use-inspection-words.ts';

/** The first day of the figure that the city reports: four years back, so that the years stand side by side. */
const firstDay = (today: string): string => `${Number(today.slice(0, 4)) - 4}-01-01`;

/** Inspections by level and period, as the city reports them by the year. */
export function TotalsPanel({ area }: { area: string }) {
  const { today } = useInspectionWords(area);
  const [by] = useUrlText('by');
  const [from] = useUrlText('from');
  const [to] = useUrlText('to');
  const query = new URLSearchParams({ from: from || firstDay(to || today()), by: by || 'year' });
  if (to) query.set('to', to);
  const data = `/areas/${encodeURIComponent(area)}/inspection-totals?${query}`;
  const [state, reload] = useApi<InspectionTotals>(data);
  return (
    <AnsweredList theme="inspections" state={state} reload={reload}>
      {(totals) => <Totals totals={totals} area={area} data={data} />}
    </AnsweredList>
  );
}

function Totals({ totals, area, data }: { totals: InspectionTotals; area: string; data: string }) {
  const t = useTranslations('inspections');
  const format = useFormat();
  const { formName } = useInspectionWords(area);
  const { from, to, forms, sources, rows, total } = totals;
  return (
    <Panel
      title={t('totals')}
      aside={t('totalsAside', { from: format.date(from), to: format.date(to) })}
      className="mt-4"
    >
      <div className="mt-2">
        <FilterSelect
          name="by"
          label={t('by')}
          any={t('bys.year')}
          options={INSPECTION_PERIODS.filter((value) => value !== 'year').map((value) => ({
            value,
            text: t(`bys.${value}`),
          }))}
        />
      </div>
      {rows.length === 0 ? (
        <p className="mt-2 text-ink2">{t('noTotals')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone is moved by keys too
        <section className="relative mt-2 overflow-x-auto" tabIndex={0} aria-label={t('totalsTable')}>
          <table className="w-full text-small">
            <thead>
              <tr className="border-b border-line text-left text-ink2">
                {[t('period'), t('level')].map((head) => (
                  <th key={head} scope="col" className="py-1.5 pr-3 font-semibold">
                    {head}
                  </th>
                ))}
                {[t('inspections'), t('units'), t('findings'), t('remediedInTime'), t('disciplined')].map(
                  (head) => (
                    <th key={head} scope="col" className="py-1.5 pr-3 text-right font-semibold">
                      {head}
                    </th>
                  ),
                )}
                {forms.map((form) => (
                  <th
                    key={form}
                    scope="col"
                    title={sources[form]}
                    className="py-1.5 pr-3 text-right font-semibold"
                  >
                    {formName(form)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <TotalsLine key={`${row.period} ${row.level}`} row={row} totals={totals} />
              ))}
            </tbody>
            <tfoot>
              <TotalsLine row={total} totals={totals} />
            </tfoot>
          </table>
        </section>
      )}
      <FigureFiles data={data} className="mt-1.5" />
    </Panel>
  );
}

function TotalsLine({ row, totals: { forms, by } }: { row: InspectionTotalsRow; totals: InspectionTotals }) {
  const t = useTranslations('inspections');
  const format = useFormat();
  const { period, level, remediedInTime: share } = row;
  const cell = 'py-1.5 pr-3 text-right tabular-nums';
  const months = (period ?? '').slice(5, 7);
  const periodText = (): string => {
    const year = (period ?? '').slice(0, 4);
    if (by === 'year') return year;
    return by === 'month' ? `${months}/${year}` : `${t('bys.quarter')} ${(Number(months) + 2) / 3}/${year}`;
  };
  return (
    <tr className={period === null ? 'font-semibold' : 'border-b border-grid'}>
      <th scope="row" className="py-1.5 pr-3 text-left font-normal">
        {period === null ? t('together') : periodText()}
      </th>
      <td className="py-1.5 pr-3">{level === null ? '' : t(`levels.${level}`)}</td>
      <td className={cell}>{format.number(row.inspections)}</td>
      <td className={cell}>{format.number(row.units)}</td>
      <td className={cell}>{format.number(row.findings)}</td>
      <td className={cell}>
        <Share share={share.share} of={share.of} />
        {share.of > 0 && (
          <span className="text-ink2"> ({`${format.number(share.n)}/${format.number(share.of)}`})</span>
        )}
      </td>
      <td className={cell}>{format.number(row.disciplined)}</td>
      {forms.map((form) => (
        <td key={form} className={cell}>
          {format.number(row.byForm[form] ?? 0)}
        </td>
      ))}
    </tr>
  );
}

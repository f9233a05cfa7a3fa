'use client';
import { useTranslations } from 'use-intl';
import { INDEX766_PARTS } from '../../lib/domain/index766.ts';
import type { Index766Answer, PublishedLine } from '../../lib/wire/published-reads.ts';
import { ExportButtons } from '../forms/export-buttons.tsx';
import { useApi } from '../forms/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';

/** V8: the national index as it was published, as a table with its bars; nothing where none was entered. */
export function Index766Panel({ code }: { code: string }) {
  const t = useTranslations('published');
  const format = useFormat();
  const path = `/areas/${encodeURIComponent(code)}/index766`;
  const [state] = useApi<Index766Answer>(path);
  if (state.kind !== 'ready' || state.value.day === null) return null;
  const { day, source, lines } = state.value;
  return (
    <Panel
      title={t('title')}
      aside={<ExportButtons path={path} name={`index766-${day}`} />}
      className="mt-3.5"
    >
      <p className="mt-1 text-small text-ink2">
        {t('note', { source: source ?? '', day: format.date(day), count: lines.length })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="mt-2 max-h-[28rem] overflow-auto" aria-label={t('title')} tabIndex={0}>
        <table className="w-full min-w-[46rem] text-small">
          <caption className="sr-only">{t('title')}</caption>
          <thead className="sticky top-0 z-10 bg-panel text-tiny text-ink2">
            <tr>
              <th scope="col" className="py-1 pr-2 text-left font-medium">
                {t('place')}
              </th>
              {INDEX766_PARTS.map((part) => (
                <th key={part} scope="col" className="px-2 py-1 text-right font-medium">
                  {t(part)}
                </th>
              ))}
              <th scope="col" className="px-2 py-1 text-right font-medium">
                {t('total')}
              </th>
              <th scope="col" className="sr-only">
                {t('bar')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.code} line={line} />
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

/** Of an index whose most is 100. */
function Line({ line }: { line: PublishedLine }) {
  const { locale } = useFormat();
  const points = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <tr className="border-t border-grid">
      <th scope="row" className="py-1 pr-2 text-left font-normal whitespace-nowrap">
        {line.name}
      </th>
      {INDEX766_PARTS.map((part) => {
        const value = line.parts[part];
        return (
          <td key={part} className="px-2 text-right tabular-nums">
            {value === null ? '—' : points.format(value)}
          </td>
        );
      })}
      <td className="px-2 text-right font-semibold tabular-nums">{points.format(line.total)}</td>
      <td className="w-40 pl-1">
        <span aria-hidden="true" className="block h-2 rounded bg-grid">
          <span className="block h-2 rounded bg-brand opacity-60" style={{ width: `${line.total}%` }} />
        </span>
      </td>
    </tr>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import { INDEX766_PARTS, pointsOf } from '../../lib/domain/index766.ts';
import type { Index766Answer, PublishedLine } from '../../lib/wire/published-reads.ts';
import { FigureFiles } from '../charts/figure-files.tsx';
import { useApi } from '../forms/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { Index766Strip } from './index766-strip.tsx';
import { usePoints } from './use-points.ts';

/** V8: the national index as it was published: a strip of dots, and the whole as a table beside it; nothing where none was entered. */
export function Index766Panel({ code }: { code: string }) {
  const t = useTranslations('published');
  const format = useFormat();
  const path = `/areas/${encodeURIComponent(code)}/index766`;
  const [state] = useApi<Index766Answer>(path);
  if (state.kind !== 'ready' || state.value.day === null) return null;
  const { day, source, lines } = state.value;
  const note = t('note', { source: source ?? '', day: format.date(day), count: lines.length });
  return (
    <div className="mt-3.5 grid grid-cols-[minmax(0,1fr)] items-start gap-3.5 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <Index766Strip answer={state.value} note={note} data={path} />
      <Panel title={t('title')} aside={<FigureFiles data={path} />}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section className="mt-2 max-h-[44rem] overflow-auto" aria-label={t('title')} tabIndex={0}>
          <table className="w-full min-w-[38rem] text-small">
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
    </div>
  );
}

function Line({ line }: { line: PublishedLine }) {
  const points = usePoints();
  return (
    <tr className="border-t border-grid">
      <th scope="row" className="py-1 pr-2 text-left font-normal whitespace-nowrap">
        {line.name}
      </th>
      {INDEX766_PARTS.map((part) => (
        <td key={part} className="px-2 text-right tabular-nums">
          {points(line.parts[part])}
        </td>
      ))}
      <td className="px-2 text-right font-semibold tabular-nums">{points(pointsOf(line, 'total'))}</td>
    </tr>
  );
}

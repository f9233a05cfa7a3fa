'use client';
import { useTranslations } from 'use-intl';
import { reportLayout } from '../../lib/i18n/report/report-layout.ts';
import type { ReportAnswer } from '../../lib/wire/report.ts';
import { LateChanges } from './late-changes.tsx';
import { ReportTable } from './report-table.tsx';
import { useReportWords } from './use-report-words.ts';

/** A report as it will stand on paper, from the same figures and in the same order. */
export function ReportSheet({ answer }: { answer: ReportAnswer }) {
  const t = useTranslations('reports');
  const words = useReportWords();
  const { report, frozen } = answer;
  const { title, about, mark, head, blocks, annex } = reportLayout(report, frozen, words);
  return (
    <article
      aria-label={t('preview')}
      className="rounded-panel border border-line bg-panel px-5 py-5 max-md:px-3"
    >
      <header>
        {mark !== null && <p className="text-small font-semibold">{mark}</p>}
        <h2 className="text-lead font-semibold">
          {title}: {about}
        </h2>
        <ul className="mt-1.5 text-small text-ink2">
          {head.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </header>
      {frozen && <LateChanges answer={answer} />}
      {blocks.map((block) =>
        block.kind === 'table' ? (
          <ReportTable key={block.title} table={block} />
        ) : (
          <section key={block.title} aria-label={block.title} className="mt-5">
            <h3 className="font-semibold">{block.title}</h3>
            {block.lines.map((line) => (
              <p key={line} className="mt-1 text-small">
                {line}
              </p>
            ))}
          </section>
        ),
      )}
      {annex.map((table) => (
        <ReportTable key={table.title} table={table} />
      ))}
    </article>
  );
}

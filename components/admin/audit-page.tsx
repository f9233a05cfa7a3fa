'use client';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { AuditAnswer, AuditLine } from '../../lib/wire/access/administration.ts';
import { ExportButtons } from '../forms/export-buttons.tsx';
import { MoreLines } from '../forms/more-lines.tsx';
import { useApi } from '../forms/use-api.ts';
import { useLaterPages } from '../forms/use-later-pages.ts';
import { Notice } from '../ui/notice.tsx';
import { AuditEntry } from './audit-entry.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { auditQueryOf } from './audit-query.ts';
import { Loaded } from './loaded.tsx';
import { PageHead } from './page-head.tsx';

/** Who did what, when, from where and for whom, newest first; the filters stand in the address. */
export function AuditPage() {
  const t = useTranslations('audit');
  const query = auditQueryOf(useSearchParams());
  const [state, reload] = useApi<AuditAnswer>(`/admin/audit${query}`);
  return (
    <>
      <PageHead
        title={t('title')}
        about={t('about')}
        actions={<ExportButtons path={`/admin/audit${query}`} name="audit" />}
      />
      <AuditFilters />
      <Loaded state={state} reload={reload}>
        {(first) => <Lines key={query} query={query} first={first} />}
      </Loaded>
    </>
  );
}

function Lines({ query, first }: { query: string; first: AuditAnswer }) {
  const t = useTranslations('audit');
  const pages = useLaterPages<AuditLine>(`/admin/audit${query}`, first);
  const { items } = pages;
  if (items.length === 0) return <Notice title={t('noneTitle')} reason={t('noneReason')} />;
  return (
    <section aria-label={t('title')} className="rounded-panel border border-line bg-panel px-4 py-2">
      <ol>
        {items.map((line) => (
          <AuditEntry key={line.seq} line={line} />
        ))}
      </ol>
      <MoreLines
        pages={pages}
        words={{ more: t('more'), loading: t('loading') }}
        all={t('all', { count: items.length })}
        className="py-2"
      />
    </section>
  );
}

'use client';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { AuditAnswer, AuditLine } from '../../lib/wire/access/administration.ts';
import { RefusalText } from '../forms/refusal-text.tsx';
import { type Refusal, sendJson } from '../forms/send-json.ts';
import { useApi } from '../forms/use-api.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { AuditEntry } from './audit-entry.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { auditQueryOf } from './audit-query.ts';
import { CsvButton } from './csv-button.tsx';
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
        actions={<CsvButton path={`/admin/audit${query}`} name="audit.csv" />}
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
  const language = useLocale();
  const [later, setLater] = useState<readonly AuditLine[]>([]);
  const [next, setNext] = useState(first.next);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const items = [...first.items, ...later];
  const more = async (cursor: string): Promise<void> => {
    setBusy(true);
    const path = `/admin/audit${query === '' ? '?' : `${query}&`}cursor=${encodeURIComponent(cursor)}`;
    const sent = await sendJson<AuditAnswer>('GET', path, undefined, { language });
    setBusy(false);
    setRefusal(sent.ok ? null : sent.refusal);
    if (!sent.ok) return;
    setLater([...later, ...sent.value.items]);
    setNext(sent.value.next);
  };
  if (items.length === 0) return <Notice title={t('noneTitle')} reason={t('noneReason')} />;
  return (
    <section aria-label={t('title')} className="rounded-panel border border-line bg-panel px-4 py-2">
      <ol>
        {items.map((line) => (
          <AuditEntry key={line.seq} line={line} />
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3 py-2">
        {next === null ? (
          <span className="text-small text-ink2">{t('all', { count: items.length })}</span>
        ) : (
          <Button aria-disabled={busy} onClick={() => void (!busy && more(next))}>
            {busy ? t('loading') : t('more')}
          </Button>
        )}
        <span role="alert" className="text-small font-semibold text-missed">
          {refusal && <RefusalText refusal={refusal} />}
        </span>
      </div>
    </section>
  );
}

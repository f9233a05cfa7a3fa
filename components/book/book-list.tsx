'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import type { SuggestionLine } from '../../lib/wire/suggestion-reads.ts';
import { RefusalText } from '../forms/refusal-text.tsx';
import { type Refusal, sendJson } from '../forms/send-json.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Areas } from './book-words.ts';
import { PageCard } from './page-card.tsx';

type Answer = ListAnswer<SuggestionLine>;
type BookListProps = {
  query: string;
  first: Answer;
  areas: Areas;
  /** Whether anything but the area narrows the list. */
  filtered: boolean;
};

/** Pages as the server orders them: what waits first. More come on demand. */
export function BookList({ query, first, areas, filtered }: BookListProps) {
  const t = useTranslations('book');
  const language = useLocale();
  const [later, setLater] = useState<readonly SuggestionLine[]>([]);
  const [next, setNext] = useState(first.next);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const lines = [...first.items, ...later];
  const more = async (cursor: string): Promise<void> => {
    setBusy(true);
    const path = `/suggestions${query}&cursor=${encodeURIComponent(cursor)}`;
    const sent = await sendJson<Answer>('GET', path, undefined, { language });
    setBusy(false);
    setRefusal(sent.ok ? null : sent.refusal);
    if (!sent.ok) return;
    setLater([...later, ...sent.value.items]);
    setNext(sent.value.next);
  };
  if (lines.length === 0)
    return filtered ? (
      <Notice title={t('noMatchTitle')} reason={t('noMatchReason')} />
    ) : (
      <Notice title={t('noneTitle')} reason={t('noneReason')} />
    );
  const named = lines.some(({ unit }) => unit !== lines[0]?.unit);
  return (
    <section aria-label={t('title')} className="mt-3 rounded-panel border border-line bg-panel px-4 py-1">
      <ol>
        {lines.map((line) => (
          <PageCard key={`${line.unit} ${line.page}`} line={line} areas={areas} named={named} />
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3 py-2.5">
        {next === null ? (
          <span className="text-small text-ink2">{t('all', { count: lines.length })}</span>
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

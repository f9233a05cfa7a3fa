'use client';
import { useState } from 'react';
import { useLocale } from 'use-intl';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import { type Refusal, sendJson } from './send-json.ts';

export type LaterPages<T> = {
  /** Of the first page and all that were asked for after it. */
  items: readonly T[];
  /** Whether there are more. */
  more: boolean;
  busy: boolean;
  refusal: Refusal | null;
  load: () => Promise<void>;
};

/** The pages of a list by cursor, from its first on; `path` is the first page's, with its query. */
export function useLaterPages<T>(path: string, first: ListAnswer<T>): LaterPages<T> {
  const language = useLocale();
  const [held, setHeld] = useState({ first, later: [] as readonly T[], next: first.next });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // What was loaded after another first page belongs to that one.
  const { later, next } = held.first === first ? held : { later: [], next: first.next };
  const load = async (): Promise<void> => {
    if (next === null || busy) return;
    setBusy(true);
    const cursor = `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`;
    const sent = await sendJson<ListAnswer<T>>('GET', `${path}${cursor}`, undefined, { language });
    setBusy(false);
    setRefusal(sent.ok ? null : sent.refusal);
    if (sent.ok) setHeld({ first, later: [...later, ...sent.value.items], next: sent.value.next });
  };
  return { items: [...first.items, ...later], more: next !== null, busy, refusal, load };
}

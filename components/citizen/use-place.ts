'use client';
import { useEffect, useState } from 'react';
import { useLocale } from 'use-intl';
import type { TicketPageAnswer } from '../../lib/wire/ticket-page.ts';
import { sendJson } from '../forms/send-json.ts';

const EVERY_MS = 10_000;

/** The place in line, asked for anew while the page is looked at; `lost`: the last time nothing new came. */
export function usePlace(code: string, first: TicketPageAnswer): { place: TicketPageAnswer; lost: boolean } {
  const language = useLocale();
  const [place, setPlace] = useState(first);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const ask = async (): Promise<void> => {
      if (document.visibilityState === 'hidden') return;
      const path = `/t/${encodeURIComponent(code)}`;
      const told = await sendJson<TicketPageAnswer>('GET', path, undefined, {
        language,
        signal: stop.signal,
      });
      if (stop.signal.aborted) return;
      if (told.ok) setPlace(told.value);
      // The day has ended: what the server draws now says so.
      else if (told.refusal.code === 'not_found') window.location.reload();
      setLost(!told.ok);
    };
    const soon = (): void => void ask();
    const asking = setInterval(soon, EVERY_MS);
    document.addEventListener('visibilitychange', soon, { signal: stop.signal });
    return () => {
      clearInterval(asking);
      stop.abort();
    };
  }, [code, language]);
  return { place, lost };
}

'use client';
import { useEffect, useState } from 'react';
import { useLocale } from 'use-intl';
import type { LookAnswer } from '../../lib/wire/since-reads.ts';
import { sendJson } from '../forms/send-json.ts';

/**
 * Tells that the reader looks at an area, and when the page is left or covered; gives until when the look before lasted.
 * Whoever comes back to an open page after a while begins a new look. null: nobody's account, or not answered yet.
 */
export function useLook(area: string): LookAnswer | null {
  const language = useLocale();
  const [look, setLook] = useState<LookAnswer | null>(null);
  useEffect(() => {
    const left = new AbortController();
    const arrive = async (): Promise<void> => {
      const sent = await sendJson<LookAnswer>(
        'POST',
        '/me/looks',
        { area },
        { language, signal: left.signal },
      );
      if (sent.ok && !left.signal.aborted) setLook(sent.value);
    };
    const turn = (): void => {
      if (document.visibilityState === 'hidden') leave(area);
      else void arrive();
    };
    void arrive();
    document.addEventListener('visibilitychange', turn);
    return () => {
      left.abort();
      document.removeEventListener('visibilitychange', turn);
    };
  }, [area, language]);
  return look;
}

/** Must outlive the page; if it is lost, the look ends when it began. */
function leave(area: string): void {
  fetch('/api/v1/me/looks', {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ area, leaving: true }),
  }).catch(() => undefined);
}

'use client';
import { useEffect, useState } from 'react';
import type { LookAnswer } from '../../lib/wire/since-reads.ts';

/**
 * Tells that the reader looks at an area, and when the page is left or covered; gives until when the look before lasted.
 * Whoever comes back to an open page after a while begins a new look. null: nobody's account, or not answered yet.
 */
export function useLook(area: string): LookAnswer | null {
  const [look, setLook] = useState<LookAnswer | null>(null);
  useEffect(() => {
    const left = new AbortController();
    const arrive = async (): Promise<void> => {
      const answer = await tell({ area }, { signal: left.signal });
      // Our own endpoint, of this page's version.
      if (answer.ok) setLook((await answer.json()) as LookAnswer);
    };
    const turn = (): void => {
      // It must outlive the page; if it is lost, the look ends when it began.
      if (document.visibilityState === 'hidden')
        tell({ area, leaving: true }, { keepalive: true }).catch(() => undefined);
      else arrive().catch(() => undefined);
    };
    arrive().catch(() => undefined);
    document.addEventListener('visibilitychange', turn);
    return () => {
      left.abort();
      document.removeEventListener('visibilitychange', turn);
    };
  }, [area]);
  return look;
}

const tell = (look: { area: string; leaving?: true }, how: RequestInit): Promise<Response> =>
  fetch('/api/v1/me/looks', {
    ...how,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(look),
  });

'use client';
import { useEffect, useState } from 'react';
import { useLocale } from 'use-intl';
import { sendJson } from '../forms/send-json.ts';

/**
 * What an address of the API tells, asked anew while the page is looked at; `lost`: the last time nothing came. Where
 * nothing is there any more the page is loaded anew, and says so.
 */
export function useFresh<T>(path: string, first: T, everyMs: number): { told: T; lost: boolean } {
  const language = useLocale();
  const [told, setTold] = useState(first);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const ask = async (): Promise<void> => {
      if (document.visibilityState === 'hidden') return;
      const answer = await sendJson<T>('GET', path, undefined, { language, signal: stop.signal });
      if (stop.signal.aborted) return;
      if (answer.ok) setTold(answer.value);
      else if (answer.refusal.code === 'not_found') window.location.reload();
      setLost(!answer.ok);
    };
    const soon = (): void => void ask();
    const asking = setInterval(soon, everyMs);
    document.addEventListener('visibilitychange', soon, { signal: stop.signal });
    return () => {
      clearInterval(asking);
      stop.abort();
    };
  }, [path, language, everyMs]);
  return { told, lost };
}

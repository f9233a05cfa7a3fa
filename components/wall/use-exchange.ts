'use client';
import { useEffect, useState } from 'react';
import { useLocale } from 'use-intl';
import { sendJson } from '../forms/send-json.ts';

/** `refused`: the token opens nothing. `waiting`: it is tried again by itself in so many seconds. */
export type Exchange = { kind: 'idle' | 'trying' | 'refused' } | { kind: 'waiting'; seconds: number };

const AGAIN_SECONDS = 10;

/**
 * Gives the token of an address (null: none) to the server, which answers with the cookie of the wall; the document is
 * then loaded anew, so that nothing of what stood here before is left.
 */
export function useExchange(token: string | null): Exchange {
  const language = useLocale();
  const [exchange, setExchange] = useState<Exchange>({ kind: 'idle' });
  useEffect(() => {
    if (token === null) return;
    const left = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attempt = async (): Promise<void> => {
      setExchange({ kind: 'trying' });
      const sent = await sendJson('POST', '/wall-session', { token }, { language, signal: left.signal });
      if (left.signal.aborted) return;
      if (sent.ok) return location.reload();
      const { code, retryAfterSeconds } = sent.refusal;
      // A token that is no token at all opens as little as one that was revoked.
      if (code === 'bad_wall' || code === 'bad_input') return setExchange({ kind: 'refused' });
      wait(Math.max(AGAIN_SECONDS, retryAfterSeconds ?? 0));
    };
    const wait = (seconds: number): void => {
      if (seconds <= 0) return void attempt();
      setExchange({ kind: 'waiting', seconds });
      timer = setTimeout(wait, 1_000, seconds - 1);
    };
    void attempt();
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, [token, language]);
  return exchange;
}

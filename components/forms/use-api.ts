'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocale } from 'use-intl';
import { type Refusal, sendJson } from './send-json.ts';
import { isSignedOut, signInAgain } from './sign-in-again.ts';

export type ApiState<T> =
  | { kind: 'loading' }
  | { kind: 'failed'; refusal: Refusal }
  /** `refreshing`: the value is being asked for again. */
  | { kind: 'ready'; value: T; refreshing: boolean };

/**
 * What a GET of our API answers (`path` is what follows `/api/v1`; null: not asked for). `reload` asks again and keeps
 * what is shown until the answer is there. A session that has ended leads to the sign-in page.
 */
export function useApi<T>(path: string | null): [ApiState<T>, reload: () => void] {
  const language = useLocale();
  const [state, setState] = useState<ApiState<T>>({ kind: 'loading' });
  const [asked, setAsked] = useState(0);
  const shownPath = useRef(path);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is the wish to ask again
  useEffect(() => {
    if (path === null) return;
    const left = new AbortController();
    const same = shownPath.current === path;
    shownPath.current = path;
    setState((held) => (same && held.kind === 'ready' ? { ...held, refreshing: true } : { kind: 'loading' }));
    void sendJson<T>('GET', path, undefined, { language, signal: left.signal }).then((sent) => {
      if (left.signal.aborted) return;
      if (sent.ok) setState({ kind: 'ready', value: sent.value, refreshing: false });
      else if (isSignedOut(sent.refusal)) signInAgain();
      else setState({ kind: 'failed', refusal: sent.refusal });
    });
    return () => left.abort();
  }, [path, language, asked]);

  return [state, useCallback(() => setAsked((times) => times + 1), [])];
}

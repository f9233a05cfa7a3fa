'use client';
import { useEffect, useState } from 'react';

/** What a GET of our API answers, asked for once (`path` is what follows `/api/v1`); null until then, and where it is refused. */
export function useAnswer<T>(path: string): T | null {
  const [answer, setAnswer] = useState<{ path: string; value: T } | null>(null);
  useEffect(() => {
    const left = new AbortController();
    const ask = async (): Promise<void> => {
      const response = await fetch(`/api/v1${path}`, { signal: left.signal });
      // Our own endpoint, of this page's version; what is not there has no panel.
      if (response.ok) setAnswer({ path, value: (await response.json()) as T });
    };
    // The state of the line itself stands in the header.
    ask().catch(() => undefined);
    return () => left.abort();
  }, [path]);
  return answer?.path === path ? answer.value : null;
}

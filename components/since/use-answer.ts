'use client';
import { useEffect, useState } from 'react';

/**
 * What a GET of our API answers (`path` is what follows `/api/v1`; null asks nothing); null until then, and where it is
 * refused. Of the first load of an overview, so it carries nothing of the forms' way of asking.
 */
export function useAnswer<T>(path: string | null): T | null {
  const [told, setTold] = useState<{ path: string; value: T } | null>(null);
  useEffect(() => {
    if (path === null) return;
    const leave = new AbortController();
    const ask = async (): Promise<void> => {
      const answer = await fetch(`/api/v1${path}`, { signal: leave.signal });
      // Our own endpoint, of this page's version.
      if (answer.ok) setTold({ path, value: (await answer.json()) as T });
    };
    // What is not told leaves its panel out.
    ask().catch(() => undefined);
    return () => leave.abort();
  }, [path]);
  return told?.path === path ? told.value : null;
}

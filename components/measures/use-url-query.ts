'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

type Changes = Record<string, string | null>;

/** What the page's address asks for, and how to change several parts of it at once; null and '' take a part out. */
export function useUrlQuery(): [Pick<URLSearchParams, 'get'>, (changes: Changes) => void] {
  const query = useSearchParams();
  const change = useCallback((changes: Changes) => {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(changes))
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    history.replaceState(null, '', url);
  }, []);
  return [query, change];
}

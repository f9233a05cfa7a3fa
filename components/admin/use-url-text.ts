'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** A text that lives in the page's address under `name`, drawn by the server too; empty is left out. */
export function useUrlText(name: string): [string, (text: string) => void] {
  const text = useSearchParams().get(name) ?? '';
  const write = useCallback(
    (next: string) => {
      const url = new URL(location.href);
      if (next) url.searchParams.set(name, next);
      else url.searchParams.delete(name);
      history.replaceState(null, '', url);
    },
    [name],
  );
  return [text, write];
}

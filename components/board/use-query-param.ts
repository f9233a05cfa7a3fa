'use client';
import { useCallback, useEffect, useState } from 'react';

/** A text that lives in the page's address under `name`, so that the view can be linked to; empty is left out. */
export function useQueryParam(name: string): [string, (text: string) => void] {
  const [text, setText] = useState('');
  useEffect(() => {
    const read = (): void => setText(new URLSearchParams(location.search).get(name) ?? '');
    read();
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, [name]);
  const write = useCallback(
    (next: string) => {
      const url = new URL(location.href);
      if (next) url.searchParams.set(name, next);
      else url.searchParams.delete(name);
      history.replaceState(history.state, '', url);
      setText(next);
    },
    [name],
  );
  return [text, write];
}

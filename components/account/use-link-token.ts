'use client';
import { useEffect, useState } from 'react';

/** undefined: not read yet. null: the address carries none. */
export type LinkToken = string | null | undefined;

/** The token in the fragment of the address, which is taken out of the address at once. */
export function useLinkToken(): LinkToken {
  const [token, setToken] = useState<LinkToken>(undefined);
  useEffect(() => {
    const read = (): void => {
      const held = location.hash.slice(1);
      if (held !== '') history.replaceState(history.state, '', location.pathname + location.search);
      // A second run finds the address already cleaned.
      setToken((before) => held || (before ?? null));
    };
    read();
    // The link opened once more in this very tab.
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  return token;
}

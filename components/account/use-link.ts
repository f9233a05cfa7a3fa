'use client';
import { useEffect, useState } from 'react';
import { useLocale } from 'use-intl';
import type { LinkAnswer } from '../../lib/wire/access/sign-in.ts';
import { type Refusal, sendJson } from '../forms/send-json.ts';
import type { LinkToken } from './use-link-token.ts';

export type LookedLink =
  | { kind: 'looking' }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'found'; token: string; link: LinkAnswer };

const NO_TOKEN: Refusal = { code: 'bad_link', title: null, faults: [], retryAfterSeconds: null };

/** What the link of a token is for; looking does not use it up. `again` asks once more. */
export function useLink(token: LinkToken): [LookedLink, again: () => void] {
  const language = useLocale();
  const [times, setTimes] = useState(0);
  const [looked, setLooked] = useState<LookedLink>({ kind: 'looking' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` is the wish to ask again
  useEffect(() => {
    if (token === undefined) return;
    if (token === null) return setLooked({ kind: 'refused', refusal: NO_TOKEN });
    const left = new AbortController();
    void sendJson<LinkAnswer>('POST', '/links/look', { token }, { language, signal: left.signal }).then(
      (sent) => {
        if (left.signal.aborted) return;
        setLooked(
          sent.ok
            ? { kind: 'found', token, link: sent.value }
            : { kind: 'refused', refusal: linkRefusal(sent.refusal) },
        );
      },
    );
    return () => left.abort();
  }, [token, language, times]);
  return [looked, () => setTimes(times + 1)];
}

// A token that is no token at all opens as little as one that was used.
const linkRefusal = (refusal: Refusal): Refusal => (refusal.code === 'bad_input' ? NO_TOKEN : refusal);

'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocale } from 'use-intl';
import { type Refusal, type Sent, sendJson } from '../forms/send-json.ts';
import { requestId } from './request-id.ts';

const AGAIN_MS = 1_500;

/** Refusals that say nothing of what was asked: it is sent again as it was. */
const isPassing = ({ code }: Refusal): boolean =>
  /^(unreachable|internal|not_recording|not_ready|rate_limited|http_5\d\d)$/.test(code);

export type SurelySent = {
  /** Sends one thing at a time; false: something else is still under way. */
  send: (body: object) => boolean;
  busy: boolean;
  /** The answer has not come and it is being sent again. */
  again: boolean;
  refusal: Refusal | null;
  /** Forgets why the last one was refused: somebody else begins. */
  clear: () => void;
};

/**
 * Sends each thing with an id of its own until there is an answer, through a lost network and a page that was loaded
 * anew meanwhile (`kept` names where it is remembered): the server knows the id, and does it once.
 */
export function useSurelySent<T>(path: string, kept: string, onDone: (answer: T) => void): SurelySent {
  const language = useLocale();
  const [busy, setBusy] = useState(false);
  const [again, setAgain] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const under = useRef(false);
  const told = useRef(onDone);
  told.current = onDone;

  const carry = useCallback(
    async (body: string): Promise<void> => {
      under.current = true;
      setBusy(true);
      setRefusal(null);
      let sent: Sent<T>;
      for (;;) {
        sent = await sendJson<T>('POST', path, JSON.parse(body), { language });
        if (sent.ok || !isPassing(sent.refusal)) break;
        setAgain(true);
        await new Promise((done) => setTimeout(done, AGAIN_MS));
      }
      localStorage.removeItem(kept);
      under.current = false;
      setAgain(false);
      setBusy(false);
      if (sent.ok) told.current(sent.value);
      else setRefusal(sent.refusal);
    },
    [path, kept, language],
  );

  useEffect(() => {
    const left = localStorage.getItem(kept);
    if (left !== null && !under.current) void carry(left);
  }, [kept, carry]);

  const send = useCallback(
    (body: object): boolean => {
      if (under.current) return false;
      const text = JSON.stringify({ ...body, request: requestId() });
      localStorage.setItem(kept, text);
      void carry(text);
      return true;
    },
    [kept, carry],
  );
  const clear = useCallback(() => setRefusal(null), []);
  return { send, busy, again, refusal, clear };
}

'use client';
import { useEffect, useState } from 'react';
import type { Claimed, PairingBegun } from '../../lib/wire/access/pairing.ts';
import { sendJson } from '../forms/send-json.ts';

/** `minutes`: how long the code can still be typed, counted up. */
export type Pairing =
  | { kind: 'loading' | 'offline' | 'paired' }
  | { kind: 'shown'; code: string; minutes: number };

const ASK_MS = 2_000;
const AGAIN_MS = 5_000;

/** What stands behind the `#` of an address that makes a browser a device at once. */
const tokenOfAddress = (): string | null => location.hash.slice(1) || null;

/**
 * Opens what the address or the browser is already. Else gets a code, asks until it was typed, gets a new one when its
 * time is over, and then opens what this device is.
 */
export function usePairing(language: string, own: string | null): Pairing {
  const [pairing, setPairing] = useState<Pairing>({ kind: 'loading' });
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    const pause = (ms: number): Promise<void> =>
      new Promise((done) => {
        const timer = setTimeout(done, ms);
        signal.addEventListener('abort', () => clearTimeout(timer));
      });

    /** Until the code is over (false) or was typed (true). */
    async function waitFor({ code, token, seconds }: PairingBegun): Promise<boolean> {
      const until = performance.now() + seconds * 1000;
      for (;;) {
        const minutes = Math.max(1, Math.ceil((until - performance.now()) / 60_000));
        setPairing({ kind: 'shown', code, minutes });
        await pause(ASK_MS);
        const asked = await sendJson<Claimed>('POST', '/pairing/claim', { token }, { language, signal });
        if (signal.aborted) return false;
        if (asked.ok && asked.value.kind === 'paired') {
          setPairing({ kind: 'paired' });
          // The page of a wall keeps its language, which nobody who stands before it can choose.
          if (location.pathname === asked.value.opens) location.reload();
          else location.assign(asked.value.opens);
          return true;
        }
        if (!asked.ok && asked.refusal.code === 'pairing_over') return false;
      }
    }

    async function run(): Promise<void> {
      const token = tokenOfAddress();
      const known =
        token === null
          ? null
          : await sendJson<Claimed>('POST', '/pairing/claim', { token }, { language, signal });
      if (signal.aborted) return;
      const opens = known?.ok && known.value.kind === 'paired' ? known.value.opens : own;
      if (opens !== null) {
        setPairing({ kind: 'paired' });
        location.replace(opens);
        return;
      }
      while (!signal.aborted) {
        const begun = await sendJson<PairingBegun>('POST', '/pairing', {}, { language, signal });
        if (signal.aborted) return;
        if (begun.ok) {
          if (await waitFor(begun.value)) return;
        } else {
          setPairing({ kind: 'offline' });
          await pause(AGAIN_MS);
        }
      }
    }
    void run();
    return () => left.abort();
  }, [language, own]);
  return pairing;
}

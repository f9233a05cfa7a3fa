'use client';
import { useEffect, useState } from 'react';
import type { UsualAnswer } from '../../lib/wire/reads.ts';

type HalfHours = NonNullable<UsualAnswer['halfHours']>;

/** Means of the last comparable days: `days` of them; too few days are no pattern. */
export type Usual =
  | { state: 'loading' | 'failed' | 'tooFew' }
  | { state: 'known'; days: number; halfHours: HalfHours };

/** The usual half hours of an area on a date, asked for once. */
export function useUsual(code: string, day: string): Usual {
  const [usual, setUsual] = useState<Usual>({ state: 'loading' });
  useEffect(() => {
    const leave = new AbortController();
    const show = (next: Usual): void => {
      if (!leave.signal.aborted) setUsual(next);
    };
    askUsual(code, day, leave.signal).then(show, () => show({ state: 'failed' }));
    return () => leave.abort();
  }, [code, day]);
  return usual;
}

async function askUsual(code: string, day: string, signal: AbortSignal): Promise<Usual> {
  const answer = await fetch(`/api/v1/areas/${encodeURIComponent(code)}/usual?day=${day}`, { signal });
  if (!answer.ok) return { state: 'failed' };
  // Our own endpoint, of the version this page was delivered with.
  const { days, halfHours } = (await answer.json()) as UsualAnswer;
  return halfHours === null ? { state: 'tooFew' } : { state: 'known', days, halfHours };
}

import type { z } from 'zod';
import type { padRating } from '../../lib/wire/device/ratings-given.ts';
import { sendJson } from '../forms/send-json.ts';

/** A rating as it is kept on the pad until the server has it; sent once `readyAt` (own clock) has come. */
export type KeptRating = z.input<typeof padRating> & { reasons: string[]; readyAt: number };

const KEPT = 'pad-ratings';
/** Refusals that will not change: the rating is not of this pad. */
const FINAL = new Set(['bad_input', 'not_at_counter', 'not_storable']);

const read = (): KeptRating[] => JSON.parse(localStorage.getItem(KEPT) ?? '[]');
const write = (kept: readonly KeptRating[]): void => localStorage.setItem(KEPT, JSON.stringify(kept));

/** Keeps a rating, or what was said more of it before it was sent. */
export function keepRating(rating: KeptRating): void {
  write([...read().filter(({ request }) => request !== rating.request), rating]);
}

/** Sends what is ready, one after another; each has an id of its own, so that the server takes it once. */
export async function sendKept(language: string): Promise<void> {
  for (const { readyAt, ...rating } of read()) {
    if (readyAt > Date.now()) continue;
    const sent = await sendJson('POST', '/device/pad/ratings', rating, { language });
    if (!sent.ok && !FINAL.has(sent.refusal.code)) return;
    write(read().filter(({ request }) => request !== rating.request));
  }
}

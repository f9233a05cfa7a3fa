import type { Board } from './board.ts';

/** Of a past moment: what the server had been told by then, or what is known of it today. */
export const KNOWN = ['then', 'now'] as const;
export type Known = (typeof KNOWN)[number];

/** The most steps of one answer. */
export const MOST_STEPS = 120;

/** What changed from one step to the next, as on the socket (D1): whole new values by path, and removals. */
export type ReplayStep = { at: number; put: Record<string, unknown>; remove: string[] };

/**
 * A past board, of the shape of the live one, and the steps after it. Instants are epoch ms. `seq` is the last of the
 * log that was known; `until` the instant to which the steps lead: earlier than asked where the day ends or the tree
 * changes. `leftOut` are units of that time that the reader may not see today.
 */
export type ReplayAnswer = {
  epoch: string;
  seq: number;
  asOf: number;
  known: Known;
  board: Board;
  steps: ReplayStep[];
  until: number;
  leftOut: number;
};

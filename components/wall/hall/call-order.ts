import type { HallCall } from '../../../lib/wire/wall-board.ts';

type Called = [counter: string, call: HallCall];

/** So long a call is new to whoever sits in the hall. */
const NEW_MS = 15_000;

/** Whether a call is so young at `now` (epoch ms) that it is pointed at. */
export const isNewCall = ({ at }: Pick<HallCall, 'at'>, now: number): boolean => now - at < NEW_MS;

const counters = new Intl.Collator('vi', { numeric: true });

/** The newest call first; of one instant, by counter. */
export const latestFirst = (calls: readonly Called[]): Called[] =>
  [...calls].sort(([a, one], [b, other]) => other.at - one.at || counters.compare(a, b));

/** By counter, as they stand in the hall. */
export const byCounter = (calls: readonly Called[]): Called[] =>
  [...calls].sort(([a], [b]) => counters.compare(a, b));

import type { Period } from '../../lib/domain/period.ts';
import { RATING_CHANNELS } from '../../lib/domain/rating-channel.ts';
import { LEVELS } from '../../lib/domain/rating-level.ts';
import { MARKS } from '../../lib/domain/rating-marks.ts';

type Address = Pick<URLSearchParams, 'get'>;

/** What the marks of a list can be asked for. */
const MARK_FILTERS = ['any', 'none', ...MARKS] as const;

/** What narrows every figure of the page, and what narrows its list alone. */
const OF_ALL = ['service', 'counter', 'channel'] as const;
const OF_LIST = ['level', 'mark'] as const;

const KNOWN: Record<string, readonly string[]> = {
  channel: RATING_CHANNELS,
  level: LEVELS,
  mark: MARK_FILTERS,
};

/** Only what there is: a stale link must not end in a refusal. */
function put(query: URLSearchParams, address: Address, names: readonly string[]): void {
  for (const name of names) {
    const value = address.get(name);
    if (value && (KNOWN[name]?.includes(value) ?? true)) query.set(name, value);
  }
}

/** The question for the figures of the page. */
export function profilePath(area: string, { from, to }: Period, address: Address): string {
  const query = new URLSearchParams({ from, to });
  put(query, address, OF_ALL);
  return `/areas/${encodeURIComponent(area)}/ratings-profile?${query}`;
}

/** The question for its list, newest first. */
export function listPath(area: string, { from, to }: Period, address: Address): string {
  const query = new URLSearchParams({ area, from, to, order: 'newest' });
  put(query, address, [...OF_ALL, ...OF_LIST]);
  return `/ratings?${query}`;
}

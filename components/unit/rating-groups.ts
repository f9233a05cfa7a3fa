import { isLow, type Level } from '../../lib/domain/rating-level.ts';
import type { RatingLine } from '../../lib/wire/board.ts';

/** Low ratings that were held back and released together: shown as one, so that none of them can be singled out. */
export type LowGroup = {
  kind: 'low';
  key: string;
  at: number;
  count: number;
  reasons: [code: string, count: number][];
};
export type OneRating = { kind: 'one'; key: string; at: number; line: RatingLine; level: Level };

/** A unit's stream, newest first; low ratings cut to the same half hour become one line. */
export function ratingGroups(ratings: Readonly<Record<string, RatingLine>>): (LowGroup | OneRating)[] {
  const ones: OneRating[] = [];
  const lows = new Map<number, LowGroup>();
  for (const [key, line] of Object.entries(ratings)) {
    if (!line.cut || !isLow(line.level)) {
      ones.push({ kind: 'one', key, at: line.at, line, level: line.level });
      continue;
    }
    const group = lows.get(line.at) ?? {
      kind: 'low',
      key: `low ${line.at}`,
      at: line.at,
      count: 0,
      reasons: [],
    };
    lows.set(line.at, { ...group, count: group.count + 1, reasons: counted(group.reasons, line.reasons) });
  }
  return [...ones, ...lows.values()].sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1));
}

/** Adds reasons to their counts, most frequent first. */
function counted(counts: LowGroup['reasons'], reasons: readonly string[]): LowGroup['reasons'] {
  const all = new Map(counts);
  for (const reason of reasons) all.set(reason, (all.get(reason) ?? 0) + 1);
  return [...all].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

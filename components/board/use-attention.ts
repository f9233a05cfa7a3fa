'use client';
import { useMemo } from 'react';
import {
  type AttentionItem,
  type AttentionLevel,
  needsAttention,
  type UnitAttention,
} from '../../lib/domain/attention.ts';
import { useThrottled } from '../charts/use-throttled.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { useNow } from '../live/use-now.ts';

export type Attention = {
  items: readonly AttentionItem[];
  /** The items about one unit, most pressing first. */
  units: readonly UnitAttention[];
  levels: ReadonlyMap<string, AttentionLevel>;
};

/** What needs somebody now, judged once a second. */
export function useAttention(): Attention {
  const board = useThrottled(useAreaBoard((whole) => whole));
  const now = useNow();
  return useMemo(() => {
    const items = needsAttention(board, now);
    const units = items.filter((item) => item.kind === 'unit');
    return { items, units, levels: new Map(units.map((unit) => [unit.code, unit.level])) };
  }, [board, now]);
}

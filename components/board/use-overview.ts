'use client';
import { useMemo } from 'react';
import { searchMatches } from '../../lib/i18n/search-fold.ts';
import { useThrottled } from '../charts/use-throttled.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { useNow } from '../live/use-now.ts';
import { useAttentionText } from './attention-text.ts';
import type { Order } from './held-order.ts';
import { needOrder } from './need-order.ts';
import { type Attention, useAttention } from './use-attention.ts';

export type Overview = {
  attention: Attention;
  /** Units by need whose name matches the query. */
  order: Order;
  /** Why each unit of the attention list is on it. */
  why: ReadonlyMap<string, string>;
  /** Where units lie whose name another unit bears too. */
  where: ReadonlyMap<string, string>;
};

/** Rows of equal need change places at most this often. */
const ORDER_MS = 5_000;

/** What the overview shows of all units, by need; a query narrows it. */
export function useOverview(query: string): Overview {
  const attention = useAttention();
  const text = useAttentionText();
  const now = useNow();
  const places = useAreaBoard((board) => board.places);
  const units = useThrottled(
    useAreaBoard((board) => board.units),
    ORDER_MS,
  );
  const pinnedKey = attention.units.map((unit) => unit.code).join('\n');
  const order = useMemo(() => {
    const pinned = pinnedKey === '' ? [] : pinnedKey.split('\n');
    const found = (code: string): boolean => {
      const place = places[code];
      return (
        query === '' || (place !== undefined && searchMatches(`${place.name} ${place.nameEn ?? ''}`, query))
      );
    };
    const { rest } = needOrder(pinned, units, places);
    return { pinned: pinned.filter(found), rest: rest.filter(found) };
  }, [pinnedKey, units, places, query]);
  const where = useMemo(() => {
    const seen = new Map<string, string[]>();
    for (const [code, { name }] of Object.entries(places)) seen.set(name, [...(seen.get(name) ?? []), code]);
    const repeated = [...seen.values()].filter((codes) => codes.length > 1).flat();
    return new Map(repeated.map((code) => [code, places[code]?.groupName ?? code]));
  }, [places]);
  return {
    attention,
    order,
    where,
    why: new Map(attention.units.map((unit) => [unit.code, text.why(unit, now)])),
  };
}

'use client';
import { useState } from 'react';

/** Codes in two groups: those pinned on top, and the rest. */
export type Order = { pinned: readonly string[]; rest: readonly string[] };

/** The order as it was while `held`, without what has gone and with what is new at the end; else the order itself. */
export function keepPlaces(kept: Order, order: Order): Order {
  const now = new Set([...order.pinned, ...order.rest]);
  const before = new Set([...kept.pinned, ...kept.rest]);
  return {
    pinned: kept.pinned.filter((code) => now.has(code)),
    rest: [...kept.rest.filter((code) => now.has(code)), ...[...now].filter((code) => !before.has(code))],
  };
}

/** Rows keep their place while `held`: nothing moves under a reader's pointer or focus. */
export function useHeldOrder(order: Order, held: boolean): Order {
  const [kept, setKept] = useState(order);
  if (!held && kept !== order) setKept(order);
  return held ? keepPlaces(kept, order) : order;
}

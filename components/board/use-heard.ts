'use client';
import { useMemo } from 'react';
import type { Place, Row } from '../../lib/wire/board.ts';
import { useThrottled } from '../charts/use-throttled.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { useNow } from '../live/use-now.ts';
import { isLive, rowState } from './row-state.ts';

/** Of `all` units whose queue can be counted, how many are heard now. */
export type Heard = { heard: number; all: number };

/** For how many units the figures speak, judged once a second. */
export function useHeard(): Heard {
  const units = useThrottled(useAreaBoard((board) => board.units));
  const places = useAreaBoard((board) => board.places);
  const now = useNow();
  return useMemo(() => heardOf(units, places, now), [units, places, now]);
}

/** The same of any rows at `at` (epoch ms). */
export function heardOf(
  units: Readonly<Record<string, Pick<Row, 'w' | 'q'>>>,
  places: Readonly<Record<string, Pick<Place, 'queue'>>>,
  at: number,
): Heard {
  const states = Object.entries(units).map(([code, row]) => {
    const place = places[code];
    return place ? rowState(row, place, undefined, at) : 'unheard';
  });
  return {
    heard: states.filter(isLive).length,
    all: states.filter((state) => state !== 'none' && state !== 'paper').length,
  };
}

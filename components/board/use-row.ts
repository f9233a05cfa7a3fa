'use client';
import type { AttentionLevel } from '../../lib/domain/attention.ts';
import type { Place, Row } from '../../lib/wire/board.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { useNowAs } from '../live/use-now.ts';
import { type RowState, rowState } from './row-state.ts';

/** One unit of the overview, or null once it is gone. Draws again when this row, its place or its state changes. */
export function useRow(
  code: string,
  level: AttentionLevel | undefined,
): { row: Row; place: Place; state: RowState } | null {
  const row = useAreaBoard((board) => board.units[code]);
  const place = useAreaBoard((board) => board.places[code]);
  const state = useNowAs((now) => (row && place ? rowState(row, place, level, now) : null));
  return row && place && state ? { row, place, state } : null;
}

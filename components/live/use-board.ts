'use client';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { AreaBoard, Board, UnitBoard } from '../../lib/wire/board.ts';
import { isWallBoard, type ShownBoard } from '../../lib/wire/wall-board.ts';
import { useLive } from './live-context.ts';

type Equal<T> = (a: T, b: T) => boolean;

/** A part of the live board of a desk, as `useShown` reads it. Throws on a wall's board. */
export const useBoard = <T>(select: (board: Board) => T, equal?: Equal<T>): T =>
  useShown((board) => select(asDesk(board)), equal);

/**
 * A part of what the page's line carries. Re-draws only when what `select` gives is no longer `equal` (by default: the
 * same reference or value) to what it gave before.
 */
export function useShown<T>(select: (board: ShownBoard) => T, equal: Equal<T> = Object.is): T {
  const { store } = useLive();
  const last = useRef<{ value: T } | null>(null);
  const read = useMemo(() => {
    let from: ShownBoard | null = null;
    let kept: { value: T } | null = null;
    return (): T => {
      const board = store.board();
      if (kept && from === board) return kept.value;
      const value = select(board);
      const before = kept ?? last.current;
      kept = before && equal(before.value, value) ? before : { value };
      from = board;
      return kept.value;
    };
  }, [store, select, equal]);
  const value = useSyncExternalStore(store.subscribe, read, read);
  useEffect(() => {
    last.current = { value };
  }, [value]);
  return value;
}

/** A part of the live board of an area. Throws on a unit's board. */
export const useAreaBoard = <T>(select: (board: AreaBoard) => T, equal?: Equal<T>): T =>
  useBoard((board) => select(asArea(board)), equal);

/** A part of the live board of a unit. Throws on an area's board. */
export const useUnitBoard = <T>(select: (board: UnitBoard) => T, equal?: Equal<T>): T =>
  useBoard((board) => select(asUnit(board)), equal);

function asDesk(board: ShownBoard): Board {
  if (!isWallBoard(board)) return board;
  throw new Error(`${board.header.code} is shown as on a wall, not as on a desk`);
}

function asArea(board: Board): AreaBoard {
  if ('units' in board) return board;
  throw new Error(`${board.header.code} is a unit, not an area`);
}

function asUnit(board: Board): UnitBoard {
  if ('tickets' in board) return board;
  throw new Error(`${board.header.code} is an area, not a unit`);
}

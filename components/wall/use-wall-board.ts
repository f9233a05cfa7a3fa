'use client';
import type { CommandBoard, HallBoard, ShownBoard, WallBoard } from '../../lib/wire/wall-board.ts';
import { isWallBoard } from '../../lib/wire/wall-board.ts';
import { useShown } from '../live/use-board.ts';

type Equal<T> = (a: T, b: T) => boolean;

/** A part of what the wall shows. Throws on the board of a desk. */
export const useWallBoard = <T>(select: (board: WallBoard) => T, equal?: Equal<T>): T =>
  useShown((board) => select(asWall(board)), equal);

/** A part of a command room's board. Throws on any other. */
export const useCommand = <T>(select: (board: CommandBoard) => T, equal?: Equal<T>): T =>
  useWallBoard((board) => {
    if (board.view !== 'command') throw new Error(`${board.header.code} is shown as a hall`);
    return select(board);
  }, equal);

/** A part of a waiting hall's board. Throws on any other. */
export const useHall = <T>(select: (board: HallBoard) => T, equal?: Equal<T>): T =>
  useWallBoard((board) => {
    if (board.view !== 'hall') throw new Error(`${board.header.code} is shown as a command room`);
    return select(board);
  }, equal);

function asWall(board: ShownBoard): WallBoard {
  if (isWallBoard(board)) return board;
  throw new Error(`${board.header.code} is shown as on a desk, not as on a wall`);
}

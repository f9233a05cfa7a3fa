import type { AreaBoard, Board, UnitBoard } from '../../lib/wire/board.ts';

/** The first picture of a page: what `GET /areas/{code}/board` answers; `asOf` in epoch ms. */
export type BoardAnswer<B extends Board = Board> = { epoch: string; seq: number; asOf: number; board: B };

export const isAreaAnswer = (answer: BoardAnswer): answer is BoardAnswer<AreaBoard> =>
  answer.board.header.form === 'area';

export const isUnitAnswer = (answer: BoardAnswer): answer is BoardAnswer<UnitBoard> =>
  answer.board.header.form === 'unit';

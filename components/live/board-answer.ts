import type { Board } from '../../lib/wire/board.ts';

/** The first picture of a page: what `GET /areas/{code}/board` answers; `asOf` in epoch ms. */
export type BoardAnswer<B = Board> = { epoch: string; seq: number; asOf: number; board: B };

import type { Board } from '../../lib/wire/board.ts';
import type { ClockAhead } from '../log/clock-ahead.ts';
import type { ReadContext } from '../read/context.ts';

export type ReadDeps = {
  context: ReadContext;
  clocksAhead: ClockAhead['list'];
  board(code: string): Promise<{ epoch: string; seq: number; asOf: number; board: Board } | null>;
};

import type { Board } from '../../lib/wire/board.ts';
import type { ClockAhead } from '../log/clock-ahead.ts';
import type { PoolContext } from '../read/context.ts';

export type ReadDeps = {
  context: PoolContext;
  clocksAhead: ClockAhead['list'];
  board(code: string): Promise<{ epoch: string; seq: number; asOf: number; board: Board } | null>;
};

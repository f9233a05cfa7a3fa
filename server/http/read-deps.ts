import type { Live } from '../live/live.ts';
import type { ClockAhead } from '../log/clock-ahead.ts';
import type { PoolContext } from '../read/context.ts';

export type ReadDeps = {
  context: PoolContext;
  clocksAhead: ClockAhead['list'];
} & Pick<Live, 'board' | 'wallBoard'>;

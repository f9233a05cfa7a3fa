import type { HallBoard } from '../../lib/wire/wall-board.ts';

/** A call of the evening that nobody took down does not keep a hall bright all night. */
const CALLED_MS = 30 * 60_000;

/** Whether somebody is called in a hall at `at` (epoch ms). */
export const isCalled = ({ calls }: Pick<HallBoard, 'calls'>, at: number): boolean =>
  Object.values(calls).some((call) => call.state === 'called' && at - call.at < CALLED_MS);

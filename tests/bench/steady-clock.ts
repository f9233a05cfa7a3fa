import { hrtime } from 'node:process';

/** Milliseconds of the machine's steady clock: the same in every process, and never set back. */
export const steadyMs = (): number => Number(hrtime.bigint()) / 1e6;

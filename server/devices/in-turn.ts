import { heldOrMade } from '../../lib/domain/held-or-made.ts';

/** Runs what it is given one after another for each unit: the next choice sees what the one before has written. */
export type InTurn = <T>(unit: string, work: () => Promise<T>) => Promise<T>;

export function createInTurn(): InTurn {
  const tails = new Map<string, Promise<unknown>>();
  return (unit, work) => {
    const before = heldOrMade(tails, unit, () => Promise.resolve());
    const done = before.then(work, work);
    tails.set(unit, done);
    return done;
  };
}

import type { InLine, Line, Working } from './line.ts';

/** What is known at an instant of the wait that begins, or goes on, there. */
export type Situation = {
  /** Tickets that the counters of the service would call first. */
  ahead: number;
  /** Counters that work for the service, and how many of them serve nobody. */
  working: number;
  free: number;
};

/** A place in the line: whoever comes now, or somebody who waits. */
export type Place = Omit<InLine, 'id'> & { id: string | null };

const serves = (counter: Working, service: string): boolean => counter.services?.has(service) ?? true;

/** Whether `other` is called before `own` by a counter that serves both: the prioritised, then who came first. */
function comesFirst(other: InLine, own: Place): boolean {
  if (other.priority !== own.priority) return other.priority;
  if (other.since !== own.since) return other.since < own.since;
  // Of those who came in one instant the id decides; whoever is not in line yet comes last.
  return own.id === null || other.id < own.id;
}

/** E2: how many stand before a place, whatever they came for, and who works for it. */
export function situationOf({ waiting, working }: Line, own: Place): Situation {
  const counters = working.filter((counter) =>
    own.toCounter === null ? serves(counter, own.service) : counter.counter === own.toCounter,
  );
  const reached = (other: InLine): boolean =>
    counters.length === 0
      ? other.service === own.service
      : counters.some((counter) =>
          other.toCounter === null ? serves(counter, other.service) : counter.counter === other.toCounter,
        );
  return {
    ahead: waiting.filter((other) => other.id !== own.id && comesFirst(other, own) && reached(other)).length,
    working: counters.length,
    free: counters.filter(({ busy }) => !busy).length,
  };
}

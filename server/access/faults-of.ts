import type { Fault } from '../../lib/wire/errors.ts';
import type { Outcome } from '../log/submission.ts';

/** The rules of the log that were broken, as faults of a form. `at` is where each definition stands in it (RFC 6901). */
export const faultsOf = (outcomes: readonly Outcome[], at: (index: number) => string = () => ''): Fault[] =>
  outcomes.flatMap((outcome, index) =>
    outcome.status === 'rejected'
      ? [{ pointer: `${at(index)}${outcome.error.pointer}`, rule: outcome.error.code }]
      : [],
  );

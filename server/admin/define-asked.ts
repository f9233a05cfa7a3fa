import type { Defined } from '../../lib/wire/access/administration.ts';
import { faultsOf } from '../access/faults-of.ts';
import { badFields } from '../http/bad-input.ts';
import type { Actor } from '../log/actor.ts';
import type { Definition, Door } from '../log/submission.ts';

/**
 * Writes what a form asks for. What breaks a rule of the log comes back as the form's faults; what breaks none is stored
 * all the same. `at` is the place of each definition in the form (RFC 6901).
 */
export async function defineAsked(
  request: Request,
  door: Pick<Door, 'define'>,
  definitions: Definition[],
  by: Actor,
  at?: (index: number) => string,
): Promise<Defined | Response> {
  const outcomes = await door.define(definitions, by);
  const faults = faultsOf(outcomes, at);
  if (faults.length > 0) return badFields(request, faults);
  const stored = outcomes.filter(({ status }) => status === 'stored').length;
  return { stored, unchanged: outcomes.length - stored };
}

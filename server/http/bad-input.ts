import type { z } from 'zod';
import type { Fault } from '../../lib/wire/errors.ts';
import { problemResponse } from './problem.ts';

/** Every field that breaks its schema, with the rule it breaks. */
export const faultsOfInput = (error: z.ZodError): Fault[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), rule: 'unknown_field' }))
      : { pointer: pointerOf(issue.path), rule: ruleOf(issue) },
  );

/** The answer to a body that breaks its schema, so that a form can say it field by field. */
export const badInput = (request: Request, error: z.ZodError): Response =>
  badFields(request, faultsOfInput(error));

/** The same for rules that only the server can check. */
export const badFields = (request: Request, faults: readonly Fault[]): Response =>
  problemResponse(request, 'bad_input', { faults: [...faults] });

/** RFC 6901. */
const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function ruleOf(issue: z.core.$ZodIssue): string {
  // Our own schemas name the rule as their message.
  if (/^[a-z_]+$/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'wrong_type';
    // A word of a list: of nothing given, the list is not what is wrong.
    case 'invalid_value':
      return issue.input === undefined ? 'required' : 'bad_value';
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string' ? 'required' : 'too_small';
    case 'too_big':
      return 'too_big';
    default:
      return 'bad_value';
  }
}

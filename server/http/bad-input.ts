import type { z } from 'zod';
import type { Fault } from '../../lib/wire/errors.ts';
import { problemResponse } from './problem.ts';

/** The answer to a body that breaks its schema: every field with the rule it breaks, so that a form can say so. */
export const badInput = (request: Request, error: z.ZodError): Response =>
  badFields(
    request,
    error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), rule: 'unknown_field' }))
        : { pointer: pointerOf(issue.path), rule: ruleOf(issue) },
    ),
  );

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
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string' ? 'required' : 'too_small';
    case 'too_big':
      return 'too_big';
    default:
      return 'bad_value';
  }
}

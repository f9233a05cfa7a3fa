import type { z } from 'zod';
import type { Period } from '../../lib/domain/period.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import { problemResponse } from './problem.ts';

/** A query parameter that breaks its rule, with its name. */
export const badParameter = (request: Request, parameter: string, detail: string): Response =>
  problemResponse(request, 'bad_parameter', { parameter, detail });

/** The query of a request as its schema reads it, or the refusal that names the parameter and the rule. */
export function queryOf<S extends z.ZodType>(request: Request, schema: S): z.output<S> | Response {
  const asked = new URL(request.url).searchParams;
  // O2: unknown parameters are ignored, but nobody shall take the figures of all for those of one person.
  if (asked.has('officer')) return badParameter(request, 'officer', 'nothing is told by officer');
  const read = schema.safeParse(Object.fromEntries(asked));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return badParameter(request, String(issue?.path[0] ?? ''), issue?.message ?? 'not valid');
}

const MOST_DAYS = 50 * 366;

/** The local days asked for, today where nothing is said, or the refusal. */
export function periodOf(
  request: Request,
  asked: { from?: string; to?: string },
  today: string,
): Period | Response {
  const to = asked.to ?? today;
  const from = asked.from ?? (asked.to === undefined ? today : to);
  if (from > to) return badParameter(request, 'from', 'lies after `to`');
  if (addDays(from, MOST_DAYS) < to) return badParameter(request, 'from', 'more than 50 years before `to`');
  return { from, to };
}

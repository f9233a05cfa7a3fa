import { ERRORS, type ErrorCode, type Problem, problemOf } from '../../lib/wire/errors.ts';

/** Vietnamese unless the reader asks for English first. */
const languageOf = (request: Request): 'vi' | 'en' =>
  /^\s*en\b/i.test(request.headers.get('accept-language') ?? '') ? 'en' : 'vi';

/** An error as RFC 9457 problem details, with the status of its code. */
export function problemResponse(
  request: Request,
  code: ErrorCode,
  more: Pick<Problem, 'detail' | 'pointer' | 'parameter' | 'faults'> = {},
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(problemOf(code, languageOf(request), more)), {
    status: ERRORS[code].status,
    headers: { ...headers, 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}

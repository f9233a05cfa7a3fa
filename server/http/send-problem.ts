import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { ERRORS, type ErrorCode, problemOf } from '../../lib/wire/errors.ts';

/** An error as RFC 9457 problem details on a bare Node response. */
export function sendProblem(
  request: IncomingMessage,
  response: ServerResponse,
  code: ErrorCode,
  headers: OutgoingHttpHeaders = {},
): void {
  const language = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi';
  response.writeHead(ERRORS[code].status, {
    ...headers,
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(problemOf(code, language)));
}

import { answer } from '../http/answer.ts';
import { problemResponse } from '../http/problem.ts';

/** An answer that gives the browser cookies to keep. */
export function answerWith(body: object, cookies: readonly string[]): Response {
  const response = answer(body);
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

/** Done, with nothing to say. */
export const done = (cookies: readonly string[] = []): Response => {
  const response = new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
};

/** Too many tries: when the next one may be made. */
export const mustWait = (request: Request, waitSeconds: number): Response =>
  problemResponse(request, 'too_many_tries', {}, { 'retry-after': String(waitSeconds) });

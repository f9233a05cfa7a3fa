/** Figures are live and pages are somebody's own: nobody between us and the reader keeps an answer. */
export const answer = (body: object, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../logger.ts';

/** Logs the end of each request: no query string, no header, no body, no code that a path may hold. */
export function createRequestLog(
  logger: Logger,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const startedAt = performance.now();
    response.once('close', () => {
      const { statusCode: status, writableFinished } = response;
      const level = status >= 500 ? 'warn' : status >= 400 ? 'info' : 'debug';
      if (!logger.isLevelEnabled(level)) return;
      logger[level](
        {
          method: request.method,
          route: routeOf(request.url ?? '/'),
          status,
          ms: Math.round((performance.now() - startedAt) * 10) / 10,
          ...(!writableFinished && { aborted: true }),
        },
        'request',
      );
    });
  };
}

/** Parts of a path that are the product's own words. */
const OWN =
  /^(api|v1|docs|openapi\.json|events|areas|tickets|dossiers|ratings|suggestions|apologies|apology-draft|letter|signed|delivered|signed-file|inspections|alerts|board|kpis|compare|period|history|usual|clocks|session|second-factor|me|sessions|password|loans|links|look|use|first-run|acts|explanations|alert-rules|conduct|brief|sort|seen|instruct|answer|erase|book\.pdf|photo|inspection-totals|checklists|picture|open|announce|findings|explain|remedied|minutes|discipline|close|officers|figures|exclusions|decision|since|surveys|looks|ratings-profile|opened-comments|replay|reports?|report\.(pdf|docx|xlsx)|exports|models|adopt|end|public|receipts|index766|pairing|claim|device-session|t|page|flow|busy|device|counter|kiosk|pad|rate-later|rating|priority|public-figures|help-requests|meetings|receptions|dialogues|call-off|questions|orders)$/;

/** The path with everything that a person may have put into it replaced by ":". */
export function routeOf(url: string): string {
  const parts = (url.split('?', 1)[0] ?? '').split('/').slice(1, 7);
  const shown = (part: string, index: number): boolean =>
    OWN.test(part) || (index === 0 && /^[a-z_.]{0,20}$/.test(part));
  return `/${parts.map((part, index) => (shown(part, index) ? part : ':')).join('/')}`;
}

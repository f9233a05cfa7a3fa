import { isHttps } from './cookies.ts';

/** Features of browsers that pages may use: a wall fills its screen and keeps it awake. */
const PERMISSIONS =
  'camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(self), usb=(), xr-spatial-tracking=()';

/** A year. Subdomains are not ours to decide about. */
const HTTPS_ONLY = 'max-age=31536000';

const CLOSED = { 'base-uri': "'none'", 'frame-ancestors': "'none'", 'object-src': "'none'" };

const policy = (directives: Record<string, string>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

/** What is no page: data, files, refusals. */
const LOCKED = policy({ 'default-src': "'none'", ...CLOSED, 'form-action': "'none'" });

/** Swagger UI: its files are ours, and it sets styles from its script, which no policy on attributes touches. */
const DOCS = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  ...CLOSED,
  'form-action': "'none'",
});
const DOCS_PATH = '/api/docs';

/** Scripts, styles and fonts, which are no documents: what only documents heed would weigh on every first visit. */
const ASSETS = '/_next/static/';
export const isAsset = (path: string): boolean => path.startsWith(ASSETS);

/**
 * What a page may load and run: scripts that carry this answer's nonce and what they load themselves. Attributes of style
 * are let in: the server draws bars and marks of charts with the lengths that the figures have, React escapes every
 * value, and an attribute can load nothing that `img-src` and `font-src` do not allow. In development React and the
 * reloading of modules evaluate text and add elements of style.
 */
export const pagePolicy = (nonce: string, development: boolean): string =>
  policy({
    'default-src': "'none'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    'style-src': development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    // The worker that keeps the page of walls.
    'worker-src': "'self'",
    // Our own sockets too: 'self' covers ws and wss of the same host.
    'connect-src': "'self'",
    ...CLOSED,
    'form-action': "'self'",
  });

/** The security headers of every answer, whatever answers; a page puts its own policy in place of the closed one. */
export function createSecurityHeaders(publicUrl: string | null) {
  const always: [string, string][] = [
    ['x-content-type-options', 'nosniff'],
    ['cross-origin-resource-policy', 'same-origin'],
  ];
  if (isHttps(publicUrl)) always.push(['strict-transport-security', HTTPS_ONLY]);
  const documents: [string, string][] = [
    ...always,
    ['referrer-policy', 'same-origin'],
    ['permissions-policy', PERMISSIONS],
    ['cross-origin-opener-policy', 'same-origin'],
  ];
  const asset = new Map(always);
  const locked = new Map([...documents, ['content-security-policy', LOCKED]]);
  const docs = new Map([...documents, ['content-security-policy', DOCS]]);
  return (path: string | null): Map<string, string> => {
    if (path !== null && isAsset(path)) return asset;
    return path === DOCS_PATH || path?.startsWith(`${DOCS_PATH}/`) ? docs : locked;
  };
}

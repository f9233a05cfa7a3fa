/**
 * W5: keeps the page of walls and its scripts, so that a reload during an outage still has a page, which then draws the
 * last picture with its age. The server is always asked first; a page without figures is not kept and ends what was.
 */
const WORKER = `
const SHELL = 'wall-shell', ASSETS = 'wall-assets';
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && pathname === '/wall') event.respondWith(page(request));
  else if (pathname.startsWith('/_next/static/')) event.respondWith(asset(request));
});
async function page(request) {
  const shell = await caches.open(SHELL);
  const { search } = new URL(request.url);
  const key = '/wall' + search;
  let answer;
  try {
    answer = await fetch(request, { signal: AbortSignal.timeout(8000) });
    if (answer.status < 500 && answer.status !== 429) {
      const open = (await answer.clone().text()).includes('data-wall="open"');
      if (open) {
        await shell.put(key, answer.clone());
        await forgetOld();
      } else await shell.delete(key);
      return answer;
    }
  } catch {}
  return (await shell.match(key)) ?? answer ?? Response.error();
}
async function asset(request) {
  const assets = await caches.open(ASSETS);
  const kept = await assets.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await assets.put(request, answer.clone());
  return answer;
}
// Scripts of builds long gone; those of the page that is kept are among the newest.
async function forgetOld() {
  const assets = await caches.open(ASSETS);
  const keys = await assets.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - 120))) await assets.delete(key);
}
`;

export const dynamic = 'force-static';

export const GET = (): Response =>
  new Response(WORKER, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      // Below /wall, and for the page above it.
      'service-worker-allowed': '/wall',
    },
  });

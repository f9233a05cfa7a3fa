/**
 * W5: keeps the page of walls and its scripts, so that a reload during an outage still has a page, which then draws the
 * last picture with its age. The server is always asked first; a page of a wall that is closed ends what was kept.
 */
const WORKER = String.raw`
const SHELL = 'wall-shell', ASSETS = 'wall-assets';
const PATH = '/_next/static/';
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && pathname === '/wall') event.respondWith(page(event));
  else if (pathname.startsWith(PATH)) event.respondWith(asset(request));
});
self.addEventListener('message', (event) => event.waitUntil(keepWhole(event.data)));
async function page(event) {
  const key = '/wall' + new URL(event.request.url).search;
  let answer;
  try {
    answer = await fetch(event.request, { signal: AbortSignal.timeout(8000) });
    if (isSaid(answer)) {
      event.waitUntil(keep(key, answer.clone()));
      return answer;
    }
  } catch {}
  const shell = await caches.open(SHELL);
  return (await shell.match(key)) ?? answer ?? Response.error();
}
function isSaid({ status }) {
  return status < 500 && status !== 429;
}
// A page is kept once its scripts are: a server that goes while a new build loads must leave the old page whole.
async function keep(key, answer) {
  const shell = await caches.open(SHELL);
  const text = await answer.clone().text();
  // Pages answered while the figures did not: nothing was said of the wall.
  if (text.includes('data-wall="failure"')) return;
  if (!text.includes('data-wall="open"')) return shell.delete(key);
  await Promise.all([...new Set(text.match(/\/_next\/static\/[\w./~-]+\.\w+/g))].map(asset));
  await shell.put(key, answer);
}
async function asset(request) {
  const assets = await caches.open(ASSETS);
  const kept = await assets.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await assets.put(request, answer.clone());
  return answer;
}
// A page that came before this worker, or without it, and what it loaded.
async function keepWhole({ page, loaded }) {
  const used = loaded.filter((url) => url.startsWith(location.origin + PATH));
  await Promise.all(used.map(asset));
  await forgetOld(new Set(used));
  const shell = await caches.open(SHELL);
  if (await shell.match(page)) return;
  const answer = await fetch(page, { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(8000) });
  if (isSaid(answer)) await keep(page, answer);
}
// Scripts of builds long gone; never those of the page that asks.
async function forgetOld(used) {
  const assets = await caches.open(ASSETS);
  const keys = (await assets.keys()).filter(({ url }) => !used.has(url));
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

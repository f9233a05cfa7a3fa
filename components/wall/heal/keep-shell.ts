const WORKER = '/wall/sw.js';

/**
 * W5: has a worker keep this page and all that it loaded, for a reload without a server. The first page of a TV came
 * before its worker, which therefore has to be told of it. Only secure origins have workers; elsewhere nothing happens.
 */
export async function keepShell(): Promise<void> {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register(WORKER, { scope: '/wall' });
  const { active } = await navigator.serviceWorker.ready;
  // A font that is still on its way is not among what was loaded.
  await document.fonts.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  active?.postMessage({ page: shellOf(location), loaded });
}

/** Whether a reload would have a page although the server were gone. */
export async function isShellKept(): Promise<boolean> {
  if (!navigator.serviceWorker?.controller) return false;
  return (await caches.match(shellOf(location)).catch(() => undefined)) !== undefined;
}

const shellOf = ({ pathname, search }: Location): string => pathname + search;

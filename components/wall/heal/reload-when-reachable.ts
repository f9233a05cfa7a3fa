import { isShellKept } from './keep-shell.ts';

const PATIENCE_MS = 5_000;
const AGAIN_MS = 60_000;

/**
 * Reloads where the page will be there again: from the shell that a service worker keeps, else once the server answers.
 * A reload without either would leave the browser's own page of errors for ever.
 */
export async function reloadWhenReachable(): Promise<void> {
  if (!(await isShellKept())) {
    const answer = await fetch('/livez', {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => null);
    if (!answer?.ok) {
      setTimeout(() => void reloadWhenReachable(), AGAIN_MS);
      return;
    }
  }
  location.reload();
}

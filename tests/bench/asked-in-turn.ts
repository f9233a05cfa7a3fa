import { bearer } from '../support/city.ts';
import type { ServerUnderLoad } from './server-under-load.ts';

/** Both in turn, so that both had the same machine. Gives the sorted milliseconds of each. */
export async function askBoth(
  [young, old]: readonly [ServerUnderLoad, ServerUnderLoad],
  paths: readonly string[],
  turns: number,
): Promise<[Float64Array, Float64Array]> {
  const took = [new Float64Array(turns), new Float64Array(turns)] as const;
  for (let turn = 0; turn < turns; turn += 1) {
    took[0][turn] = await timeOf(young, paths);
    took[1][turn] = await timeOf(old, paths);
  }
  return [took[0].sort(), took[1].sort()];
}

/** Milliseconds until all are answered; asked at once, as a page does. */
export async function timeOf(server: ServerUnderLoad, paths: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(
    paths.map(async (path) => {
      const answer = await fetch(`${server.url}/api/v1/${path}`, { headers: bearer(server.target.secret) });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      await answer.arrayBuffer();
    }),
  );
  return performance.now() - startedAt;
}

/** Started anew, so that its memory holds what the tables say. Gives the milliseconds until it was ready. */
export async function readyAgain(server: ServerUnderLoad): Promise<number> {
  await server.stop();
  return server.restart();
}

/**
 * Resolves when a server that was started anew has done beside its serving what it does after a start: kept the days
 * that are over (P6) and learnt from past waits (E4). Seldom does a reader come before.
 */
export async function atRest(server: ServerUnderLoad): Promise<void> {
  for (const done of ['past days kept', 'past waits learnt']) await server.logged(({ msg }) => msg === done);
}

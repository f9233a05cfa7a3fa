import type { ClientToServer } from '../../lib/wire/socket.ts';
import { connectWatcher, type Watcher } from '../support/watcher.ts';
import { AREAS, mayAt, NOWHERE } from './expected.ts';
import type { Subject } from './subjects.ts';
import { PERSONAL } from './targets.ts';

/** What a socket event is asked and answered: let through, or the code of the refusal; each answer as it came, too. */
type Heard = { verdict: string; answer: unknown };

/** How each event of the socket is asked for an area. An event without a line here fails the type check. */
const ASK: Record<keyof ClientToServer, (watcher: Watcher, area: string) => Promise<Heard>> = {
  async watch(watcher, area) {
    const answer = await watcher.watch(area);
    return { verdict: answer.kind === 'error' ? answer.code : 'let through', answer };
  },
  // Says nothing; that it ends the watch of who may watch is tested in tests/server.
  async unwatch({ socket }, area) {
    socket.emit('unwatch', { area });
    return { verdict: 'let through', answer: null };
  },
  // Says nothing; that only walls are listened to is tested in tests/auth/wall-health.pg.test.ts.
  async report({ socket }) {
    socket.emit('report', {
      build: 'b',
      frameAgoMs: 0,
      memoryMb: null,
      width: 1,
      height: 1,
      driftMs: null,
      upMs: 0,
    });
    return { verdict: 'let through', answer: null };
  },
  async clock({ socket }) {
    const answer = await socket.timeout(5000).emitWithAck('clock', {});
    return { verdict: typeof answer.at === 'number' ? 'let through' : 'bad_request', answer };
  },
};

const expectedOf = (event: string, { holds }: Subject, area: string): string =>
  event !== 'watch' || mayAt(holds, 'board.watch', area) ? 'let through' : 'unknown_area';

/** Every subject at the socket: the handshake, then each event for each area. What is wrong, and the refusals as they came. */
export async function watchAll(url: string, subjects: readonly Subject[]) {
  const faults: string[] = [];
  const refusals = new Set<string>();
  let cells = 0;
  for (const subject of subjects) {
    cells += 2;
    const foreign = await connectWatcher(url, {
      headers: { ...subject.headers, origin: 'https://another.example' },
    }).catch(() => null);
    if (foreign) faults.push(`${subject.name} · handshake from another site`);
    foreign?.close();
    const watcher = await connectWatcher(url, { headers: subject.headers }).catch(() => null);
    if ((watcher !== null) !== (subject.unknown === null)) faults.push(`${subject.name} · handshake`);
    if (!watcher) continue;
    for (const area of [...AREAS, NOWHERE]) {
      for (const [event, ask] of Object.entries(ASK)) {
        cells += 1;
        const { verdict, answer } = await ask(watcher, area);
        const expected = expectedOf(event, subject, area);
        if (verdict !== expected)
          faults.push(`${subject.name} · ${event} ${area}: ${expected} expected, got ${verdict}`);
        const secret = Object.values(PERSONAL).find((one) => JSON.stringify(answer).includes(one));
        if (secret) faults.push(`${subject.name} · ${event} ${area}: tells ${secret}`);
        if (verdict === 'unknown_area') refusals.add(JSON.stringify(answer));
      }
    }
    watcher.close();
  }
  return { faults, refusals, cells };
}

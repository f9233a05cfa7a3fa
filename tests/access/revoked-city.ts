import type { Role } from '../../lib/domain/access/role.ts';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import { addDays, localDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import { newKey } from '../../server/access/new-key.ts';
import { newSecret, secretHash } from '../../server/access/secret.ts';
import type { Definition } from '../../server/log/submission.ts';
import { defineAll, testTree } from '../support/city.ts';
import { type KeptAlive, keepAlive } from '../support/kept-alive.ts';
import { type Opened, openSession } from '../support/open-session.ts';
import { connectWatcher, type Watcher } from '../support/watcher.ts';
import { openWholeServer, type WholeServer } from '../support/whole-server.ts';
import { personAdded } from './people.ts';

/** A zone in which midnight is one to two hours away: sooner than any session ends by itself. */
function lateZone(now: number): string {
  const ahead = (22 - new Date(now).getUTCHours() + 24) % 24;
  // The names of these zones count the other way round.
  return ahead > 12 ? `Etc/GMT+${24 - ahead}` : `Etc/GMT-${ahead}`;
}

/** Somebody who came in: what a request carries, and how to name who it is. */
export type Came = { headers: Record<string, string>; session?: string; code: string };

export type RevokedCity = {
  server: WholeServer;
  kept: KeptAlive;
  root: Came;
  /** Watches ward a and is never refused. */
  witness: Watcher;
  today: string;
  tomorrow: string;
  define(...definitions: Definition[]): Promise<void>;
  /** A person with a role in an area until a day, signed in. The grant is `g-<code>`. */
  person(role: Role, area: string, toDay?: string): Promise<Came>;
  /** Somebody without a role who has borrowed the grant of another, until a day. The loan is `l-<code>`. */
  borrower(grant: string, toDay: string): Promise<Came>;
  again(code: string): Promise<Came>;
  key(area: string): Promise<Came>;
  wall(area: string): Promise<Came>;
  /** Something happens in ward a; resolves when the witness has been told. */
  tell(): Promise<void>;
  untilMidnight(): number;
  close(): Promise<void>;
};

/** A server with a ward where somebody is about to lose what they may. */
export async function openRevokedCity(): Promise<RevokedCity> {
  const zone = lateZone(Date.now());
  const today = localDay(zone, Date.now());
  const tree = testTree.map((one) =>
    one.type === 'area.defined' ? { ...one, data: { ...one.data, timezone: zone } } : one,
  );
  const server = await openWholeServer([
    ...tree,
    personAdded('root', null, 'Quản trị'),
    { type: 'person.granted', data: { grant: 'g-root', person: 'root', role: 'admin', area: null } },
  ]);
  const { core, auth, url } = server;
  const kept = keepAlive(url, 4);
  const define = (...definitions: Definition[]) => defineAll(core.door, definitions);
  const carrying = ({ cookie, session }: Opened, code: string): Came => ({
    headers: { origin: url, cookie },
    session,
    code,
  });
  const again = async (code: string): Promise<Came> => carrying(await openSession(auth, code), code);
  let made = 0;
  let told = 0;

  const key = async (area: string): Promise<Came> => {
    const {
      key: code,
      secret,
      definition,
    } = newKey({
      name: 'thử',
      area,
      rights: ['read'],
      sources: [],
      types: [],
    });
    await define(definition);
    return { headers: { authorization: `Bearer ${secret}` }, code };
  };
  const root = await again('root');
  const witness = await connectWatcher(url, { headers: root.headers });
  await witness.watch('a');

  return {
    server,
    kept,
    root,
    witness,
    today,
    tomorrow: addDays(today, 1),
    define,
    again,
    key,
    async person(role, area, toDay) {
      const code = `person-${++made}`;
      await define(personAdded(code, area, 'Người'), {
        type: 'person.granted',
        data: { grant: `g-${code}`, person: code, role, area, ...(toDay !== undefined && { toDay }) },
      });
      return again(code);
    },
    async borrower(grant, toDay) {
      const code = `person-${++made}`;
      await define(personAdded(code, 'a', 'Người'), {
        type: 'person.lent',
        data: { loan: `l-${code}`, grant, to: code, fromDay: today, toDay },
      });
      return again(code);
    },
    async wall(area) {
      const token = newSecret();
      const code = `wall-${++made}`;
      const hash = secretHash(token).toString('hex');
      await define({ type: 'wall.paired', data: { wall: code, hash, name: 'thử', area, view: 'command' } });
      return { headers: { origin: url, cookie: `thuoc_do.wall=${token}` }, code };
    },
    async tell() {
      const id = `told-${++told}`;
      const read = readEnvelope({
        specversion: '1.0',
        id,
        source: '/queue/a',
        subject: 'a',
        type: 'ticket.issued',
        time: new Date(core.now()).toISOString(),
        data: { ticket: id, number: id, service: 's' },
      });
      if (!read.ok) throw new Error(JSON.stringify(read.refusal));
      const [outcome] = await core.door.submit([read.event], { kind: 'operator' });
      const seq = outcome?.status === 'stored' ? outcome.seq : Number.POSITIVE_INFINITY;
      if (!witness.arrivals.some(({ delta }) => delta.to >= seq)) await witness.delta(({ to }) => to >= seq);
    },
    untilMidnight: () => startOfDay(zone, addDays(today, 1)) - core.now(),
    async close() {
      witness.close();
      kept.close();
      await server.close();
    },
  };
}

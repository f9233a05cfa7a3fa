import { randomBytes } from 'node:crypto';
import { vi } from 'vitest';
import type { KeyRight } from '../../lib/domain/access/action.ts';
import type { DeviceKind } from '../../lib/domain/access/device-kind.ts';
import type { WallView } from '../../lib/domain/access/wall-view.ts';
import type { ErrorCode } from '../../lib/wire/errors.ts';
import { newKey } from '../../server/access/new-key.ts';
import { newSecret, secretHash } from '../../server/access/secret.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import type { Definition } from '../../server/log/submission.ts';
import { defineAll } from '../support/city.ts';
import { openSession, openWithSecondFactor } from '../support/open-session.ts';
import type { WholeServer } from '../support/whole-server.ts';
import type { Hold } from './expected.ts';
import { type Member, members } from './people.ts';

/** Somebody who asks: the headers they come with and what they hold. `unknown` is the answer to who is nobody. */
export type Subject = {
  name: string;
  kind: 'person' | 'key' | 'wall' | 'device' | 'nobody';
  headers: Record<string, string>;
  holds: readonly Hold[];
  unknown: ErrorCode | null;
};

const KEYS: [
  name: string,
  area: string,
  rights: KeyRight[],
  more?: { sources?: string[]; types?: string[] },
][] = [
  ['read-of-city', 'city', ['read']],
  ['read-of-a', 'a', ['read']],
  ['read-of-other', 'other', ['read']],
  ['write-of-city', 'city', ['write']],
  ['write-of-a', 'a', ['write']],
  ['write-of-other', 'other', ['write']],
  ['import-of-north', 'north', ['import']],
  ['all-of-north', 'north', ['read', 'write', 'import']],
  ['write-of-north-limited', 'north', ['write'], { sources: ['/only'], types: ['rating.given'] }],
];

const WALLS: [name: string, area: string, view: WallView][] = [
  ['command-of-city', 'city', 'command'],
  ['command-of-north', 'north', 'command'],
  ['hall-of-a', 'a', 'hall'],
];

const DEVICES: [name: string, area: string, kind: DeviceKind][] = [
  ['counter-of-a', 'a', 'counter'],
  ['kiosk-of-a', 'a', 'kiosk'],
  ['pad-of-a', 'a', 'pad'],
  ['counter-of-x', 'x', 'counter'],
];

const SESSION = 'thuoc_do.session_token';
const WALL = 'thuoc_do.wall';

/** Makes every subject of the matrix: each role, kind of key, of wall and of device, and everybody who is nobody (any more). */
export async function makeSubjects(server: WholeServer, today: string): Promise<Subject[]> {
  const own = { origin: server.url };
  const withKey = (secret: string) => ({ authorization: `Bearer ${secret}` });
  const nobody = (name: string, unknown: ErrorCode, headers: Record<string, string>): Subject => ({
    name,
    kind: 'nobody',
    headers,
    holds: [],
    unknown,
  });

  const makeKey = async (name: string, ...[area, rights, more]: [string, KeyRight[], object?]) => {
    const made = newKey({ name, area, rights, sources: [], types: [], ...more });
    await defineAll(server.core.door, [made.definition]);
    return made;
  };
  const makeWall = async (wall: string, area: string, view: WallView): Promise<string> => {
    const token = newSecret();
    const hash = secretHash(token).toString('hex');
    await defineAll(server.core.door, [
      { type: 'wall.paired', data: { wall, hash, name: wall, area, view } },
    ]);
    return token;
  };

  const makeDevice = async (device: string, area: string, kind: DeviceKind): Promise<string> => {
    const token = newSecret();
    const hash = secretHash(token).toString('hex');
    const counter = kind === 'kiosk' ? {} : { counter: 'q1' };
    await defineAll(server.core.door, [
      { type: 'device.paired', data: { device, hash, name: device, area, kind, ...counter } },
    ]);
    return token;
  };

  const people = await Promise.all(
    members(today).map(async ({ code, holds, secondFactor }: Member): Promise<Subject> => {
      const { cookie } = await (secondFactor
        ? openWithSecondFactor(server, code)
        : openSession(server.auth, code));
      return { name: code, kind: 'person', headers: { ...own, cookie }, holds, unknown: null };
    }),
  );
  const keys = await Promise.all(
    KEYS.map(async ([name, area, rights, more]): Promise<Subject> => {
      const { secret } = await makeKey(name, area, rights, more);
      const holds = rights.map((right): Hold => [`key:${right}`, area]);
      return { name: `key-${name}`, kind: 'key', headers: withKey(secret), holds, unknown: null };
    }),
  );
  const walls = await Promise.all(
    WALLS.map(async ([name, area, view]): Promise<Subject> => {
      const token = await makeWall(name, area, view);
      const headers = { ...own, cookie: `${WALL}=${token}` };
      return { name: `wall-${name}`, kind: 'wall', headers, holds: [['wall', area]], unknown: null };
    }),
  );

  const devices = await Promise.all(
    DEVICES.map(async ([name, area, kind]): Promise<Subject> => {
      const token = await makeDevice(name, area, kind);
      const headers = { ...own, cookie: `${WALL}=${token}` };
      return {
        name: `device-${name}`,
        kind: 'device',
        headers,
        holds: [[`device:${kind}`, area]],
        unknown: null,
      };
    }),
  );

  const session = await openSession(server.auth, 'root');
  const over = await openSession(server.auth, 'root');
  await server.auth.sessions.end(over.session, 'revoked', OPERATOR);
  const gone: Definition[] = [
    { type: 'person.added', data: { person: 'gone', area: 'city', name: 'Người gone', login: 'gone' } },
    { type: 'person.granted', data: { grant: 'g-gone', person: 'gone', role: 'admin', area: 'city' } },
  ];
  await defineAll(server.core.door, gone);
  const disabled = await openSession(server.auth, 'gone');
  const revokedKey = await makeKey('revoked', 'city', ['read', 'write', 'import']);
  const revokedWall = await makeWall('revoked', 'city', 'command');
  const revokedDevice = await makeDevice('revoked', 'a', 'counter');
  await defineAll(server.core.door, [
    { type: 'person.disabled', data: { person: 'gone' } },
    { type: 'key.revoked', data: { key: revokedKey.key } },
    { type: 'wall.revoked', data: { wall: 'revoked' } },
    { type: 'device.revoked', data: { device: 'revoked' } },
  ]);
  // The session of whoever is disabled ends behind the act; no picture of the tables is taken before that is written.
  await vi.waitFor(() => sessionEnded(server, disabled.session), { timeout: 10_000 });
  const readOfA = keys.find(({ name }) => name === 'key-read-of-a');
  const unsigned = session.cookie.replace(/\.[^.]*$/, `.${randomBytes(32).toString('base64')}`);

  return [
    ...people,
    ...keys,
    ...walls,
    ...devices,
    // A key says more than the session beside it.
    {
      name: 'key-read-of-a-in-the-session-of-root',
      kind: 'key',
      headers: { ...readOfA?.headers, cookie: session.cookie },
      holds: [['key:read', 'a']],
      unknown: null,
    },
    nobody('nobody', 'no_key', own),
    nobody('a-wrong-key', 'bad_key', withKey(`td_${'x'.repeat(43)}`)),
    nobody('a-wrong-key-in-the-session-of-root', 'bad_key', {
      ...withKey(`td_${'x'.repeat(43)}`),
      cookie: session.cookie,
    }),
    nobody('a-revoked-key', 'revoked_key', withKey(revokedKey.secret)),
    nobody('an-ended-session', 'no_session', { ...own, cookie: over.cookie }),
    nobody('a-forged-session', 'no_session', { ...own, cookie: unsigned }),
    nobody('somebody-disabled', 'no_session', { ...own, cookie: disabled.cookie }),
    nobody('a-revoked-wall', 'no_session', { ...own, cookie: `${WALL}=${revokedWall}` }),
    nobody('a-revoked-device', 'no_session', { ...own, cookie: `${WALL}=${revokedDevice}` }),
    nobody('a-made-up-wall', 'no_session', { ...own, cookie: `${WALL}=${newSecret()}` }),
    nobody('a-wall-as-a-session', 'no_session', {
      ...own,
      cookie: walls[0]?.headers.cookie?.replace(WALL, SESSION) ?? '',
    }),
  ];
}

async function sessionEnded({ database }: WholeServer, session: string): Promise<void> {
  const { rowCount } = await database.pool.query(
    "SELECT FROM event WHERE type = 'session.ended' AND data ->> 'session' = $1",
    [session],
  );
  if (rowCount !== 1) throw new Error(`the session ${session} has not ended`);
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, tokenOf } from '../support/signed-in.ts';
import { totp } from '../support/totp.ts';
import { connectWatcher } from '../support/watcher.ts';
import { type Came, openRevokedCity, type RevokedCity } from './revoked-city.ts';

/** Milliseconds in which whoever lost a right must have lost it everywhere. */
const MOST_MS = 1000;
const BOARD = '/api/v1/areas/a/board';
const NEXT_PASSWORD = 'một mật khẩu khác hẳn';

let city: RevokedCity;
const measured: { what: string; request: number; socket: number }[] = [];

beforeAll(async () => {
  city = await openRevokedCity();
});
afterAll(async () => {
  await city.close();
  for (const { what, request, socket } of measured)
    console.info(
      `${what.padEnd(52)} request ${String(Math.round(request)).padStart(4)} ms · socket ${Math.round(socket)} ms`,
    );
});

const ask = async (who: Came, method: string, path: string, body?: unknown): Promise<string> => {
  const { status, text } = await city.kept.ask(method, path, who.headers, body);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
  return text;
};

const statusOf = async ({ headers }: Came): Promise<number> =>
  (await city.kept.ask('GET', BOARD, headers)).status;

/** Somebody who watches ward a, and is seen to be told of it. */
async function watching(who: Came) {
  const watcher = await connectWatcher(city.server.url, { headers: who.headers });
  const gone = new Promise<number>((done) => {
    watcher.socket.once('disconnect', () => done(performance.now()));
  });
  expect((await watcher.watch('a')).kind).toBe('snapshot');
  const heard = watcher.delta(() => true);
  await city.tell();
  await heard;
  expect(await statusOf(who)).toBe(200);
  return { who, watcher, gone };
}

type Watching = Awaited<ReturnType<typeof watching>>;

/** Milliseconds after `since` until a request is refused. */
async function refusedAfter({ who }: Watching, since: number, status: number): Promise<number> {
  for (;;) {
    const answered = await statusOf(who);
    const after = performance.now() - since;
    if (answered === status || after > MOST_MS) return answered === status ? after : Number.POSITIVE_INFINITY;
  }
}

/** Milliseconds after `since` until the connection was closed or, where it stays, something was told for the last time. */
async function silentAfter({ watcher, gone }: Watching, since: number, closes: boolean): Promise<number> {
  if (closes) {
    const late = new Promise<number>((done) => setTimeout(done, 3 * MOST_MS, Number.POSITIVE_INFINITY));
    return Math.max(0, (await Promise.race([gone, late])) - since);
  }
  while (performance.now() - since < 3 * MOST_MS) {
    const before = watcher.arrivals.length;
    await city.tell();
    // The witness was told with everybody else, so what was sent here has come before this answer.
    await watcher.socket.timeout(5000).emitWithAck('clock', {});
    if (watcher.arrivals.length === before)
      return Math.max(0, (watcher.arrivals.at(-1)?.at ?? since) - since);
  }
  return Number.POSITIVE_INFINITY;
}

/** 401: nobody any more, the connection closes. 403: somebody who holds nothing. 404: for whom the area is not there. */
async function losesIt(what: string, one: Watching, status: 401 | 403 | 404, since: number): Promise<void> {
  const [request, socket] = await Promise.all([
    refusedAfter(one, since, status),
    silentAfter(one, since, status === 401),
  ]);
  measured.push({ what, request, socket });
  const seen = one.watcher.arrivals.length;
  one.watcher.close();
  expect(request, what).toBeLessThanOrEqual(MOST_MS);
  expect(socket, what).toBeLessThanOrEqual(MOST_MS);
  expect(one.watcher.arrivals.length).toBe(seen);
}

type Case = [
  what: string,
  status: 401 | 403 | 404,
  come: () => Promise<Came>,
  end: (who: Came) => Promise<unknown>,
];

const head = () => city.person('head', 'a');
const withPassword = async (): Promise<Came> => {
  const { code } = await head();
  await city.server.auth.credentials.setPassword(code, TEST_PASSWORD, {
    from: '203.0.113.1',
    headers: new Headers(),
  });
  return city.again(code);
};
const lender = () => city.person('head', 'a');
const moved = (parent: string) => {
  const area = city.server.core.memory.tree.areas.get('a');
  const definitions = [{ type: 'area.defined', data: { ...area, parent } }];
  return ask(city.root, 'POST', '/api/v1/admin/areas', { definitions });
};

const SESSIONS: Case[] = [
  ['somebody signs out', 401, head, (who) => ask(who, 'DELETE', '/api/v1/session')],
  [
    'the session is ended from another one',
    401,
    head,
    async (who) => ask(await city.again(who.code), 'DELETE', `/api/v1/me/sessions/${who.session}`),
  ],
  [
    'all other sessions are ended',
    401,
    head,
    async (who) => ask(await city.again(who.code), 'DELETE', '/api/v1/me/sessions'),
  ],
  [
    'an administrator ends the sessions',
    401,
    head,
    ({ code }) => ask(city.root, 'DELETE', `/api/v1/admin/people/${code}/sessions`),
  ],
  [
    'the person is disabled',
    401,
    head,
    ({ code }) => ask(city.root, 'POST', `/api/v1/admin/people/${code}/state`, { disabled: true }),
  ],
  [
    'the password is changed elsewhere',
    401,
    withPassword,
    async ({ code }) =>
      ask(await city.again(code), 'POST', '/api/v1/me/password', {
        current: TEST_PASSWORD,
        next: NEXT_PASSWORD,
      }),
  ],
  [
    'a link of recovery is used',
    401,
    withPassword,
    async ({ code }) => {
      const made = await ask(city.root, 'POST', `/api/v1/admin/people/${code}/links`, {});
      const headers = { origin: city.server.url };
      await ask({ headers, code }, 'POST', '/api/v1/links/use', {
        token: tokenOf(JSON.parse(made).link),
        password: NEXT_PASSWORD,
      });
    },
  ],
  [
    'the second factor is turned on elsewhere',
    401,
    withPassword,
    async ({ code }) => {
      const other = await city.again(code);
      const begun = await ask(other, 'POST', '/api/v1/me/second-factor', { password: TEST_PASSWORD });
      await ask(other, 'POST', '/api/v1/me/second-factor/confirm', { code: totp(JSON.parse(begun).secret) });
    },
  ],
  [
    'somebody signs in at the same browser',
    401,
    withPassword,
    (who) => ask(who, 'POST', '/api/v1/session', { login: who.code, password: TEST_PASSWORD }),
  ],
];

const ROLES: Case[] = [
  ['the role is ended', 403, head, ({ code }) => ask(city.root, 'DELETE', `/api/v1/admin/grants/g-${code}`)],
  [
    'the role goes on elsewhere only',
    404,
    async () => {
      const who = await city.person('analyst', 'b');
      await city.define({
        type: 'person.granted',
        data: { grant: `h-${who.code}`, person: who.code, role: 'analyst', area: 'a' },
      });
      return who;
    },
    ({ code }) => ask(city.root, 'DELETE', `/api/v1/admin/grants/h-${code}`),
  ],
  [
    'the loan is ended by its lender',
    403,
    async () => {
      const { code } = await lender();
      return { ...(await city.borrower(`g-${code}`, city.tomorrow)), session: code };
    },
    async ({ code, session }) => ask(await city.again(session ?? ''), 'DELETE', `/api/v1/me/loans/l-${code}`),
  ],
  [
    'the role of the lender is ended',
    403,
    async () => {
      const { code } = await lender();
      return { ...(await city.borrower(`g-${code}`, city.tomorrow)), session: code };
    },
    ({ session }) => ask(city.root, 'DELETE', `/api/v1/admin/grants/g-${session}`),
  ],
  [
    'the role asks for a second factor',
    403,
    () => city.person('clerk', 'a'),
    () => ask(city.root, 'POST', '/api/v1/admin/policy', { role: 'clerk', required: true }),
  ],
];

const KEYS_AND_WALLS: Case[] = [
  [
    'the key is revoked',
    401,
    () => city.key('north'),
    ({ code }) => ask(city.root, 'DELETE', `/api/v1/admin/keys/${code}`),
  ],
  [
    'the key is rotated and the old one revoked',
    401,
    () => city.key('north'),
    async ({ code }) => {
      await ask(city.root, 'POST', `/api/v1/admin/keys/${code}/rotation`, {});
      await ask(city.root, 'DELETE', `/api/v1/admin/keys/${code}`);
    },
  ],
  [
    'the wall is revoked',
    401,
    () => city.wall('a'),
    ({ code }) => ask(city.root, 'DELETE', `/api/v1/admin/walls/${code}`),
  ],
];

const MOVES: Case[] = [
  ['the area moves out of a leader’s', 404, () => city.person('leader', 'north'), () => moved('other')],
  ['the area moves out of an analyst’s', 404, () => city.person('analyst', 'north'), () => moved('other')],
  ['the area moves out of a key’s', 404, () => city.key('north'), () => moved('other')],
];

describe('a right that is lost is lost within a second, for requests and on open sockets', () => {
  it.each([...SESSIONS, ...ROLES, ...KEYS_AND_WALLS])('%s', async (what, status, come, end) => {
    const one = await watching(await come());
    await end(one.who);
    await losesIt(what, one, status, performance.now());
  });

  it.each(MOVES)('%s', async (what, status, come, end) => {
    const one = await watching(await come());
    await end(one.who);
    await losesIt(what, one, status, performance.now());
    await moved('north');
  });

  it('K3: roles and loans end with their last day', async () => {
    const { code: lending } = await lender();
    const { code: ending } = await city.person('head', 'a', city.today);
    const cases = [
      ['the last day of the role is over', await city.person('analyst', 'a', city.today)],
      ['the last day of the loan is over', await city.borrower(`g-${lending}`, city.today)],
      ['the last day of the lender’s role is over', await city.borrower(`g-${ending}`, city.tomorrow)],
    ] as const;
    const ones: [string, Watching][] = [];
    for (const [what, who] of cases) ones.push([what, await watching(who)]);
    city.server.pass(city.untilMidnight());
    const since = performance.now();
    await Promise.all(ones.map(([what, one]) => losesIt(what, one, 403, since)));
  });

  it('a session that nobody used for half a day ends', async () => {
    const one = await watching(await city.person('head', 'a'));
    city.server.pass(12 * 3_600_000);
    await losesIt('nobody used the session for half a day', one, 401, performance.now());
  });
});

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../lib/domain/access/role.ts';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import { writeBackup } from '../../server/backup/write-backup.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { createLogger } from '../../server/logger.ts';
import { granted, personAdded } from '../access/people.ts';
import { makeKey, testTree } from '../support/city.ts';
import { postEvents } from '../support/cloud-events.ts';
import { findingsIn } from '../support/law-log.ts';
import { openSession } from '../support/open-session.ts';
import { TEST_PASSWORD } from '../support/signed-in.ts';
import { openWholeServer, type WholeServer } from '../support/whole-server.ts';

const PEOPLE: [code: string, role: Role, area: string | null][] = [
  ['root', 'admin', null],
  ['leader', 'leader', 'city'],
  ['district', 'leader', 'north'],
  ['head', 'head', 'a'],
  ['clerk', 'clerk', 'a'],
  ['officer', 'officer', 'a'],
  ['inspector', 'inspector', 'city'],
  ['analyst', 'analyst', 'city'],
  ['neighbour', 'head', 'b'],
];
const MARK = { title: 'Chủ tịch UBND phường', password: TEST_PASSWORD };

let server: WholeServer;
let folder: string;
const lines: string[] = [];
const cookies = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thuoc-do-erased-'));
  const logger = createLogger('trace', { write: (line) => void lines.push(line) });
  server = await openWholeServer(
    [
      ...testTree,
      ...PEOPLE.flatMap(([code, role, area]) => [
        personAdded(code, area, `Tên ${code}`),
        granted(`g-${code}`, code, role, area),
      ]),
    ],
    { logger, dataDir: folder },
  );
  const came = { from: '203.0.113.1', headers: new Headers() };
  for (const [code] of PEOPLE) {
    await server.auth.credentials.setPassword(code, TEST_PASSWORD, came);
    cookies.set(code, (await openSession(server.auth, code)).cookie);
  }
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function ask(who: string, path: string, body?: object) {
  const response = await fetch(`${server.url}/api/v1/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      cookie: cookies.get(who) ?? '',
      origin: server.url,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}
const act = (who: string, page: number, name: string, body: object) =>
  ask(who, `areas/a/suggestions/${page}/${name}`, body);

let sent = 0;
async function tell(type: string, data: object): Promise<number> {
  sent += 1;
  const read = readEnvelope({
    specversion: '1.0',
    id: `told-${sent}`,
    source: '/told/a',
    subject: 'a',
    type,
    time: new Date(server.core.now()).toISOString(),
    data,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const [outcome] = await server.core.door.submit([read.event], { kind: 'operator' });
  if (outcome?.status !== 'stored') throw new Error(JSON.stringify(outcome));
  return outcome.seq;
}

/** A page of the book that was sorted and confirmed by the head. */
async function seenPage(text: string): Promise<number> {
  const suggestion = `page-${sent}`;
  await tell('suggestion.submitted', { suggestion, text, contact: `${text} 0900 111 222`, channel: 'qr' });
  const { rows } = await server.database.pool.query<{ page: number }>(
    'SELECT page FROM suggestion WHERE suggestion = $1',
    [suggestion],
  );
  const page = rows[0]?.page ?? 0;
  expect((await act('clerk', page, 'sort', { kind: 'suggestion' })).status).toBe(200);
  expect((await act('head', page, 'seen', MARK)).status).toBe(200);
  return page;
}

const markOf = async (page: number): Promise<unknown> =>
  (
    await server.database.pool.query(
      `SELECT s.seen_at, s.seen_seq, p.value -> 'by' AS by, e.chain_hash FROM suggestion s
       JOIN personal p ON p.seq = s.seen_seq JOIN event e ON e.seq = s.seen_seq WHERE s.unit = 'a' AND s.page = $1`,
      [page],
    )
  ).rows;

describe('N3: nobody takes a mark back', () => {
  it('no role does by any act, no key by any event, and no sorting, answer or erasure', async () => {
    const page = await seenPage('Xin thêm ghế chờ');
    const mark = await markOf(page);
    expect(mark).toEqual([expect.objectContaining({ by: { name: 'Tên head', title: MARK.title } })]);
    const acts: [string, object][] = [
      ['seen', { ...MARK, title: 'Người khác' }],
      ['sort', { kind: 'petition' }],
      ['instruct', { title: MARK.title, text: 'Làm', owner: 'Văn phòng', dueDay: '2099-01-01' }],
      ['answer', { title: MARK.title, text: 'Đã làm' }],
      ['unsee', {}],
      ['seen/undo', {}],
    ];
    for (const [who] of PEOPLE) for (const [name, body] of acts) await act(who, page, name, body);
    for (const method of ['DELETE', 'PUT'])
      for (const [who] of PEOPLE)
        for (const path of ['', '/seen']) {
          const { status } = await fetch(`${server.url}/api/v1/areas/a/suggestions/${page}${path}`, {
            method,
            headers: { cookie: cookies.get(who) ?? '', origin: server.url },
          });
          expect([who, method, status]).toEqual([who, method, 404]);
        }
    const { rows } = await server.database.pool.query<{ suggestion: string }>(
      'SELECT suggestion FROM suggestion WHERE page = $1',
      [page],
    );
    const { secret } = await makeKey(server.core.door, { area: 'city', rights: ['write', 'import'] });
    const suggestion = rows[0]?.suggestion;
    for (const [type, data] of [
      ['suggestion.submitted', { suggestion, text: 'viết đè' }],
      ['suggestion.sorted', { suggestion, kind: 'petition' }],
      ['suggestion.seen', { suggestion, by: { name: 'Máy' } }],
      ['suggestion.unseen', { suggestion }],
      ['suggestion.page_computed', { suggestion, page: 1, of: { source: 'x', id: 'x' }, lateFrom: 0 }],
    ] as const)
      await postEvents(
        server.url,
        [
          {
            specversion: '1.0',
            id: type,
            source: '/forger',
            subject: 'a',
            type,
            time: new Date(server.core.now()).toISOString(),
            data,
          },
        ],
        { secret },
      );
    // Last, since it leaves the book for good, and its words are then removed.
    expect((await act('leader', page, 'sort', { kind: 'complaint' })).status).toBe(200);
    expect((await act('leader', page, 'erase', {})).status).toBe(200);
    expect(await markOf(page)).toEqual(mark);
  });
});

/** What somebody with the database at hand would change of a page. */
const FORGED: [what: string, table: string, change: string][] = [
  ['its number', 'suggestion', 'UPDATE suggestion SET page = page + 1000 WHERE page = $1'],
  ['its mark', 'suggestion', 'UPDATE suggestion SET seen_at = NULL WHERE page = $1'],
  [
    'the instant of its mark',
    'suggestion',
    "UPDATE suggestion SET seen_at = seen_at - interval '1 day' WHERE page = $1",
  ],
  ['its day', 'suggestion', 'UPDATE suggestion SET day = day - 1 WHERE page = $1'],
  ['itself, taken out', 'suggestion', 'DELETE FROM suggestion WHERE page = $1'],
  [
    'its words',
    'personal',
    `UPDATE personal SET value = jsonb_set(value::jsonb, '{text}', '"Rất tốt"') FROM suggestion s
     WHERE s.page = $1 AND personal.seq = s.submitted_seq`,
  ],
  [
    'who confirmed it',
    'personal',
    `UPDATE personal SET value = jsonb_set(value::jsonb, '{by,name}', '"Ai khác"') FROM suggestion s
     WHERE s.page = $1 AND personal.seq = s.seen_seq`,
  ],
  [
    'its words, taken out without an act',
    'personal',
    `UPDATE personal SET value = NULL, salt = NULL, erased_at = now() FROM suggestion s
     WHERE s.page = $1 AND personal.seq = s.submitted_seq`,
  ],
  [
    'the time in the log',
    'event',
    "UPDATE event SET at = at - interval '1 day' FROM suggestion s WHERE s.page = $1 AND event.seq = s.submitted_seq",
  ],
  [
    'its kind in the log',
    'event',
    `UPDATE event SET data = jsonb_set(event.data::jsonb, '{kind}', '"petition"')
     WHERE type = 'suggestion.sorted' AND data ->> 'suggestion' = (SELECT suggestion FROM suggestion WHERE page = $1)`,
  ],
  [
    'its mark in the log, taken out',
    'event',
    'DELETE FROM event USING suggestion s WHERE s.page = $1 AND event.seq = s.seen_seq',
  ],
];

describe('a page altered in the database by hand is found by `verify`', () => {
  let page = 0;
  beforeAll(async () => {
    page = await seenPage('Đường dây nóng không có người nghe');
    expect(await findingsIn(server.database.connectionString)).toEqual([]);
  });

  it.each(FORGED)('%s', async (_, table, change) => {
    const { pool } = server.database;
    await pool.query(`CREATE TABLE kept AS TABLE "${table}"`);
    const { rowCount } = await pool.query(change, [page]);
    expect(rowCount).toBe(1);
    const findings = await findingsIn(server.database.connectionString);
    await pool.query(`DELETE FROM "${table}"`);
    await pool.query(`INSERT INTO "${table}" SELECT * FROM kept`);
    await pool.query('DROP TABLE kept');
    expect(findings.length).toBeGreaterThan(0);
    expect(await findingsIn(server.database.connectionString)).toEqual([]);
  });
});

describe('N8, L5: after erasure the words are nowhere', () => {
  const WORDS = 'Nhà ông Bảy ở ngõ 34 phố Hàng Than';

  /** Where the words stand: tables, files of the data folder, log lines. */
  async function found(): Promise<string[]> {
    const { rows } = await server.database.pool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const places: string[] = [];
    for (const { name } of rows) {
      const { rowCount } = await server.database.pool.query(
        `SELECT FROM "${name}" t WHERE strpos(t::text, $1) > 0`,
        [WORDS],
      );
      if (rowCount) places.push(name);
    }
    for (const file of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (file.isFile() && holds(await readFile(join(file.parentPath, file.name)))) places.push(file.name);
    return [...places, ...(holds(Buffer.from(lines.join(''))) ? ['log lines'] : [])];
  }

  const holds = (bytes: Buffer): boolean => {
    const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
    // As JSON may write them, too.
    return [WORDS, encodeURIComponent(WORDS), Buffer.from(WORDS).toString('base64')].some((form) =>
      text.includes(form),
    );
  };

  const backup = async (name: string): Promise<boolean> => {
    const file = join(folder, name);
    await writeBackup(
      { connectionString: server.database.connectionString, dataDir: join(folder, 'office') },
      file,
      server.core.now(),
    );
    return holds(await readFile(file));
  };

  it('in no table, file, log line or later backup, and the log is still sound', async () => {
    const page = await seenPage(WORDS);
    await act('head', page, 'answer', { title: MARK.title, text: 'Đã trả lời' });
    const rated = await tell('rating.given', { rating: 'r-kin', level: 'satisfied', comment: WORDS });
    const explained = await tell('explanation.added', { about: { rating: 'r-kin' }, text: WORDS });
    // What is read before is looked for as well: lists, one page, the printed book, a table.
    for (const path of [
      'suggestions?area=a',
      `areas/a/suggestions/${page}`,
      'areas/a/book.pdf',
      'ratings?area=a',
    ])
      expect((await ask('head', path)).status).toBe(200);
    expect((await found()).sort()).toEqual(['personal']);
    expect(await backup('before.backup.gz'), 'a backup of before holds them').toBe(true);
    await rm(join(folder, 'before.backup.gz'));

    expect((await act('leader', page, 'erase', {})).status).toBe(200);
    await server.core.door.define(
      [rated, explained].map((seq) => ({ type: 'personal.erased', data: { seq } })),
      OPERATOR,
    );
    expect(await found()).toEqual([]);
    expect(await backup('after.backup.gz')).toBe(false);
    expect(lines.length, 'there were lines to look at').toBeGreaterThan(0);
    expect(await findingsIn(server.database.connectionString)).toEqual([]);
  });
});

import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../lib/domain/access/role.ts';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import type { PageAnswer, SuggestionLine } from '../../lib/wire/suggestion-reads.ts';
import type { Definition } from '../../server/log/submission.ts';
import { suggestionKpis } from '../../server/read/suggestion-kpis.ts';
import { granted, personAdded } from '../access/people.ts';
import { makeKey, testTree } from '../support/city.ts';
import { postEvents } from '../support/cloud-events.ts';
import { findingsIn } from '../support/law-log.ts';
import { pdfPages, unspaced } from '../support/letter-text.ts';
import { openSession } from '../support/open-session.ts';
import { TEST_PASSWORD } from '../support/signed-in.ts';
import { openWholeServer, type WholeServer } from '../support/whole-server.ts';

let server: WholeServer;
const cookies = new Map<string, string>();

const PEOPLE: [code: string, role: Role, area: string][] = [
  ['leader', 'leader', 'city'],
  ['head', 'head', 'a'],
  ['clerk', 'clerk', 'a'],
  ['inspector', 'inspector', 'city'],
  ['analyst', 'analyst', 'city'],
  ['head-b', 'head', 'b'],
];
const spans = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }));

beforeAll(async () => {
  const definitions: Definition[] = [
    ...testTree,
    { type: 'sessions.set', data: { area: 'city', scope: 'week', fromDay: '2020-01-01', spans } },
    ...PEOPLE.flatMap(([code, role, area]) => [
      personAdded(code, area, `Tên ${code}`),
      granted(`g-${code}`, code, role, area),
    ]),
  ];
  server = await openWholeServer(definitions);
  const { credentials } = server.auth;
  const came = { from: '203.0.113.1', headers: new Headers() };
  await credentials.setPassword('head', TEST_PASSWORD, came);
  await credentials.setPassword('leader', TEST_PASSWORD, came);
  for (const [code] of PEOPLE) cookies.set(code, (await openSession(server.auth, code)).cookie);
});
afterAll(async () => {
  expect(await findingsIn(server.database.connectionString)).toEqual([]);
  await server.close();
});

async function ask<T>(who: string, path: string, body?: unknown, accept = 'application/json') {
  const response = await fetch(`${server.url}/api/v1/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      cookie: cookies.get(who) ?? '',
      origin: server.url,
      accept,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  // The tests look into answers of many shapes.
  return { status: response.status, text, body: (isJson ? JSON.parse(text) : null) as T };
}
const page = async (who: string, number: number, unit = 'a') =>
  (await ask<PageAnswer>(who, `areas/${unit}/suggestions/${number}`)).body;
const act = (who: string, number: number, name: string, body: object) =>
  ask<PageAnswer & { faults?: { pointer: string; rule: string }[] }>(
    who,
    `areas/a/suggestions/${number}/${name}`,
    body,
  );

let sent = 0;
/** What a QR form hands in by its key. */
async function submit(text: string, more: object = {}): Promise<number> {
  sent += 1;
  const read = readEnvelope({
    specversion: '1.0',
    id: `s${sent}`,
    source: '/qr/a',
    subject: 'a',
    type: 'suggestion.submitted',
    time: new Date(server.core.now()).toISOString(),
    data: { suggestion: `qr-${sent}`, text, channel: 'qr', contact: '0900 111 222', ...more },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  await server.core.door.submit([read.event], { kind: 'operator' });
  const { rows } = await server.database.pool.query<{ page: number }>(
    `SELECT page FROM suggestion WHERE unit = 'a' AND suggestion = $1`,
    [`qr-${sent}`],
  );
  return rows[0]?.page ?? 0;
}

const MARK = { title: 'Chủ tịch UBND phường', password: TEST_PASSWORD };

test('N1–N3, K11: a page is sorted, seen with the password, instructed and answered', async () => {
  const entered = await ask<PageAnswer>('clerk', 'areas/a/suggestions', {
    text: 'Đề nghị thêm ghế ngồi',
    channel: 'hotline',
    contact: '0900 000 000',
  });
  expect(entered.status).toBe(201);
  const { page: n } = entered.body;
  expect(entered.body).toMatchObject({ unit: 'a', state: 'unseen', kind: null, acts: ['sort'] });

  // Before it is sorted the head does not read it, and nothing can be confirmed.
  expect(await page('head', n)).toMatchObject({ text: null, contact: null, acts: [] });
  expect(await act('head', n, 'seen', MARK)).toMatchObject({
    status: 422,
    body: { faults: [{ pointer: '', rule: 'page_act_closed' }] },
  });

  await act('clerk', n, 'sort', { kind: 'suggestion' });
  expect(await page('head', n)).toMatchObject({ text: 'Đề nghị thêm ghế ngồi', acts: ['see'] });
  // A clerk's reading is no mark, and a clerk cannot make one.
  expect((await act('clerk', n, 'seen', MARK)).status).toBe(403);
  expect((await act('leader', n, 'seen', MARK)).status).toBe(422);
  expect(await act('head', n, 'seen', { ...MARK, password: 'không phải' })).toMatchObject({
    status: 422,
    body: { faults: [{ pointer: '/password', rule: 'password_wrong' }] },
  });
  expect((await page('head', n)).seenAt).toBeNull();

  server.pass(3_600_000);
  const seen = await act('head', n, 'seen', MARK);
  expect(seen.body).toMatchObject({
    state: 'seen',
    seenBy: 'Tên head',
    seenTitle: 'Chủ tịch UBND phường',
    seenOnBehalfOf: null,
    acts: ['instruct', 'answer'],
  });
  expect(seen.body.waitSec).toBeGreaterThanOrEqual(3600);
  // Once is once.
  expect((await act('head', n, 'seen', MARK)).status).toBe(422);

  const order = { title: 'Chủ tịch', text: 'Mua 12 ghế', owner: 'Văn phòng', dueDay: '2030-01-05' };
  expect((await act('head', n, 'instruct', order)).body).toMatchObject({ owner: 'Văn phòng', state: 'seen' });
  const done = await act('head', n, 'answer', { title: 'Chủ tịch', text: 'Đã đặt ghế' });
  expect(done.body.state).toBe('answered');
  expect(done.body.steps.map(({ step, here }) => [step, here])).toEqual([
    ['submitted', true],
    ['sorted', true],
    ['seen', true],
    ['instructed', true],
    ['answered', true],
  ]);
  expect(done.body.steps[3]).toMatchObject({ text: 'Mua 12 ghế', owner: 'Văn phòng', due: '2030-01-05' });
});

test('N3: a key that tells of an earlier mark displaces no confirmation, and takes none away', async () => {
  const { secret } = await makeKey(server.core.door, { area: 'a' });
  const tell = async (id: string, n: number, minutesAgo: number): Promise<void> => {
    const { suggestion } = await page('head', n);
    const event = {
      specversion: '1.0',
      id,
      source: '/book/a',
      subject: 'a',
      type: 'suggestion.seen',
      time: new Date(server.core.now() - minutesAgo * 60_000).toISOString(),
      data: { suggestion, by: { name: 'Ai đó khác', title: 'Chủ tịch' } },
    };
    const { results } = await postEvents(server.url, [event], {
      secret,
      type: 'application/cloudevents-batch+json',
    });
    expect(results.map(({ status }) => status)).toEqual(['stored']);
  };
  const first = await submit('Ghế gãy');
  await act('clerk', first, 'sort', { kind: 'suggestion' });
  server.pass(3_600_000);
  const { seenAt, waitSec } = (await act('head', first, 'seen', MARK)).body;
  const confirmed = { seenBy: 'Tên head', seenTitle: MARK.title, seenAt, waitSec };
  await tell('back-dated', first, 59);
  const after = await page('head', first);
  expect(after).toMatchObject({ ...confirmed, acts: ['instruct', 'answer'] });
  // Nothing is hidden either: the telling stands among the steps.
  expect(after.steps.filter(({ step }) => step === 'seen').map(({ here }) => here)).toEqual([false, true]);

  const second = await submit('Quạt hỏng');
  await act('clerk', second, 'sort', { kind: 'suggestion' });
  await tell('told first', second, 0);
  expect(await page('head', second)).toMatchObject({
    state: 'seen',
    seenBy: 'Ai đó khác',
    acts: ['see', 'instruct', 'answer'],
  });
  server.pass(60_000);
  expect((await act('head', second, 'seen', MARK)).body).toMatchObject({
    seenBy: 'Tên head',
    acts: ['instruct', 'answer'],
  });
  await tell('told again', second, 1);
  expect((await page('head', second)).seenBy).toBe('Tên head');
});

test('N3: whoever confirms by a loan does so on behalf of its lender', async () => {
  await server.core.door.define(
    [
      personAdded('deputy', 'a', 'Phó của head'),
      {
        type: 'person.lent',
        data: { loan: 'l1', grant: 'g-head', to: 'deputy', fromDay: '2020-01-01', toDay: '2099-01-01' },
      },
    ],
    { kind: 'operator' },
  );
  await server.auth.credentials.setPassword('deputy', TEST_PASSWORD, { from: '', headers: new Headers() });
  cookies.set('deputy', (await openSession(server.auth, 'deputy')).cookie);
  const n = await submit('Nên mở cửa sớm hơn');
  await act('clerk', n, 'sort', { kind: 'petition' });
  expect((await act('deputy', n, 'seen', { ...MARK, title: 'Phó Chủ tịch' })).body).toMatchObject({
    seenBy: 'Phó của head',
    seenTitle: 'Phó Chủ tịch',
    seenOnBehalfOf: 'Tên head',
    termSource: 'Luật Tiếp công dân 2013, Điều 28',
  });
});

test('N5: a denunciation leaves; its text, kind and time are gone for the unit, and the level above acts', async () => {
  const SECRET = 'Cán bộ quầy 3 nhận tiền của tôi';
  const n = await submit(SECRET);
  await act('clerk', n, 'sort', { kind: 'denunciation', body: 'Thanh tra thành phố' });
  for (const who of ['clerk', 'head', 'inspector', 'analyst'])
    for (const path of [`areas/a/suggestions/${n}`, 'suggestions?area=a', 'suggestions?area=a&state=away']) {
      const { text } = await ask(who, path);
      expect(text, `${who} ${path}`).not.toMatch(/Cán bộ quầy 3|denunciation|Thanh tra|0900 111 222/);
    }
  const closed = await page('head', n);
  expect(closed).toMatchObject({
    page: n,
    state: 'away',
    kind: null,
    submittedAt: null,
    steps: [],
    acts: [],
  });
  expect(closed.day).toMatch(/^\d{4}-\d\d-\d\d$/);
  // No filter tells what no line does.
  for (const filter of ['kind=denunciation', 'channel=qr&state=away'])
    expect((await ask<{ items: unknown[] }>('head', `suggestions?area=a&${filter}`)).body.items).toEqual([]);
  expect((await ask('head', 'suggestions?area=a', undefined, 'text/csv')).text).not.toContain(
    'Cán bộ quầy 3',
  );

  const above = await page('leader', n);
  expect(above).toMatchObject({
    text: SECRET,
    contact: '0900 111 222',
    kind: 'denunciation',
    body: 'Thanh tra thành phố',
    termSource: 'Luật Tố cáo 2018, Điều 24 khoản 1',
    acts: ['sort', 'see', 'erase'],
  });
  expect(above.dueAt).not.toBeNull();
  // It never comes back, and the unit can do nothing with it.
  expect(await act('leader', n, 'sort', { kind: 'suggestion' })).toMatchObject({
    status: 422,
    body: { faults: [{ pointer: '/kind', rule: 'page_has_left' }] },
  });
  expect((await act('clerk', n, 'sort', { kind: 'suggestion' })).status).toBe(422);
  expect((await act('head', n, 'seen', MARK)).status).toBe(422);
  expect((await act('leader', n, 'seen', MARK)).body).toMatchObject({ state: 'away', seenBy: 'Tên leader' });
  expect((await page('head', n)).seenBy).toBeNull();
});

test('N5: whoever leads above but holds a role in the unit too does not read what has left its book', async () => {
  const n = await submit('Chủ tịch phường bao che');
  await act('clerk', n, 'sort', { kind: 'about_head' });
  await server.core.door.define([granted('g-both', 'leader', 'inspector', 'a')], { kind: 'operator' });
  expect(await page('leader', n)).toMatchObject({ text: null, kind: null, acts: [] });
  await server.core.door.define([{ type: 'person.grant_ended', data: { grant: 'g-both' } }], {
    kind: 'operator',
  });
  expect((await page('leader', n)).text).toBe('Chủ tịch phường bao che');
});

test('lists: what waits first, by cursor without a gap, filters, CSV without formulas; texts for who may', async () => {
  const formula = await submit('=HYPERLINK("http://x.test")');
  await act('clerk', formula, 'sort', { kind: 'suggestion' });
  const all = (await ask<{ items: SuggestionLine[]; next: null }>('head', 'suggestions?area=a')).body;
  const states = all.items.map(({ state }) => state === 'unseen');
  expect(states).toEqual([...states].sort((x, y) => Number(y) - Number(x)));
  expect(new Set(all.items.map(({ page: n }) => n)).size).toBe(all.items.length);
  for (const who of ['head', 'leader']) {
    const pages: number[] = [];
    const whole = (await ask<{ items: SuggestionLine[] }>(who, 'suggestions?area=a')).body.items;
    for (let next: string | null = ''; next !== null; ) {
      const more: string = next === '' ? '' : `&cursor=${next}`;
      const part = await ask<{ items: SuggestionLine[]; next: string | null }>(
        who,
        `suggestions?area=a&limit=2${more}`,
      );
      pages.push(...part.body.items.map(({ page: n }) => n));
      next = part.body.next;
    }
    expect(pages).toEqual(whole.map(({ page: n }) => n));
  }
  const csv = (await ask('head', 'suggestions?area=a', undefined, 'text/csv')).text;
  expect(csv.split('\r\n')[0]?.endsWith(',erased,text')).toBe(true);
  expect(csv).toContain(`"'=HYPERLINK(""http://x.test"")"`);
  // An analyst sees the book without its texts, the head next door nothing.
  const analyst = await ask('analyst', 'suggestions?area=a');
  expect(analyst.text).not.toContain('HYPERLINK');
  expect((await ask('head-b', 'suggestions?area=a')).status).toBe(404);
  expect((await ask('head', 'suggestions?area=a&state=lost')).body).toMatchObject({ parameter: 'state' });
});

test('N8: erased on request, a page keeps number, day and marks; its text is in no table, and the chain holds', async () => {
  const TEXT = 'Số nhà 12 ngõ 34 hay mất nước';
  const n = await submit(TEXT);
  await act('clerk', n, 'sort', { kind: 'suggestion' });
  await act('head', n, 'seen', MARK);
  expect((await act('head', n, 'erase', {})).status).toBe(403);
  const before = await page('head', n);
  const erased = await act('leader', n, 'erase', {});
  expect(erased.body).toMatchObject({ erased: true, text: null, contact: null });
  expect(erased.body.acts).not.toContain('erase');
  const after = await page('head', n);
  expect(after).toEqual({ ...before, erased: true, text: null, contact: null });
  const { rows } = await server.database.pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of rows) {
    const { rowCount } = await server.database.pool.query(
      `SELECT FROM "${name}" t WHERE strpos(t::text, $1) > 0`,
      [TEXT],
    );
    expect(rowCount, name).toBe(0);
  }
});

test('N8: a photo goes with its page to whoever reads it, by a clerk or by a key, and is erased with it', async () => {
  const paper = sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } });
  const photo = (await paper.png().toBuffer()).toString('base64');
  const entered = await ask<PageAnswer>('clerk', 'areas/a/suggestions', {
    text: 'Theo ảnh',
    channel: 'box',
    photo,
  });
  expect(entered.body).toMatchObject({ photo: true });
  const { page: n } = entered.body;
  const photoAt = async (who: string, number: number) => {
    const response = await fetch(`${server.url}/api/v1/areas/a/suggestions/${number}/photo`, {
      headers: { cookie: cookies.get(who) ?? '' },
    });
    return { status: response.status, type: response.headers.get('content-type') };
  };
  expect(await photoAt('clerk', n)).toEqual({ status: 200, type: 'image/jpeg' });
  // Not sorted yet.
  expect((await photoAt('head', n)).status).toBe(404);
  const wrong = await ask<{ faults: unknown[] }>('clerk', 'areas/a/suggestions', {
    text: 'x',
    channel: 'box',
    photo: 'PHN2Zz4=',
  });
  expect([wrong.status, wrong.body.faults]).toEqual([422, [{ pointer: '/photo', rule: 'photo_form' }]]);

  const { secret } = await makeKey(server.core.door, { area: 'a' });
  const event = (id: string, given: string) => ({
    specversion: '1.0',
    id,
    source: '/qr/photo',
    subject: 'a',
    type: 'suggestion.submitted',
    time: new Date(server.core.now()).toISOString(),
    data: { suggestion: id, text: 'Ảnh từ mã QR', photo: given },
  });
  const send = (...events: object[]) =>
    postEvents(server.url, events, { secret, type: 'application/cloudevents-batch+json' });
  const sound = event('p1', photo);
  const first = await send(sound, event('p2', 'PHN2Zz4='));
  expect(first.results.map(({ status, error }) => [status, error?.code, error?.pointer])).toEqual([
    ['stored', undefined, undefined],
    ['rejected', 'bad_photo', '/data/photo'],
  ]);
  expect((await send(sound)).results[0]?.status).toBe('duplicate');

  await act('leader', n, 'erase', {});
  expect((await photoAt('leader', n)).status).toBe(404);
  const { rows } = await server.database.pool.query(
    `SELECT value FROM personal p JOIN suggestion s ON s.submitted_seq = p.seq WHERE s.unit = 'a' AND s.page = $1`,
    [n],
  );
  expect(rows).toEqual([{ value: null }]);
});

test('the book prints with its marks, and what has left it without its words', async () => {
  const fetchPdf = async (who: string, query = '') => {
    const response = await fetch(`${server.url}/api/v1/areas/a/book.pdf${query}`, {
      headers: { cookie: cookies.get(who) ?? '' },
    });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  const strange = await submit('Cảm ơn 😀 中文 {x} '.concat('dài'.repeat(60)));
  await act('clerk', strange, 'sort', { kind: 'suggestion' });
  const { status, bytes } = await fetchPdf('head');
  expect(status).toBe(200);
  const sheets = await pdfPages(bytes);
  const text = unspaced(sheets.map((sheet) => sheet.text).join(''));
  const { rows } = await server.database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM suggestion WHERE unit = 'a'`,
  );
  for (let n = 1; n <= (rows[0]?.n ?? 0); n += 1) expect(text).toContain(`Trang${n}·`);
  for (const part of ['SỔ GÓP Ý', 'ĐÃ XEM', 'Tên head', 'thay Tên head', 'Mua 12 ghế', 'Đã đặt ghế'])
    expect(text).toContain(unspaced(part));
  expect(text).toContain(unspaced('Cảm ơn □ □□ {x}'));
  expect(text).toContain(unspaced('Trang này đã rời sổ lên cấp trên.'));
  expect(text).not.toContain(unspaced('Cán bộ quầy 3'));
  // A4 is 595 points wide.
  for (const sheet of sheets) expect(sheet.right).toBeLessThan(595 - 40);
  const above = await pdfPages((await fetchPdf('leader', '?lang=en')).bytes);
  const told = unspaced(above.map((sheet) => sheet.text).join(''));
  expect(told).toContain(unspaced('Cán bộ quầy 3'));
  expect(told).toContain('SUGGESTIONBOOK');
  expect((await fetchPdf('analyst')).status).toBe(403);
  expect((await fetchPdf('head', '?from=2020-01-01&to=2020-01-02')).status).toBe(200);
});

test.each([
  [
    'the words of a page',
    `UPDATE personal SET value = value || '{"text":"Khen"}' WHERE value ? 'text' AND seq = $1`,
  ],
  ['a mark', `UPDATE suggestion SET seen_at = NULL WHERE submitted_seq = $1`],
  ['a number', `UPDATE suggestion SET page = 777 WHERE submitted_seq = $1`],
])('verify finds %s changed by hand', async (_what, change) => {
  const { pool } = server.database;
  const { rows } = await pool.query<{ seq: string }>(
    `SELECT s.submitted_seq AS seq FROM suggestion s JOIN personal p ON p.seq = s.submitted_seq
     WHERE s.seen_at IS NOT NULL AND p.value IS NOT NULL ORDER BY s.page LIMIT 1`,
  );
  const seq = rows[0]?.seq;
  await pool.query('CREATE TABLE kept_s AS SELECT * FROM suggestion WHERE submitted_seq = $1', [seq]);
  await pool.query('CREATE TABLE kept_p AS SELECT * FROM personal WHERE seq = $1', [seq]);
  try {
    expect((await pool.query(change, [seq])).rowCount).toBe(1);
    expect(await findingsIn(server.database.connectionString)).toHaveLength(1);
  } finally {
    await pool.query('DELETE FROM suggestion WHERE submitted_seq = $1', [seq]);
    await pool.query('INSERT INTO suggestion SELECT * FROM kept_s');
    await pool.query('UPDATE personal p SET value = k.value FROM kept_p k WHERE p.seq = k.seq');
    await pool.query('DROP TABLE kept_s, kept_p');
  }
});

test('N7: measures speak of the pages of the book, and of what waits at the moment of reading', async () => {
  type Kpis = { suggestions: Record<string, unknown> };
  const period = 'from=2020-01-01&to=2060-01-01';
  const { suggestions } = (await ask<Kpis>('head', `areas/a/kpis?${period}`)).body;
  const { rows } = await server.database.pool.query<Record<string, number>>(
    `SELECT count(*)::int AS submitted, count(*) FILTER (WHERE state = 'away')::int AS away,
       count(*) FILTER (WHERE state <> 'away' AND seen_at IS NOT NULL)::int AS seen,
       count(*) FILTER (WHERE state = 'unseen')::int AS unseen FROM suggestion WHERE unit = 'a'`,
  );
  const { submitted = 0, away = 0, seen, unseen } = rows[0] ?? {};
  expect(suggestions).toMatchObject({
    submitted,
    away,
    unseen,
    unseenLate: 0,
    answered: 1,
    seen: { n: seen, of: submitted - away },
    timeToSeen: { n: seen },
  });
  const { core } = server;
  const later = core.now() + 3 * 86_400_000;
  const context = {
    prisma: core.prisma,
    pool: core.database.pool,
    kept: core.database.pool,
    tree: core.memory.tree,
    now: () => later,
  };
  const days = { from: '2020-01-01', to: '2060-01-01' };
  expect(await suggestionKpis(context, 'city', days, later)).toMatchObject({ unseen, unseenLate: unseen });
  // At an instant before the first page nothing waited.
  expect(await suggestionKpis(context, 'city', days, later - 30 * 86_400_000)).toMatchObject({ unseen: 0 });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import type { ApologyAnswer, DraftAnswer } from '../../lib/wire/apology-acts.ts';
import type { ApologyLine } from '../../lib/wire/dossier-reads.ts';
import { MOST, SIZES } from '../../server/http/limits.ts';
import type { Definition, Outcome } from '../../server/log/submission.ts';
import { type AdminServer, type Answer, openAdminServer } from '../support/admin-server.ts';
import { defineAll } from '../support/city.ts';
import { lateDraft, SCANNED, SIGNED_DIGITALLY, signing } from '../support/late-letter.ts';
import { findingsIn } from '../support/law-log.ts';
import { docxParagraphs } from '../support/letter-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'td-chain-'));
let city: AdminServer;
let told = 0;

const person = (code: string, name: string, role: 'head' | 'clerk'): Definition[] => [
  { type: 'person.added', data: { person: code, area: 'a', name, login: code, email: `${code}@a.vn` } },
  { type: 'person.granted', data: { grant: `g-${code}`, person: code, role, area: 'a' } },
];

// Now is Monday 23 November 2026, 10:00. People of the city stand in `admin-server.ts`; `head` heads ward a, today also by `deputy`.
beforeAll(async () => {
  city = await openAdminServer(folder);
  await defineAll(city.core.door, [
    ...person('head', 'Trưởng Đơn Vị', 'head'),
    ...person('deputy', 'Phó Trưởng', 'clerk'),
    {
      type: 'person.lent',
      data: { loan: 'l-1', grant: 'g-head', to: 'deputy', fromDay: '2026-11-23', toDay: '2026-11-23' },
    },
  ]);
});
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});

/** Tells of a dossier as its system does: type without "dossier.", local clock time of Hà Nội, data. */
async function tell(
  dossier: string,
  ...facts: [type: string, at: string, data?: Record<string, unknown>][]
): Promise<Outcome[]> {
  const events = facts.map(([type, at, data]) => {
    const id = `e${++told}`;
    const read = readEnvelope({
      specversion: '1.0',
      id,
      source: '/dossiers/a',
      subject: 'a',
      type: `dossier.${type}`,
      time: `${at}:00+07:00`,
      data: { dossier, ...data },
    });
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    return read.event;
  });
  return city.core.door.submit(events, { kind: 'operator' });
}

const received = (due: string | undefined): [string, string, Record<string, unknown>] => [
  'received',
  '2026-11-02T09:00',
  { procedure: 'xay-dung', ...(due !== undefined && { dueAt: due }) },
];
const OVERDUE = '2026-11-17T16:30:00+07:00';

let n = 0;
let dossier = '';
beforeEach(() => {
  dossier = `H-${++n}`;
});

const draft = (of: string, more: Record<string, unknown> = {}, who = 'head'): Promise<Answer> =>
  city.ask(who, 'POST', '/api/v1/areas/a/apologies', lateDraft(of, more));
const drafted = async (of: string, more: Record<string, unknown> = {}): Promise<string> => {
  const { status, body } = await draft(of, more);
  expect([status, body.faults]).toEqual([201, undefined]);
  return body.apology;
};
const at = (apology: string, what = ''): string =>
  `/api/v1/areas/a/apologies/${apology}${what && `/${what}`}`;
const sign = (apology: string, more: Record<string, unknown> = {}, who = 'head'): Promise<Answer> =>
  city.ask(who, 'POST', at(apology, 'signed'), signing(more));
const deliver = (apology: string, more: Record<string, unknown> = {}): Promise<Answer> =>
  city.ask('head', 'POST', at(apology, 'delivered'), {
    channel: 'in_person',
    day: '2026-11-23',
    time: '09:30',
    ...more,
  });
const one = async (apology: string, who = 'head'): Promise<ApologyAnswer> =>
  (await city.ask(who, 'GET', at(apology))).body;
const linesOf = async (of: string): Promise<ApologyLine[]> =>
  (await city.ask('head', 'GET', `/api/v1/apologies?area=a&from=2026-11-01&dossier=${of}`)).body.items;
const stateOf = async (of: string): Promise<string[]> => (await linesOf(of)).map(({ state }) => state);
const faultsOf = ({ status, body }: Answer): string[] => [
  String(status),
  ...(body.faults ?? []).map(({ pointer, rule }: { pointer: string; rule: string }) => `${pointer} ${rule}`),
];
const bytes = async (path: string, who = 'head'): Promise<{ headers: Headers; content: Uint8Array }> => {
  const cookie = `thuoc_do.session_token=${who}`;
  const response = await fetch(`${city.url}${path}`, { headers: { cookie } });
  expect(response.status).toBe(200);
  return { headers: response.headers, content: new Uint8Array(await response.arrayBuffer()) };
};

test('F20: from owed to the kept promise, each step by a person and in the log', async () => {
  await tell(dossier, received(OVERDUE));
  expect(await stateOf(dossier)).toEqual(['owed']);
  const apology = await drafted(dossier);
  expect(await stateOf(dossier)).toEqual(['drafted']);
  expect(faultsOf(await sign(apology))).toEqual(['200']);
  expect(await stateOf(dossier)).toEqual(['signed']);
  expect(faultsOf(await deliver(apology))).toEqual(['200']);
  expect(await stateOf(dossier)).toEqual(['delivered']);
  await tell(dossier, ['settled', '2026-11-23T09:50', { result: 'done' }]);
  expect(await stateOf(dossier)).toEqual(['kept']);

  const letter = await one(apology);
  expect(letter).toMatchObject({
    dossier,
    cause: 'coordination',
    newDueAt: '2026-11-25T09:30:00.000Z',
    documentNo: '05/UBND-PVHCC',
    documentDate: '2026-11-23',
    signedBy: 'Phó Chủ tịch Trần Quốc Việt',
    signatureKind: 'paper',
    channel: 'in_person',
    letter: {
      promised: { day: '2026-11-17', time: '16:30' },
      receivedOn: '2026-11-02',
      state: 'in_process',
      recipient: { name: 'Nguyễn Thị Hạnh' },
    },
    may: { read: true, write: true },
  });
  expect(letter.steps.map(({ step, by }) => [step, by?.name])).toEqual([
    ['drafted', 'Trưởng Đơn Vị'],
    ['signed', 'Trưởng Đơn Vị'],
    ['delivered', 'Trưởng Đơn Vị'],
  ]);
  const { rows } = await city.core.database.pool.query(
    `SELECT DISTINCT source FROM event WHERE data ->> 'apology' = $1`,
    [apology],
  );
  expect(rows).toEqual([{ source: '/person/head' }]);
});

test('K13: names, address, words and the place somebody sat at stand beside the log, which holds none of them', async () => {
  await tell(dossier, received(OVERDUE));
  const apology = await drafted(dossier, { words: 'Chúng tôi thành thật xin lỗi Bà.' });
  await sign(apology);
  const log = await city.core.database.pool.query(
    `SELECT e.data::text AS data, p.value FROM event e LEFT JOIN personal p USING (seq) WHERE e.data ->> 'apology' = $1 ORDER BY seq`,
    [apology],
  );
  const tables = await city.core.database.pool.query(
    'SELECT a::text AS row FROM apology a WHERE apology = $1',
    [apology],
  );
  const open = [...log.rows.map(({ data }) => data), ...tables.rows.map(({ row }) => row)].join('\n');
  expect(open).not.toMatch(/Hạnh|Hoa Sữa|thành thật|Quốc Việt|quy hoạch|203\.0\.113/);
  expect(log.rows.map(({ value }) => value)).toMatchObject([
    { letter: { recipient: { name: 'Nguyễn Thị Hạnh' } }, from: '203.0.113.9' },
    { signedBy: 'Phó Chủ tịch Trần Quốc Việt', from: '203.0.113.9' },
  ]);

  // The log gives everything back but what was beside it, and says so.
  expect(await findingsIn(city.core.database.connectionString)).toEqual([]);
  const seqs = await city.core.database.pool.query<{ seq: string }>(
    `SELECT seq FROM event WHERE type = 'apology.drafted' AND data ->> 'apology' = $1`,
    [apology],
  );
  await defineAll(city.core.door, [{ type: 'personal.erased', data: { seq: Number(seqs.rows[0]?.seq) } }]);
  expect(await one(apology)).toMatchObject({ letter: null, signedBy: 'Phó Chủ tịch Trần Quốc Việt' });
  expect((await city.ask('head', 'GET', at(apology, 'letter?format=docx'))).status).toBe(404);
  expect(await findingsIn(city.core.database.connectionString)).toEqual([]);
});

test('K13: who inspects reads letters and files, who only lists sees where the chain stands, others nothing', async () => {
  await tell(dossier, received(OVERDUE));
  const apology = await drafted(dossier);
  await sign(apology);
  expect(await one(apology, 'inspector')).toMatchObject({
    letter: { recipient: { name: 'Nguyễn Thị Hạnh' } },
    may: { read: true, write: false },
  });
  expect(await one(apology, 'clerk')).toMatchObject({
    state: 'signed',
    letter: null,
    may: { read: false, write: false },
  });
  const ask = async (who: string, what: string) => (await city.ask(who, 'GET', at(apology, what))).status;
  for (const what of ['letter?format=pdf', 'signed-file']) {
    expect([await ask('inspector', what), await ask('clerk', what), await ask('stranger', what)]).toEqual([
      200, 403, 403,
    ]);
  }
  expect((await draft(dossier, {}, 'inspector')).status).toBe(403);
  expect((await city.ask('leader', 'POST', '/api/v1/areas/x/apologies', lateDraft(dossier))).status).toBe(
    404,
  );
  // A ward beside it has no such letter.
  for (const what of ['', '/letter?format=pdf', '/signed-file'])
    expect((await city.ask('leader', 'GET', `/api/v1/areas/b/apologies/${apology}${what}`)).status).toBe(404);
  expect((await city.ask('leader', 'GET', `/api/v1/areas/north/apologies/${apology}`)).status).toBe(200);
});

test('K3: who acts by a loan acts for its lender, and both stand on the step', async () => {
  await tell(dossier, received(OVERDUE));
  const { body } = await draft(dossier, {}, 'deputy');
  expect((await one(body.apology)).steps).toMatchObject([
    { by: { name: 'Phó Trưởng', onBehalfOf: 'Trưởng Đơn Vị' } },
  ]);
});

test('AL9: the drafted letter is saved as Word and as PDF, never opened in place', async () => {
  await tell(dossier, received(OVERDUE));
  const apology = await drafted(dossier);
  const docx = await bytes(at(apology, 'letter?format=docx'));
  expect(docx.headers.get('content-disposition')).toBe(
    `attachment; filename="Xin-loi-Mau-04-${dossier}.docx"`,
  );
  expect(docx.headers.get('content-type')).toMatch(/wordprocessingml/);
  expect(docx.headers.get('x-content-type-options')).toBe('nosniff');
  expect(docxParagraphs(docx.content)).toContain('Kính gửi: Bà Nguyễn Thị Hạnh');
  const pdf = await bytes(at(apology, 'letter?format=pdf'));
  expect(pdf.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.pdf"$/);
  expect(Buffer.from(pdf.content).toString('latin1', 0, 5)).toBe('%PDF-');
});

test('AL11: the signed file is given back byte by byte, as a download', async () => {
  await tell(dossier, received(OVERDUE));
  const apology = await drafted(dossier);
  await sign(apology, { signatureKind: 'digital', file: SIGNED_DIGITALLY.toString('base64') });
  const { headers, content } = await bytes(at(apology, 'signed-file'));
  expect(Buffer.from(content).equals(SIGNED_DIGITALLY)).toBe(true);
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.pdf"$/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain('sandbox');
});

describe('what is refused, by field and rule', () => {
  test('AL4, AL12, AL16: a draft', async () => {
    await tell(dossier, received(OVERDUE));
    const tried: [Record<string, unknown>, string][] = [
      [{ newPromise: { day: '2026-11-17', time: '16:30' } }, '/newPromise/day new_promise_not_later'],
      [{ newPromise: { day: '2026-11-20' } }, '/newPromise/day new_promise_past'],
      [{ newPromise: { day: '2126-11-20' } }, '/newPromise/day date_out_of_range'],
      [{ signatory: { name: 'Lê An', title: 'Chuyên viên' } }, '/signatory/title signatory_not_competent'],
      [{ cause: 'other', causeNote: null }, '/causeNote required'],
      [{ cause: 'weather' }, '/cause bad_value'],
      [{ recipient: { kind: 'citizen', name: '' } }, '/recipient/name required'],
      [{ state: 'settled_late' }, '/state unknown_field'],
      [{ dossier: 'nowhere' }, ' unknown_dossier'],
    ];
    for (const [more, fault] of tried) expect(faultsOf(await draft(dossier, more))).toEqual(['422', fault]);
    expect(await stateOf(dossier)).toEqual(['owed']);
    const [city1] = [await city.ask('leader', 'POST', '/api/v1/areas/north/apologies', lateDraft(dossier))];
    expect(faultsOf(city1)).toEqual(['422', ' not_a_unit']);
  });

  test('AL16: a letter about what is on time, has no due date or lies with the applicant', async () => {
    await tell(dossier, received(OVERDUE), ['settled', '2026-11-10T09:00', { result: 'done' }]);
    await tell(`${dossier}-none`, received(undefined));
    await tell(`${dossier}-asked`, received('2026-11-20'), ['supplement_asked', '2026-11-18T09:00']);
    expect(faultsOf(await draft(dossier))).toEqual(['422', ' not_owed']);
    expect(faultsOf(await draft(`${dossier}-none`))).toEqual(['422', ' no_due_date']);
    expect(faultsOf(await draft(`${dossier}-asked`))).toEqual(['422', ' not_owed']);
  });

  test('AL13, AL14: steps out of order, twice, and days that cannot be', async () => {
    await tell(dossier, received(OVERDUE));
    const untold = await city.core.door.submit(
      [
        {
          source: '/letters/a',
          id: dossier,
          type: 'apology.signed',
          unit: 'a',
          at: Date.parse('2026-11-20T09:00:00+07:00'),
          data: { apology: `told-${dossier}`, dossier: `${dossier}-other` },
        },
      ],
      { kind: 'operator' },
    );
    expect(untold).toMatchObject([{ status: 'stored' }]);
    expect(faultsOf(await sign(`told-${dossier}`))).toEqual(['422', ' not_drafted']);
    expect(faultsOf(await sign('none'))).toEqual(['404']);

    const apology = await drafted(dossier);
    expect(faultsOf(await deliver(apology))).toEqual(['422', ' not_signed']);
    const tried: [Record<string, unknown>, string][] = [
      [{ documentDate: '2026-11-22' }, '/documentDate signed_before_drafted'],
      [{ documentDate: '2026-11-24' }, '/documentDate day_ahead'],
      [{ documentDate: '23/11/2026' }, '/documentDate bad_value'],
      [{ documentNo: ' ' }, '/documentNo required'],
      [{ signatory: { name: 'Lê An', title: 'Tổ trưởng' } }, '/signatory/title signatory_not_competent'],
      [{ signatureKind: 'digital' }, '/signatureKind not_signed_digitally'],
      [{ file: '' }, '/file required'],
      [{ file: Buffer.from('<html>').toString('base64') }, '/file file_kind_unknown'],
      [{ file: Buffer.from(`${SCANNED}/JavaScript %%EOF`).toString('base64') }, '/file pdf_active'],
      [{ file: Buffer.alloc(10_000_000, 37).toString('base64') }, '/file file_kind_unknown'],
      [{ file: 'không phải base64' }, '/file file_not_read'],
    ];
    for (const [more, fault] of tried) expect(faultsOf(await sign(apology, more))).toEqual(['422', fault]);
    expect(await stateOf(dossier)).toEqual(['drafted']);

    expect(faultsOf(await sign(apology))).toEqual(['200']);
    expect(faultsOf(await sign(apology))).toEqual(['422', ' already_signed']);
    expect(faultsOf(await draft(dossier))).toEqual(['422', ' already_signed']);
    const never: [Record<string, unknown>, string][] = [
      [{ day: '2026-11-22' }, '/day delivered_before_signed'],
      [{ time: '10:01' }, '/day day_ahead'],
      [{ time: '24:00' }, '/time bad_clock_time'],
      [{ channel: 'pigeon' }, '/channel bad_value'],
    ];
    for (const [more, fault] of never) expect(faultsOf(await deliver(apology, more))).toEqual(['422', fault]);
    expect(faultsOf(await deliver(apology))).toEqual(['200']);
    expect(faultsOf(await deliver(apology))).toEqual(['422', ' already_delivered']);
  });

  test('a file beyond ten megabytes by its rule, a body beyond what one may be at all', async () => {
    await tell(dossier, received(OVERDUE));
    const apology = await drafted(dossier);
    const large = Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(10 * 1024 * 1024)]);
    expect(faultsOf(await sign(apology, { file: large.toString('base64') }))).toEqual([
      '422',
      '/file file_too_large',
    ]);
    const more = await sign(apology, { file: 'A'.repeat(SIZES.bodyWithFile) }).catch(() => null);
    // The connection may end before the answer is read; nothing was kept in either case.
    expect([413, undefined]).toContain(more?.status);
    // Where no file belongs a megabyte is the end.
    const words = await draft(dossier, { words: 'a'.repeat(SIZES.body) }).catch(() => null);
    expect([413, undefined]).toContain(words?.status);
  });
});

test('files are read a few at a time: whoever comes on top is told to come again, and is let in when one is through', async () => {
  await tell(dossier, received(OVERDUE));
  const apology = await drafted(dossier);
  const slow = Array.from({ length: MOST.filesAtOnce }, () => {
    const headers = {
      cookie: 'thuoc_do.session_token=head',
      'content-type': 'application/json',
      'content-length': '1000',
    };
    const sending = request(`${city.url}${at(apology, 'signed')}`, { method: 'POST', headers });
    // It is cut off below.
    sending.on('error', () => undefined);
    sending.write('{');
    return sending;
  });
  const asked = async (): Promise<number> => (await sign(apology, { file: '' })).status;
  await expect.poll(asked).toBe(429);
  const { headers } = await sign(apology, { file: '' });
  expect(headers.get('retry-after')).toBe('5');
  for (const one of slow) one.destroy();
  await expect.poll(asked).toBe(422);
});

test('AL15: until it is signed a letter is drafted anew, under its own code and with what was written last', async () => {
  await tell(dossier, received(OVERDUE));
  const apology = await drafted(dossier);
  city.pass(1);
  expect(await drafted(dossier, { cause: 'system', newPromise: { day: '2026-11-26' } })).toBe(apology);
  expect(await one(apology)).toMatchObject({
    cause: 'system',
    newDueAt: '2026-11-26T16:59:59.999Z',
    letter: { cause: 'system' },
    steps: [{ step: 'drafted', drafts: 2 }],
  });
  const { body } = await city.ask('head', 'GET', `/api/v1/areas/a/apology-draft?dossier=${dossier}`);
  expect(body).toMatchObject({ refusal: null, draft: { newPromise: { day: '2026-11-26', time: null } } });
  expect(await stateOf(dossier)).toEqual(['drafted']);
  expect(await findingsIn(city.core.database.connectionString)).toEqual([]);
});

test('a draft begins with what the unit wrote last and with what is known of the dossier', async () => {
  await tell(dossier, received(OVERDUE));
  await tell(`${dossier}-new`, received('2026-11-19'));
  await drafted(dossier);
  const start: DraftAnswer = (
    await city.ask('head', 'GET', `/api/v1/areas/a/apology-draft?dossier=${dossier}-new`)
  ).body;
  expect(start).toMatchObject({
    refusal: null,
    draft: null,
    dossier: { promised: { day: '2026-11-19', time: null }, state: 'in_process', receivedOn: '2026-11-02' },
    start: {
      body: { name: 'Ủy ban nhân dân phường An Hòa' },
      symbol: 'UBND-PVHCC',
      signatory: { name: 'Trần Quốc Việt' },
    },
    today: '2026-11-23',
  });
  // Names of citizens are no part of a beginning.
  expect(JSON.stringify(start)).not.toContain('Hạnh');
});

test('AL16: what will not be in time is apologised for before it is late', async () => {
  await tell(dossier, received('2026-11-24'));
  expect(await stateOf(dossier)).toEqual([]);
  const apology = await drafted(dossier, { newPromise: { day: '2026-11-27' } });
  expect(await one(apology)).toMatchObject({ state: 'drafted', letter: { state: 'will_be_late' } });
});

test('AL18: of what was settled late no new day is promised, and none can be kept or broken', async () => {
  await tell(dossier, received(OVERDUE), ['settled', '2026-11-20T09:00', { result: 'done' }]);
  expect(await stateOf(dossier)).toEqual(['owed']);
  const apology = await drafted(dossier, { newPromise: { day: '2026-11-23' } });
  const { content } = await bytes(at(apology, 'letter?format=docx'));
  const text = docxParagraphs(content).join('\n');
  expect(text).not.toMatch(/Mẫu số|gia hạn/);
  expect(text).toContain('trân trọng mời nhận kết quả từ ngày 23 tháng 11 năm 2026');
  await sign(apology);
  await deliver(apology);
  expect(await linesOf(dossier)).toMatchObject([{ state: 'delivered', newDueAt: null }]);
});

test('AL5: an apology for conduct is about a rating, or a page of the book, with its own letter', async () => {
  const read = readEnvelope({
    specversion: '1.0',
    id: `r${dossier}`,
    source: '/pad/a',
    subject: 'a',
    type: 'rating.given',
    time: '2026-11-20T09:00:00+07:00',
    data: { rating: `r-${dossier}`, level: 'dissatisfied' },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  await city.core.door.submit([read.event], { kind: 'operator' });
  const { dossier: _d, procedure: _p, cause: _c, causeNote: _n, newPromise: _w, ...common } = lateDraft('x');
  const conduct = (about: object) =>
    city.ask('head', 'POST', '/api/v1/areas/a/apologies', {
      ...common,
      kind: 'conduct',
      about,
      happenedOn: '2026-11-20',
      happened: 'Công chức nói to tiếng.',
      remedy: 'đã nhắc nhở.',
    });
  expect(faultsOf(await conduct({ kind: 'rating', rating: 'never' }))).toEqual(['422', ' unknown_rating']);
  const { status, body } = await conduct({ kind: 'rating', rating: `r-${dossier}` });
  expect(status).toBe(201);
  const { content } = await bytes(at(body.apology, 'letter?format=docx'));
  const text = docxParagraphs(content).join('\n');
  expect(text).toContain('THƯ XIN LỖI');
  expect(text).toContain(`mã r-${dossier}`);
  await sign(body.apology);
  await deliver(body.apology);
  expect(await one(body.apology)).toMatchObject({
    state: 'delivered',
    rating: `r-${dossier}`,
    dossier: null,
  });
  const book = await conduct({ kind: 'suggestion', suggestion: `s-${dossier}`, page: 7 });
  expect(await one(book.body.apology)).toMatchObject({
    suggestion: `s-${dossier}`,
    letter: { about: { kind: 'suggestion', page: 7 } },
  });
});

test('F20: whatever of the chain is missing, a result is handed over', async () => {
  for (const step of ['owed', 'drafted', 'signed'] as const) {
    const of = `${dossier}-${step}`;
    await tell(of, received(OVERDUE));
    if (step !== 'owed') await sign(await drafted(of), step === 'signed' ? {} : { file: '' });
    const outcomes = await tell(
      of,
      ['settled', '2026-11-23T09:00', { result: 'done' }],
      ['delivered', '2026-11-23T09:05', { channel: 'counter' }],
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['stored', 'stored']);
    const { body } = await city.ask('head', 'GET', `/api/v1/areas/a/dossiers/${of}`);
    expect(body.deliveredAt).toBe('2026-11-23T02:05:00.000Z');
  }
});

test('two who press at once draft one letter', async () => {
  await tell(dossier, received(OVERDUE));
  const [first, second] = await Promise.all([draft(dossier), draft(dossier, {}, 'leader')]);
  expect(first.body.apology).toBe(second.body.apology);
  expect(await stateOf(dossier)).toEqual(['drafted']);
});

test('the list goes from what is owed to what is kept, by pages, and as CSV', async () => {
  const { body } = await city.ask('leader', 'GET', '/api/v1/apologies?area=city&from=2026-11-01&limit=1000');
  const states = body.items.map(({ state }: ApologyLine) => state);
  const order = ['owed', 'drafted', 'signed', 'delivered', 'kept', 'broken'];
  expect(states).toEqual([...states].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect(new Set(states).size).toBeGreaterThan(3);
  const paged: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Answer = await city.ask(
      'leader',
      'GET',
      `/api/v1/apologies?area=city&from=2026-11-01&limit=2${cursor && `&cursor=${cursor}`}`,
    );
    paged.push(...page.body.items.map(({ apology, dossier }: ApologyLine) => apology ?? dossier ?? ''));
    cursor = page.body.next;
  }
  expect(paged).toEqual(body.items.map(({ apology, dossier }: ApologyLine) => apology ?? dossier));
  const csv = await city.ask('leader', 'GET', '/api/v1/apologies?area=city&from=2026-11-01', undefined, {
    accept: 'text/csv',
  });
  expect(csv.body.trim().split('\r\n')).toHaveLength(paged.length + 1);
});

// Last: the clock is moved on.
test('AL17: after a broken promise the next letter names it, and is red; before that there is no second one', async () => {
  await tell(dossier, received(OVERDUE));
  const apology = await drafted(dossier, { newPromise: { day: '2026-11-23', time: '16:30' } });
  await sign(apology);
  await deliver(apology);
  expect(faultsOf(await draft(dossier))).toEqual(['422', ' already_signed']);
  city.pass(7 * 3_600_000);
  expect(await linesOf(dossier)).toMatchObject([{ state: 'broken', secondExtension: false }]);
  expect(faultsOf(await draft(dossier, { newPromise: { day: '2026-11-23', time: '16:30' } }))).toEqual([
    '422',
    '/newPromise/day new_promise_not_later',
  ]);
  const second = await drafted(dossier, { newPromise: { day: '2026-11-27' } });
  expect(second).not.toBe(apology);
  expect(await one(second)).toMatchObject({
    secondExtension: true,
    letter: { promised: { day: '2026-11-23', time: '16:30' } },
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverEvents } from '../../lib/domain/events/registry.ts';
import type { LoggedEvent } from '../../lib/domain/fold-events.ts';
import { recountUnit } from '../../lib/domain/recount-unit.ts';
import type {
  ChecklistsAnswer,
  InspectionAnswer,
  InspectionLine,
  InspectionTotals,
  PictureAnswer,
} from '../../lib/wire/inspection-reads.ts';
import type { KpisAnswer, ListAnswer } from '../../lib/wire/reads.ts';
import { createBoards } from '../../server/live/boards.ts';
import { applyDefinition } from '../../server/log/commit-definitions.ts';
import { canonical } from '../../server/log/content.ts';
import { eventOfRow } from '../../server/log/event-of-row.ts';
import { epochMs } from '../../server/log/load-entries.ts';
import { emptyMemory, serviceLimit, unitIn } from '../../server/log/memory.ts';
import type { Definition } from '../../server/log/submission.ts';
import { makeKey } from '../support/city.ts';
import { postEvents } from '../support/cloud-events.ts';
import { type InspectedCity, openInspectedCity, somePhoto } from '../support/inspected-city.ts';
import { findingsIn } from '../support/law-log.ts';
import { pdfPages, unspaced } from '../support/letter-text.ts';

let city: InspectedCity;
beforeAll(async () => {
  city = await openInspectedCity();
});
afterAll(async () => {
  expect(await findingsIn(city.database.connectionString)).toEqual([]);
  await city.close();
});

const begin = async (body: object, who = 'inspector'): Promise<InspectionAnswer> => {
  const begun = await city.ask<InspectionAnswer>(who, 'areas/a/inspections', body);
  expect(begun.status).toBe(201);
  return begun.body;
};
const one = async (who: string, inspection: string) =>
  (await city.ask<InspectionAnswer>(who, `areas/a/inspections/${inspection}`)).body;
const today = (): string => new Date(city.core.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const MINUTES = () => ({
  documentNo: '07/BB-KTCV',
  documentDay: today(),
  signatories: [{ title: 'Trưởng đoàn', name: 'Lê Minh' }, { title: 'Chủ tịch UBND phường' }],
});

/** The board of `a` by the log alone, up to a seq, read at an instant: every entry from all its facts at once. */
async function boardOfLog(seq: number, at: number): Promise<unknown> {
  const { rows } = await city.database.pool.query(
    `SELECT seq, source, id, type, unit, ${epochMs('at', 'at_ms')}, data FROM event WHERE seq <= $1 ORDER BY seq`,
    [seq],
  );
  const memory = emptyMemory();
  const logged: LoggedEvent[] = [];
  for (const row of rows)
    if (Object.hasOwn(serverEvents, row.type))
      applyDefinition(memory, { type: row.type, data: row.data } as Definition, Number(row.at_ms));
    else if (row.unit === 'a') logged.push({ event: eventOfRow(row), seq: Number(row.seq) });
  const unit = unitIn(memory, 'a');
  if (unit) recountUnit(unit, logged, serviceLimit(memory, 'a'));
  return createBoards(memory).board('a', at)?.board;
}

test('I3–I5: opened on the spot, announced, found with photo, explained, remedied, signed, closed', async () => {
  const opened = await begin({ level: 'city', team: 'Đoàn kiểm tra công vụ Thành phố' });
  const { inspection } = opened;
  expect(opened).toMatchObject({
    unit: 'a',
    state: 'opened',
    kind: 'surprise',
    level: 'city',
    announcedAt: null,
    acts: ['announce', 'find'],
  });
  // Minutes are for both sides: first the unit must know.
  expect(await city.act('inspector', inspection, 'minutes', MINUTES())).toMatchObject({
    status: 422,
    body: { faults: [{ pointer: '', rule: 'inspection_act_closed' }] },
  });
  expect((await city.act('leader', inspection, 'announce')).status).toBe(403);
  const announced = await city.act('inspector', inspection, 'announce');
  expect(announced.body.announcedAt).not.toBeNull();

  const card = { text: 'Hai người chưa đeo thẻ', severity: 'minor', checklist: 'card', item: 'worn' };
  expect(
    await city.act('inspector', inspection, 'findings', { ...card, photo: 'bm90IGEgcGhvdG8=' }),
  ).toMatchObject({ status: 422, body: { faults: [{ pointer: '/photo', rule: 'photo_form' }] } });
  expect(
    await city.act('inspector', inspection, 'findings', { ...card, dueDay: '2020-01-01' }),
  ).toMatchObject({
    status: 422,
    body: { faults: [{ pointer: '/dueDay', rule: 'day_past' }] },
  });
  const photo = await somePhoto();
  const found = await city.act('inspector', inspection, 'findings', { ...card, dueDay: today(), photo });
  const finding = found.body.found[0]?.finding ?? '';
  expect(found.body.found).toMatchObject([{ ...card, photo: true, due: today(), inTime: null }]);
  await city.act('inspector', inspection, 'findings', { text: 'Thiếu niêm yết', severity: 'serious' });

  const path = `areas/a/inspections/${inspection}/findings/${finding}/photo`;
  const seen = await fetch(`${city.url}/api/v1/${path}`, { headers: city.headers('head') });
  expect(seen.headers.get('content-type')).toBe('image/jpeg');
  expect(Buffer.from(await seen.arrayBuffer()).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  // K10: words and photos are not for whoever reads lists alone.
  expect((await city.ask('clerk', path)).status).toBe(404);
  expect((await one('clerk', inspection)).found[0]).toMatchObject({ text: null, photo: false });

  expect((await one('head', inspection)).acts).toEqual(['explain', 'remedy']);
  expect((await city.act('inspector', inspection, 'explain', { text: 'x' })).status).toBe(403);
  const unknown = { text: 'Thẻ đang in lại', finding: 'none' };
  expect((await city.act('head', inspection, 'explain', unknown)).status).toBe(422);
  await city.act('head', inspection, 'explain', { text: 'Thẻ đang in lại', finding });
  const remedied = await city.act('head', inspection, 'remedied', { finding, text: 'Đã đeo thẻ' });
  expect(remedied.body).toMatchObject({ findings: 2, remedied: 1, remediedInTime: 1, overdue: 0 });
  expect(remedied.body.found[0]).toMatchObject({ remedy: 'Đã đeo thẻ', inTime: true });
  expect((await city.act('head', inspection, 'remedied', { finding })).status).toBe(422);

  expect((await city.act('inspector', inspection, 'close')).status).toBe(422);
  expect(
    await city.act('inspector', inspection, 'minutes', { ...MINUTES(), documentDay: '2999-01-01' }),
  ).toMatchObject({ body: { faults: [{ pointer: '/documentDay', rule: 'day_ahead' }] } });
  const signed = await city.act('inspector', inspection, 'minutes', MINUTES());
  expect(signed.body).toMatchObject({
    state: 'signed',
    minutes: {
      documentNo: '07/BB-KTCV',
      signatories: [
        { title: 'Trưởng đoàn', name: 'Lê Minh' },
        { title: 'Chủ tịch UBND phường', name: null },
      ],
    },
  });
  // Names of people are not in the log itself.
  const { rows } = await city.database.pool.query(`SELECT 1 FROM event WHERE data::text LIKE '%Lê Minh%'`);
  expect(rows).toEqual([]);
  expect((await one('clerk', inspection)).minutes?.signatories).toEqual([]);
  // The paper holds the words, so it is for whoever may read them (I3).
  const paper = `areas/a/inspections/${inspection}/minutes.pdf`;
  const drawn = await fetch(`${city.url}/api/v1/${paper}`, { headers: city.headers('head') });
  expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const text = (await pdfPages(new Uint8Array(await drawn.arrayBuffer())))
    .map((sheet) => sheet.text)
    .join('');
  for (const said of ['07/BB-KTCV', 'Hai người chưa đeo thẻ', 'Thẻ đang in lại', 'Đã đeo thẻ', 'Lê Minh'])
    expect(unspaced(text)).toContain(unspaced(said));
  expect((await city.ask('clerk', paper)).status).toBe(404);
  expect((await city.ask('analyst', paper)).status).toBe(404);

  expect(
    await city.act('inspector', inspection, 'discipline', { form: 'demotion', people: 1 }),
  ).toMatchObject({ status: 422, body: { faults: [{ pointer: '/form', rule: 'form_not_in_force' }] } });
  await city.act('inspector', inspection, 'discipline', { form: 'reprimand', people: 3 });
  const counted = await city.act('inspector', inspection, 'discipline', { form: 'reprimand', people: 2 });
  expect(counted.body.discipline).toEqual([{ form: 'reprimand', people: 2, inForce: true }]);
  const closed = await city.act('inspector', inspection, 'close');
  expect(closed.body).toMatchObject({ state: 'closed', acts: ['discipline'], disciplined: 2 });
  expect(closed.body.steps.map(({ step }) => step)).toEqual([
    'opened',
    'announced',
    'finding_added',
    'finding_added',
    'explained',
    'remedied',
    'signed',
    'disciplined',
    'disciplined',
    'closed',
  ]);
  // What is not remedied can still be, after the end.
  expect((await one('head', inspection)).acts).toEqual(['remedy']);
});

test('I1, I4: a planned inspection is opened on its day; a unit may be told before', async () => {
  expect(
    await city.ask('inspector', 'areas/a/inspections', { level: 'joint', plannedDay: '2020-01-01' }),
  ).toMatchObject({ status: 422, body: { faults: [{ pointer: '/plannedDay', rule: 'day_past' }] } });
  expect((await city.ask('inspector', 'areas/city/inspections', { level: 'city' })).status).toBe(404);
  expect((await city.ask('head', 'areas/a/inspections', { level: 'ward' })).status).toBe(403);
  const day = '2999-12-31';
  const { inspection, ...planned } = await begin({ level: 'joint', plannedDay: day });
  expect(planned).toMatchObject({ state: 'planned', kind: 'planned', day, acts: ['open', 'announce'] });
  await city.act('inspector', inspection, 'announce');
  expect(await one('head', inspection)).toMatchObject({ state: 'planned', plannedDay: day, acts: [] });
  const opened = await city.act('inspector', inspection, 'open');
  expect(opened.body).toMatchObject({ state: 'opened', kind: 'planned', day: today() });
  expect((await city.act('inspector', inspection, 'open')).status).toBe(422);
});

test('I10: what a source of the unit explains about a finding stands beside it, for whoever reads words', async () => {
  const { inspection } = await begin({ level: 'city' });
  await city.act('inspector', inspection, 'announce');
  const said = { text: 'Thiếu biển tên', severity: 'minor' };
  const { body } = await city.act('inspector', inspection, 'findings', said);
  await city.act('inspector', inspection, 'findings', { ...said, text: 'Thiếu quạt' });
  const about = { finding: body.found[0]?.finding };
  await city.tell('a', 'explanation.added', { about, text: 'Biển đang in' }, '/office/a');
  await city.tell('b', 'explanation.added', { about, text: 'Của phường khác' }, '/office/b');
  const told = (who: string) =>
    one(who, inspection).then(({ found }) =>
      found.map(({ explanations }) => explanations.map(({ text }) => text)),
    );
  for (const who of ['inspector', 'head', 'leader']) expect(await told(who)).toEqual([['Biển đang in'], []]);
  expect(await told('clerk')).toEqual([[], []]);
  // It changes nothing: no step of the inspection, no remedy.
  expect(await one('head', inspection)).toMatchObject({ remedied: 0, findings: 2 });
});

test('I6: the picture is the board of the second of opening: the fold of the log up to its seq, under its hash', async () => {
  await city.tell('a', 'ticket.issued', { ticket: 'p1', number: 'A001', service: 'thu' }, '/queue/a');
  await city.tell('a', 'counter.opened', { counter: '3' }, '/queue/a');
  await city.tell('a', 'ticket.issued', { ticket: 'p2', number: 'A002', service: 'thu' }, '/queue/a');
  await city.tell('a', 'ticket.called', { ticket: 'p1', counter: '3' }, '/queue/a');
  const { inspection, picture } = await begin({ level: 'city' });
  // What comes later does not move it.
  await city.tell('a', 'ticket.called', { ticket: 'p2', counter: '3' }, '/queue/a');
  const { body } = await city.ask<PictureAnswer>('leader', `areas/a/inspections/${inspection}/picture`);
  expect(body).toMatchObject({ seq: picture?.seq, hash: picture?.hash, asOf: picture?.at });
  expect(createHash('sha256').update(canonical(body.board)).digest('hex')).toBe(body.hash);
  expect(canonical(body.board)).toBe(canonical(await boardOfLog(body.seq, Date.parse(body.asOf))));
  expect(canonical(body.board)).not.toBe(
    canonical(await boardOfLog(Number.MAX_SAFE_INTEGER, Date.parse(body.asOf))),
  );
  expect(JSON.stringify(body.board)).toContain('A002');
  // The log holds place and hash; a source of its own brings no picture.
  await city.tell('a', 'opened', { inspection: 'KT-1', level: 'ward' });
  expect((await one('inspector', 'KT-1')).picture).toBeNull();
  expect((await city.ask('inspector', 'areas/a/inspections/KT-1/picture')).status).toBe(404);
  expect((await city.ask('analyst', `areas/a/inspections/${inspection}/picture`)).status).toBe(404);
});

test('I2, I7, I8: totals by level and period are of what is announced; shares are of what can be judged', async () => {
  const at = new Date(city.core.now()).getUTCFullYear();
  await city.tell('b', 'opened', { inspection: 'T-1', level: 'ward', kind: 'planned' });
  await city.tell('b', 'opened', { inspection: 'T-2', level: 'ward', kind: 'surprise' });
  await city.tell('b', 'announced', { inspection: 'T-1' });
  await city.tell('b', 'finding_added', { inspection: 'T-1', finding: '1', dueAt: today() });
  await city.tell('b', 'finding_added', { inspection: 'T-1', finding: '2', dueAt: '2020-01-01' });
  await city.tell('b', 'finding_added', { inspection: 'T-1', finding: '3' });
  await city.tell('b', 'remedied', { inspection: 'T-1', finding: '1' });
  await city.tell('b', 'closed', { inspection: 'T-1', disciplineForm: 'demotion' });
  await city.tell('b', 'disciplined', { inspection: 'T-1', disciplineForm: 'warning', people: 4 });
  const { body } = await city.ask<InspectionTotals>('analyst', 'areas/b/inspection-totals?by=quarter');
  const quarter = Math.floor(new Date(city.core.now()).getUTCMonth() / 3) * 3 + 1;
  const counted = {
    inspections: 1,
    planned: 1,
    surprise: 0,
    units: 1,
    findings: 3,
    remedied: 1,
    remediedInTime: { n: 1, of: 2 },
    disciplined: 5,
    byForm: { demotion: 1, warning: 4 },
  };
  const period = `${at}-${String(quarter).padStart(2, '0')}-01`;
  expect(body.rows).toMatchObject([{ level: 'ward', period, ...counted }]);
  expect(body.total).toMatchObject({ level: null, period: null, ...counted });
  // Of three findings one is remedied and one is past its day.
  expect(body.openFindings).toEqual({ overdue: 1, of: 2 });
  // Forms in force, and those somebody got all the same.
  expect(body.forms).toEqual(['reprimand', 'warning', 'demotion', 'removal', 'dismissal']);
  const kpis = await city.ask<KpisAnswer>('head-b', `areas/b/kpis?from=${today()}&to=${today()}`);
  expect(kpis.body.inspections).toMatchObject(counted);
  const empty = await city.ask<InspectionTotals>('analyst', 'areas/c/inspection-totals');
  expect(empty.body).toMatchObject({
    rows: [],
    total: { inspections: 0, findings: 0, remediedInTime: { of: 0, share: null }, byForm: {} },
  });
});

test('lists: newest first by cursor without a gap, filters, CSV', async () => {
  for (const n of [1, 2, 3]) await city.tell('b', 'opened', { inspection: `L-${n}`, level: 'department' });
  const whole = (await city.ask<ListAnswer<InspectionLine>>('inspector', 'inspections?area=city')).body.items;
  expect(whole.length).toBeGreaterThan(6);
  const codes: string[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const more: string = next === '' ? '' : `&cursor=${next}`;
    const part = await city.ask<ListAnswer<InspectionLine>>(
      'inspector',
      `inspections?area=city&limit=2${more}`,
    );
    codes.push(...part.body.items.map(({ inspection }) => inspection));
    next = part.body.next;
  }
  expect(codes).toEqual(whole.map(({ inspection }) => inspection));
  const listed = async (filter: string) =>
    (await city.ask<ListAnswer<InspectionLine>>('inspector', `inspections?area=city&${filter}`)).body.items;
  expect((await listed('level=department')).map(({ inspection }) => inspection)).toEqual([
    'L-3',
    'L-2',
    'L-1',
  ]);
  expect((await listed('state=closed')).every(({ state }) => state === 'closed')).toBe(true);
  expect((await listed('kind=planned')).every(({ kind }) => kind === 'planned')).toBe(true);
  expect(await listed('from=2020-01-01&to=2020-12-31')).toEqual([]);
  expect((await city.ask('inspector', 'inspections?area=city&level=region')).status).toBe(400);
  const csv = await city.ask('inspector', 'inspections?area=city', undefined, 'text/csv');
  expect(csv.text.split('\r\n')).toHaveLength(whole.length + 2);
  expect(csv.text).toContain('L-2');
});

test('I9: a leader sets a checklist of the area; below it holds, beside it not; sources may not', async () => {
  const checklist = {
    area: 'north',
    checklist: 'card',
    name: 'Thẻ',
    items: [{ item: 'left', text: 'Đeo thẻ bên trái' }],
    effectiveFrom: today(),
    source: 'Công văn 12',
  };
  const set = (who: string, more: object) => city.ask(who, 'admin/checklists', { ...checklist, ...more });
  expect((await set('inspector', {})).status).toBe(403);
  expect((await set('leader', { area: 'city' })).status).toBe(404);
  expect((await set('leader', {})).body).toEqual({ stored: 1, unchanged: 0 });
  expect((await set('leader', {})).body).toEqual({ stored: 0, unchanged: 1 });
  const card = async (area: string) =>
    (await city.ask<ChecklistsAnswer>('inspector', `areas/${area}/checklists`)).body.checklists.find(
      (one) => one.checklist === 'card',
    );
  expect(await card('a')).toEqual({ checklist: 'card', name: 'Thẻ', items: checklist.items });
  expect((await card('c'))?.items).toHaveLength(2);
  await expect(city.tell('a', 'checklist.set', checklist)).rejects.toThrow('server_only_type');
});

test('N8, I2: a key sends steps with a photo drawn anew; bad photos and forms of its own are told apart', async () => {
  const { secret } = await makeKey(city.core.door, { area: 'b' });
  const send = (id: string, type: string, data: object) => ({
    specversion: '1.0',
    id,
    source: '/kt/b',
    type: `inspection.${type}`,
    subject: 'b',
    time: new Date(city.core.now()).toISOString(),
    data: { inspection: 'K-1', ...data },
  });
  const sent = await postEvents(
    city.url,
    [
      send('k1', 'opened', { level: 'ward', kind: 'surprise' }),
      send('k2', 'finding_added', { finding: '1', text: 'Quầy trống', photo: await somePhoto() }),
      send('k3', 'finding_added', { finding: '2', photo: 'bm90IGEgcGhvdG8=' }),
      send('k4', 'disciplined', { disciplineForm: 'phê bình' }),
      send('k5', 'pictured', {}),
    ],
    { secret },
  );
  expect(sent.results.map(({ status, error }) => error?.code ?? status)).toEqual([
    'stored',
    'stored',
    'bad_photo',
    'stored',
    'server_only_type',
  ]);
  const found = await city.ask<InspectionAnswer>('inspector', 'areas/b/inspections/K-1');
  expect(found.body).toMatchObject({
    found: [{ photo: true }],
    discipline: [{ form: 'phê bình', people: 1, inForce: false }],
    announcedAt: null,
  });
  const response = await fetch(`${city.url}/api/v1/areas/b/inspections/K-1/findings/1/photo`, {
    headers: city.headers('inspector'),
  });
  expect(Buffer.from(await response.arrayBuffer()).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  expect((await city.ask('head-b', 'areas/b/inspections/K-1')).status).toBe(404);
});

import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import type { KpisAnswer } from '../../lib/wire/reads.ts';
import type { ReportAnswer, ReportData } from '../../lib/wire/report.ts';
import { type AdminServer, openAdminServer } from '../support/admin-server.ts';
import { findingsIn } from '../support/law-log.ts';
import { pdfPages, unspaced } from '../support/letter-text.ts';

let city: AdminServer;
let told = 0;

/** Events of October, at a clock time of a day in it, in ward a unless said otherwise. */
async function tell(day: string, clock: string, type: string, data: object, unit = 'a'): Promise<void> {
  told += 1;
  const envelope = {
    specversion: '1.0',
    id: `e${told}`,
    source: `/test/${unit}`,
    subject: unit,
    type,
    time: `${day}T${clock}+07:00`,
    data,
  };
  const read = readEnvelope(envelope);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const [outcome] = await city.core.door.submit([read.event], { kind: 'operator' });
  if (outcome?.status !== 'stored') throw new Error(JSON.stringify(outcome));
}

async function visit(id: string, day: string, called: string, level: string, unit = 'a'): Promise<void> {
  await tell(day, '08:00:00', 'ticket.issued', { ticket: id, number: id, service: 'land' }, unit);
  await tell(day, called, 'ticket.called', { ticket: id, counter: '1' }, unit);
  await tell(day, '09:30:00', 'ticket.finished', { ticket: id, outcome: 'received' }, unit);
  await tell(day, '09:31:00', 'rating.given', { rating: `r-${id}`, ticket: id, level }, unit);
}

async function settled(id: string, dueAt: string, day: string, unit = 'a'): Promise<void> {
  await tell('2026-10-05', '08:00:00', 'dossier.received', { dossier: id, procedure: 'birth', dueAt }, unit);
  await tell(day, '10:00:00', 'dossier.settled', { dossier: id, result: 'done' }, unit);
}

beforeAll(async () => {
  city = await openAdminServer();
  await visit('t1', '2026-10-06', '08:10:00', 'satisfied');
  await visit('t2', '2026-10-06', '08:20:00', 'very_satisfied');
  await visit('t3', '2026-10-07', '08:05:00', 'dissatisfied', 'b');
  await visit('t4', '2026-09-07', '08:05:00', 'satisfied');
  await settled('d1', '2026-10-20T17:00:00+07:00', '2026-10-12');
  await settled('d2', '2026-10-20T17:00:00+07:00', '2026-10-21', 'b');
  await tell('2026-10-05', '08:00:00', 'dossier.received', {
    dossier: 'd3',
    procedure: 'birth',
    dueAt: '2026-10-15T17:00:00+07:00',
  });
  await tell('2026-10-08', '08:00:00', 'note.added', { from: '2026-10-08T08:00:00+07:00', text: 'Mất điện' });
});
afterAll(() => city.close());

const OCTOBER = 'kind=month&day=2026-10-15';
const asked = async (query: string, code = 'city'): Promise<ReportAnswer> =>
  (await city.ask('leader', 'GET', `/api/v1/areas/${code}/report?${query}`)).body;
const file = async (extension: string, query: string): Promise<Buffer> => {
  const response = await fetch(`${city.url}/api/v1/areas/city/report.${extension}?${query}`, {
    headers: { cookie: 'thuoc_do.session_token=leader' },
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};
const kpis = async (query: string): Promise<KpisAnswer> =>
  (await city.ask('leader', 'GET', `/api/v1/areas/city/kpis?from=2026-10-01&to=2026-10-31&${query}`)).body;
const freeze = (who: string, body: object, code = 'city') =>
  city.ask(who, 'POST', `/api/v1/areas/${code}/reports`, body);

test('RP1, RP3: a report has the very figures of the measures, open work as at the last instant of its period', async () => {
  const { report, frozen } = await asked(OCTOBER);
  const asOf = encodeURIComponent('2026-10-31T23:59:59.999+07:00');
  expect(report.kpis).toEqual(await kpis(`asOf=${asOf}`));
  expect(report).toMatchObject({
    from: '2026-10-01',
    to: '2026-10-31',
    running: false,
    asOf: '2026-10-31T16:59:59.999Z',
  });
  expect(frozen).toBeNull();
  const [satisfied, onTime, within] = report.targets;
  expect(satisfied).toMatchObject({
    metric: 'satisfied',
    n: 2,
    of: 3,
    target: 0.98,
    result: 'notMet',
    few: true,
  });
  expect(satisfied?.previous).toMatchObject({ from: '2026-09-01', to: '2026-09-30', n: 1, of: 1 });
  expect(onTime).toMatchObject({ metric: 'onTimeOfSettled', n: 1, of: 2 });
  expect(within).toMatchObject({ metric: 'within', n: 2, of: 3, seconds: 900 });
  expect(report.kpis.dossiers).toMatchObject({ open: 1, openOverdue: 1, late: 1 });
});

test('RP4, RP7, RP8: every unit stands in it, with who speaks and who owes', async () => {
  const { report } = await asked(OCTOBER);
  expect(report.speaking).toEqual({
    satisfied: { units: 2, of: 3 },
    onTimeOfSettled: { units: 2, of: 3 },
    within: { units: 2, of: 2 },
  });
  expect(report.units.map(({ metric, units }) => [metric, units.length])).toEqual([
    ['satisfied', 3],
    ['onTimeOfSettled', 3],
    ['within', 2],
  ]);
  // d2 was settled late, d3 is open past its due date: both owe an apology.
  expect(report.owing).toEqual([
    expect.objectContaining({ code: 'a', overdue: 1, apologies: 1 }),
    expect.objectContaining({ code: 'b', overdue: 0, apologies: 1 }),
  ]);
  expect(report.notes).toEqual([expect.objectContaining({ unit: 'a', text: 'Mất điện' })]);
  const own = (await asked(OCTOBER, 'a')).report;
  expect(own.units).toEqual([]);
  expect(own.speaking.satisfied).toEqual({ units: 1, of: 1 });
});

test('paper and workbook hold the numbers of the API, in both languages', async () => {
  const { report } = await asked(OCTOBER);
  for (const [lang, share] of [
    ['vi', '66,7%'],
    ['en', '66.7%'],
  ] as const) {
    const paper = unspaced(
      (await pdfPages(await file('pdf', `${OCTOBER}&lang=${lang}`))).map(({ text }) => text).join(' '),
    );
    expect(paper).toContain(`98%${share}23`);
    const sheet = strFromU8(
      unzipSync(await file('xlsx', `${OCTOBER}&lang=${lang}`))['xl/worksheets/sheet1.xml'] ??
        new Uint8Array(),
    );
    const values = [...sheet.matchAll(/<v>([^<]+)<\/v>/g)].map(([, value]) => Number(value));
    const { kpis: measured, targets } = report;
    for (const told of [
      targets[0]?.share,
      targets[2]?.of,
      measured.tickets?.issued,
      measured.dossiers.received,
      measured.dossiers.onTime766.share,
      measured.ratings.responseRate.share,
    ])
      expect(values).toContain(told);
  }
});

test('a period that has not begun is refused by name', async () => {
  const answer = await city.ask('leader', 'GET', '/api/v1/areas/city/report?kind=month&day=2027-01-01');
  expect(answer).toMatchObject({ status: 400, body: { code: 'bad_parameter', parameter: 'day' } });
});

describe('RP5, RP6: the cut-off', () => {
  let before: ReportData;
  let seq = 0;
  beforeAll(async () => {
    before = (await asked(OCTOBER)).report;
    const answer = await freeze('leader', { kind: 'month', day: '2026-10-31' });
    expect(answer.status).toBe(200);
    seq = answer.body.items[0].seq;
    // Facts of October that come a minute after the cut.
    city.pass(60_000);
    await visit('late-1', '2026-10-09', '08:40:00', 'very_dissatisfied');
    await settled('late-2', '2026-10-10T17:00:00+07:00', '2026-10-12');
  });

  test('what comes later changes nothing in it; what is known now stands beside', async () => {
    const { report, frozen, since } = await asked(`frozen=${seq}`);
    const { knownAt: _, knownSeq: __, readAt: ___, ...figures } = report;
    const { knownAt: _a, knownSeq: _b, readAt: _c, ...known } = before;
    expect(figures).toEqual(known);
    expect(frozen).toMatchObject({
      cut: 1,
      kind: 'month',
      from: '2026-10-01',
      to: '2026-10-31',
      knownSeq: report.knownSeq,
    });
    expect(since).toEqual([
      { metric: 'satisfied', n: 2, of: 4, share: 0.5 },
      { metric: 'onTimeOfSettled', n: 1, of: 3, share: 1 / 3 },
      { metric: 'within', n: 2, of: 4, share: 0.5 },
    ]);
    expect((await asked(OCTOBER)).report.targets[0]).toMatchObject({ n: 2, of: 4 });
  });

  test('its paper says cut and check code, and the old numbers', async () => {
    const { frozen } = await asked(`frozen=${seq}`);
    const paper = unspaced(
      (await pdfPages(await file('pdf', `frozen=${seq}`))).map(({ text }) => text).join(' '),
    );
    expect(paper).toContain(unspaced('Số liệu đã chốt lần 1'));
    expect(paper).toContain(frozen?.hash.slice(0, 16));
    expect(paper).toContain('98%66,7%23');
  });

  test('a period can be frozen anew: both cuts stay', async () => {
    const again = await freeze('leader', { kind: 'month', day: '2026-10-31' });
    expect(again.body.items.map(({ cut }: { cut: number }) => cut)).toEqual([2, 1]);
    expect((await asked(`frozen=${again.body.items[0].seq}`)).report.targets[0]).toMatchObject({
      n: 2,
      of: 4,
    });
    expect((await asked(`frozen=${seq}`)).report.targets[0]).toMatchObject({ n: 2, of: 3 });
  });

  test('cut-offs are paged by cursor without a gap, and what was frozen now is named wherever it stands', async () => {
    const old = await freeze('leader', { kind: 'month', day: '2026-09-30' });
    expect(old.body.frozen).not.toBe(old.body.items[0].seq);
    expect((await asked(`frozen=${old.body.frozen}`)).frozen).toMatchObject({ from: '2026-09-01', cut: 1 });
    const path = '/api/v1/areas/city/reports';
    const whole = (await city.ask('leader', 'GET', path)).body;
    expect(whole.next).toBeNull();
    const seqs: number[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const more: string = next === '' ? '' : `&cursor=${next}`;
      const { body } = await city.ask('leader', 'GET', `${path}?limit=1${more}`);
      expect(body.items).toHaveLength(1);
      seqs.push(...body.items.map((item: { seq: number }) => item.seq));
      next = body.next;
    }
    expect(seqs).toEqual(whole.items.map((item: { seq: number }) => item.seq));
    expect(seqs).toHaveLength(3);
    const wrong = await city.ask('leader', 'GET', `${path}?cursor=bad`);
    expect(wrong).toMatchObject({ status: 400, body: { parameter: 'cursor' } });
  });

  test('only a period that is over is frozen, and only by whoever leads there', async () => {
    const running = await freeze('leader', { kind: 'month', day: '2026-11-20' });
    expect(running).toMatchObject({ status: 422, body: { faults: [{ rule: 'period_running' }] } });
    expect((await freeze('inspector', { kind: 'month', day: '2026-10-31' })).status).toBe(403);
    expect((await city.ask('leader', 'GET', `/api/v1/areas/a/report?frozen=${seq}`)).status).toBe(404);
  });

  test('the measures asked for as they were known at the cut are those that were frozen', async () => {
    const { report } = await asked(`frozen=${seq}`);
    const asOf = encodeURIComponent(report.asOf);
    const known = await kpis(`asOf=${asOf}&knownAt=${encodeURIComponent(report.knownAt ?? '')}`);
    const { tickets, ratings, dossiers } = report.kpis;
    expect({ tickets: known.tickets, ratings: known.ratings, dossiers: known.dossiers }).toEqual({
      tickets,
      ratings,
      dossiers,
    });
  });

  test('who froze what stands in the audit trail, without the figures', async () => {
    const { body } = await city.ask('chief', 'GET', '/api/v1/admin/audit?area=city&type=report.frozen');
    expect(body.items).toHaveLength(3);
    expect(body.items[1]).toMatchObject({
      area: 'city',
      by: { kind: 'person', person: 'leader' },
      data: { kind: 'month' },
    });
    expect(body.items[1].data).not.toHaveProperty('figures');
  });

  test('frozen figures that were touched are found by verify', async () => {
    expect(await findingsIn(city.core.database.connectionString)).toEqual([]);
    await city.core.database.pool.query(
      `UPDATE event SET data = jsonb_set(data, '{figures,targets,0,n}', '3') WHERE seq = $1`,
      [seq],
    );
    expect(await findingsIn(city.core.database.connectionString)).not.toEqual([]);
  });
});

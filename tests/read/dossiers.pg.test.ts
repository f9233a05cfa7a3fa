import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chainState, foldApology } from '../../lib/domain/apology/apology.ts';
import type {
  ApologyLine,
  DossierAnswer,
  DossiersAnswer,
  HandlersAnswer,
} from '../../lib/wire/dossier-reads.ts';
import type { CompareAnswer, HistoryAnswer, KpisAnswer, ListAnswer } from '../../lib/wire/reads.ts';
import { createAccess } from '../../server/http/access.ts';
import { createHeavyWork } from '../../server/http/heavy-work.ts';
import { readRoutes } from '../../server/http/reads.ts';
import { createRouter } from '../../server/http/router.ts';
import { createBoards } from '../../server/live/boards.ts';
import { makeKey } from '../support/city.ts';
import { openReadCity, type ReadCity, type Told } from '../support/read-city.ts';

let city: ReadCity;
let app: ReturnType<typeof createRouter>;
const keys = new Map<string, string>();

const sessions = {
  type: 'sessions.set' as const,
  data: {
    area: 'city',
    scope: 'week' as const,
    fromDay: '2026-01-01',
    spans: [1, 2, 3, 4, 5].flatMap((weekday) => [
      { weekday, from: '08:00', to: '12:00' },
      { weekday, from: '13:00', to: '17:00' },
    ]),
  },
};
const birth = {
  type: 'procedure.defined' as const,
  data: {
    area: 'city',
    procedure: 'birth',
    name: 'Khai sinh',
    sector: 'civil',
    limit: { kind: 'days' as const, days: 2 },
    effectiveFrom: '2026-01-01',
    source: 'QĐ 1',
  },
};

const received = (
  unit: string,
  day: string,
  clock: string,
  dossier: string,
  more: Record<string, unknown> = {},
): Told => [unit, day, clock, 'dossier.received', { dossier, procedure: 'birth', ...more }];
const settled = (unit: string, day: string, clock: string, dossier: string, result = 'done'): Told => [
  unit,
  day,
  clock,
  'dossier.settled',
  { dossier, result },
];

// Now is Monday 23 November 2026, 10:00.
beforeAll(async () => {
  city = await openReadCity(sessions, birth);
  const { core } = city;
  for (const area of ['city', 'a', 'b'])
    keys.set(area, (await makeKey(core.door, { area, rights: ['read'] })).secret);
  app = createRouter(
    readRoutes({
      context: city.context,
      board: async () => null,
      wallBoard: async () => null,
      clocksAhead: () => [],
    }),
    {
      access: createAccess({ memory: core.memory, now: core.now, session: () => null }),
      memory: core.memory,
      addressOf: () => '203.0.113.9',
      publicUrl: null,
      heavy: createHeavyWork(),
      onDenied: () => undefined,
    },
  );
  await city.tell(
    // Settled: on time, late by the instant alone, late, withdrawn, without a due date.
    received('a', '2026-11-16', '09:00:00', 'S1', { channel: 'online_full', handler: 'tax' }),
    settled('a', '2026-11-18', '17:30:00', 'S1'),
    ['a', '2026-11-19', '08:00:00', 'dossier.delivered', { dossier: 'S1' }],
    received('a', '2026-11-16', '09:30:00', 'S2', { dueAt: '2026-11-17T16:00:00+07:00' }),
    settled('a', '2026-11-17', '16:30:00', 'S2'),
    received('a', '2026-11-17', '09:00:00', 'S3', {
      dueAt: '2026-11-18',
      handler: 'tax',
      stage: 'check',
      stageDueAt: '2026-11-17',
    }),
    ['b', '2026-11-19', '09:00:00', 'dossier.moved', { dossier: 'S3', toHandler: 'chair', stage: 'sign' }],
    settled('a', '2026-11-20', '09:00:00', 'S3', 'refused'),
    received('b', '2026-11-17', '09:00:00', 'S4', { dueAt: '2026-11-18' }),
    settled('b', '2026-11-17', '10:00:00', 'S4', 'withdrawn'),
    received('b', '2026-11-18', '09:00:00', 'S5', { procedure: 'unheard-of' }),
    settled('b', '2026-11-19', '10:00:00', 'S5'),
    // Open: overdue, due today, due soon, later, with the applicant, twice extended and overdue.
    received('a', '2026-11-18', '09:00:00', 'O1', { dueAt: '2026-11-20' }),
    received('a', '2026-11-19', '09:00:00', 'O2'),
    received('b', '2026-11-19', '09:00:00', 'O3', { dueAt: '2026-11-24T09:30:00+07:00' }),
    received('b', '2026-11-19', '09:00:00', 'O4', { dueAt: '2026-12-24' }),
    received('c', '2026-11-19', '09:00:00', 'O5', { dueAt: '2026-11-20' }),
    ['c', '2026-11-20', '09:00:00', 'dossier.supplement_asked', { dossier: 'O5', what: 'Giấy chứng sinh' }],
    received('c', '2026-11-16', '09:00:00', 'O6', { dueAt: '2026-11-18', channel: 'online_partial' }),
    [
      'c',
      '2026-11-18',
      '09:00:00',
      'dossier.extended',
      { dossier: 'O6', dueAt: '2026-11-20', cause: 'staff' },
    ],
    ['c', '2026-11-20', '09:00:00', 'dossier.extended', { dossier: 'O6', dueAt: '2026-11-30' }],
    // Not accepted, and to correct.
    ['c', '2026-11-20', '09:00:00', 'dossier.submitted', { dossier: 'N1', procedure: 'birth' }],
    settled('c', '2026-11-20', '09:00:00', 'P1'),
    // Letters.
    [
      'a',
      '2026-11-20',
      '10:00:00',
      'apology.drafted',
      { apology: 'X1', dossier: 'S3', cause: 'staff', newDueAt: '2026-11-20' },
    ],
    ['a', '2026-11-20', '11:00:00', 'apology.signed', { apology: 'X1', signedBy: 'Nguyễn Văn An' }],
    ['a', '2026-11-20', '12:00:00', 'apology.delivered', { apology: 'X1', channel: 'counter' }],
    ['a', '2026-11-21', '10:00:00', 'apology.drafted', { apology: 'X2', dossier: 'O1' }],
    [
      'a',
      '2026-11-21',
      '10:00:00',
      'explanation.added',
      { about: { dossier: 'S3' }, text: 'Chờ cơ quan thuế' },
    ],
  );
});
afterAll(() => city.close());

function ask(path: string, area: string, accept = 'application/json') {
  const headers = { authorization: `Bearer ${keys.get(area)}`, accept };
  return app.request(path, { headers }, { incoming: { headers }, outgoing: {} });
}

async function get<T>(path: string, area = 'city', accept = 'application/json'): Promise<T> {
  const response = await ask(path, area, accept);
  expect(response.status, path).toBe(200);
  return accept === 'text/csv' ? ((await response.text()) as T) : response.json();
}
const status = async (path: string, area = 'city') => (await ask(path, area)).status;
const WEEK = 'from=2026-11-16&to=2026-11-22';
const kpis = (query = '', area = 'city') =>
  get<KpisAnswer>(`/api/v1/areas/${area}/kpis?${WEEK}${query}`).then(({ dossiers }) => dossiers);

describe('kpis', () => {
  test('F8–F14: the measures of a week, by day of receipt and of settlement', async () => {
    expect(await kpis()).toMatchObject({
      rule: 'own',
      received: 11,
      settled: 4,
      onTime: 1,
      late: 2,
      withdrawn: 1,
      stopped: 0,
      noDue: 1,
      open: 6,
      openOverdue: 2,
      awaitingSupplement: 1,
      unaccepted: 1,
      notCollected: 3,
      onTimeOfSettled: { n: 1, of: 3 },
      onTimeOfReceived: { n: 1, of: 9 },
      online: { n: 2, of: 11 },
      lateSupplementShare: { n: 0, of: 1 },
    });
  });

  test('F4: the rule asked for changes what is on time, and what is overdue', async () => {
    const at = '&asOf=2026-11-18T17:15:00%2B07:00';
    expect(await kpis(at)).toMatchObject({ rule: 'own', openOverdue: 0 });
    // S1 was promised until closing at 17:00 of that day.
    expect(await kpis(`&rule=instant${at}`)).toMatchObject({
      openOverdue: 1,
      onTimeOfSettled: { n: 0, of: 3 },
    });
    expect(await kpis('&rule=day')).toMatchObject({
      rule: 'day',
      onTime: 2,
      onTimeOfSettled: { n: 2, of: 3 },
    });
  });

  test('F10: index 766 counts what was settled and what was open at the end of the period', async () => {
    // S1 on time; O2, O3, O4 and O5 (with the applicant) in time; late: S2, S3, O1, O6.
    expect((await kpis()).onTime766).toMatchObject({ n: 5, of: 9 });
    const { onTime766 } = (await get<KpisAnswer>('/api/v1/areas/city/kpis?from=2026-11-16&to=2026-11-17'))
      .dossiers;
    // Settled then: S2 late. Open at the end of the 17th: S1, S3, O6.
    expect(onTime766).toMatchObject({ n: 3, of: 4 });
  });

  test('Q6, F11: what is open at a past instant, by events of that time', async () => {
    const then = await kpis('&asOf=2026-11-17T09:45:00%2B07:00');
    // S1, S2, S3, S4 and O6 had been received; nothing was settled.
    expect(then).toMatchObject({ open: 5, openOverdue: 0, unaccepted: 0, received: 11 });
    expect(await kpis('&asOf=2026-11-19T00:00:00%2B07:00')).toMatchObject({ open: 4, openOverdue: 2 });
  });

  test('Q6: knownAt takes back what the server had not received by then', async () => {
    const before = await kpis();
    city.setNow('2026-11-23T10:30:00+07:00');
    const [known] = [city.context.now()];
    city.setNow('2026-11-23T10:31:00+07:00');
    await city.tell(
      settled('a', '2026-11-20', '15:00:00', 'O1'),
      received('b', '2026-11-20', '15:00:00', 'K1', { dueAt: '2026-11-21' }),
    );
    const after = await kpis();
    expect(after).toMatchObject({ received: 12, settled: 5, onTime: 2, open: 6, openOverdue: 2 });
    expect(await kpis(`&knownAt=${new Date(known).toISOString()}`)).toEqual(before);
  });

  test('F12: only one procedure or handler', async () => {
    expect(await kpis('&procedure=unheard-of')).toMatchObject({ received: 1, settled: 1, noDue: 1, open: 0 });
    expect(await kpis('&handler=chair')).toMatchObject({ received: 1, settled: 1, late: 1 });
  });

  test('F20: how many chains stand where', async () => {
    const { apologies } = await get<KpisAnswer>(`/api/v1/areas/city/kpis?${WEEK}`);
    expect(apologies).toEqual({ owed: 3, drafted: 1, signed: 0, delivered: 0, kept: 1, broken: 0 });
  });

  test('a unit that received nothing has no share, and its counts are 0', async () => {
    const { dossiers } = await get<KpisAnswer>('/api/v1/areas/c/kpis?from=2026-10-01&to=2026-10-31');
    expect(dossiers).toMatchObject({
      received: 0,
      onTimeOfSettled: { of: 0, share: null },
      onTimeOfReceived: { of: 0, share: null },
      online: { share: null },
      acceptWait: { n: 0, meanHours: null },
    });
  });
});

describe('compare and history', () => {
  test('F8, G7: wards against the target, a ward without cases without a share', async () => {
    const answer = await get<CompareAnswer>(`/api/v1/areas/city/compare?metric=onTimeOfSettled&${WEEK}`);
    expect(answer.target).toBe(0.99);
    expect(answer.total).toMatchObject({ n: 2, of: 4 });
    expect(answer.children.map(({ code, n, of, share, result }) => [code, n, of, share, result])).toEqual([
      ['a', 2, 4, 0.5, 'notMet'],
      ['b', 0, 0, null, null],
      ['c', 0, 0, null, null],
    ]);
    const byDay = await get<CompareAnswer>(
      `/api/v1/areas/city/compare?metric=onTimeOfSettled&rule=day&${WEEK}`,
    );
    expect(byDay.total).toMatchObject({ n: 3, of: 4 });
  });

  test('P1: through time by days and months; not by hours', async () => {
    const days = await get<HistoryAnswer>(
      `/api/v1/areas/city/history?metric=dossiersReceived&bucket=day&${WEEK}`,
    );
    expect(days.series.map(({ value }) => value)).toEqual([3, 2, 2, 4, 1, 0, 0]);
    const months = await get<HistoryAnswer>(
      '/api/v1/areas/city/history?metric=onTimeOfReceived&bucket=month&from=2026-10-01&to=2026-11-30',
    );
    expect(months.series.map(({ n, of }) => [n, of])).toEqual([
      [0, 0],
      [2, 10],
    ]);
    expect(await status(`/api/v1/areas/city/history?metric=online&bucket=hour&${WEEK}`)).toBe(400);
  });
});

describe('lists', () => {
  const list = async (query: string, area = 'city') => {
    const codes: string[] = [];
    let cursor = '';
    do {
      const page = await get<DossiersAnswer>(`/api/v1/dossiers?area=${area}&limit=2${query}${cursor}`);
      codes.push(...page.items.map(({ dossier }) => dossier));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    return codes;
  };

  test('F18: every state by cursor, open ones by their due date', async () => {
    expect(await list('&state=open')).toEqual(['O6', 'O5', 'K1', 'O2', 'O3', 'O4']);
    expect(await list('&state=overdue')).toEqual(['O6', 'K1']);
    expect(await list('&state=dueToday')).toEqual(['O2']);
    expect(await list('&state=dueSoon')).toEqual(['O2', 'O3']);
    expect(await list('&state=awaitingSupplement')).toEqual(['O5']);
    expect(await list('&state=unaccepted')).toEqual(['N1']);
    expect(await list('&state=toCorrect')).toEqual(['P1']);
    expect(await list(`&state=settled&${WEEK}`)).toEqual(['S2', 'S1', 'O1', 'S3', 'S5']);
    expect(await list(`&state=late&${WEEK}`)).toEqual(['S2', 'S3']);
    expect(await list(`&state=notCollected&${WEEK}`)).toEqual(['S2', 'O1', 'S3', 'S5']);
    expect(await list(`&${WEEK}`)).toHaveLength(12);
    expect(await list('&state=open&from=2026-11-16&to=2026-11-18')).toEqual(['O6']);
  });

  test('filters, and areas below', async () => {
    expect(await list(`&procedure=unheard-of&${WEEK}`)).toEqual(['S5']);
    expect(await list(`&handler=chair&stage=sign&${WEEK}`)).toEqual(['S3']);
    expect(await list('&state=open', 'b')).toEqual(['K1', 'O3', 'O4']);
    expect(await list(`&channel=online_full&${WEEK}`)).toEqual(['S1']);
    expect(await list('&state=toCorrect&fault=settled_without_receipt')).toEqual(['P1']);
    expect(await list('&state=toCorrect&fault=second_result')).toEqual([]);
    expect(await status('/api/v1/dossiers?area=city&fault=unheard-of')).toBe(400);
  });

  test('C10: a line says how much working time is left, none where it does not run', async () => {
    const { items } = await get<DossiersAnswer>('/api/v1/dossiers?area=city&state=open');
    const left = new Map(items.map(({ dossier, countdown }) => [dossier, countdown]));
    const now = city.context.now();
    const clock = (time: string) => Date.parse(`2026-11-23T${time}:00+07:00`);
    const spans = [
      [clock('08:00'), clock('12:00')],
      [clock('13:00'), clock('17:00')],
    ];
    // At 10:31: promised for today's closing, and for tomorrow 09:30.
    expect(left.get('O2')).toEqual({ at: now, workingSeconds: 5 * 3600 + 29 * 60, spans });
    expect(left.get('O3')).toEqual({ at: now, workingSeconds: 6 * 3600 + 59 * 60, spans });
    // Overdue, with the applicant, weeks ahead.
    for (const dossier of ['O6', 'O5', 'O4']) expect(left.get(dossier), dossier).toBeNull();
  });

  test('C5: a line names its procedure as it was defined on the day of receipt', async () => {
    const { items } = await get<DossiersAnswer>(`/api/v1/dossiers?area=city&${WEEK}`);
    const named = new Map(items.map((line) => [line.procedure, line.procedureName]));
    expect([...named]).toEqual(
      expect.arrayContaining([
        ['birth', 'Khai sinh'],
        ['unheard-of', null],
      ]),
    );
  });

  test('a line says why it is to correct, an unknown procedure too, and counts come with it', async () => {
    const { items } = await get<DossiersAnswer>(`/api/v1/dossiers?area=city&procedure=unheard-of&${WEEK}`);
    expect(items[0]).toMatchObject({ dossier: 'S5', dueAt: null, late: null, faults: ['unknown_procedure'] });
    expect(await get('/api/v1/areas/city/dossiers-to-correct')).toEqual({
      byReason: { settled_without_receipt: 1 },
      unknownProcedures: [{ procedure: 'unheard-of', dossiers: 1 }],
    });
  });

  test('as CSV, page by page', async () => {
    const csv = await get<string>('/api/v1/dossiers?area=city&state=overdue', 'city', 'text/csv');
    const [header, ...lines] = csv.trim().split('\r\n');
    expect(header?.startsWith('unit,dossier,procedure')).toBe(true);
    expect(lines.map((line) => line.split(',')[1])).toEqual(['O6', 'K1']);
  });

  test('a key of one ward sees its own; bad cursors and states are named', async () => {
    expect(await status('/api/v1/dossiers?area=b', 'a')).toBe(404);
    expect(await status('/api/v1/dossiers?area=city&state=lost')).toBe(400);
    expect(await status('/api/v1/dossiers?area=city&cursor=abc')).toBe(400);
    const cursor = Buffer.from(JSON.stringify(['a', 'x', 'y'])).toString('base64url');
    expect(await status(`/api/v1/dossiers?area=city&state=open&cursor=${cursor}`)).toBe(400);
  });

  test('F20: the chains by where they stand, the oldest first, the second extension red', async () => {
    const { items } = await get<ListAnswer<ApologyLine>>(`/api/v1/apologies?area=city&${WEEK}`);
    expect(
      items.map(({ unit, dossier, state, secondExtension }) => [unit, dossier, state, secondExtension]),
    ).toEqual([
      ['a', 'S2', 'owed', false],
      ['c', 'O6', 'owed', true],
      ['b', 'K1', 'owed', false],
      ['a', 'O1', 'drafted', false],
      ['a', 'S3', 'kept', false],
    ]);
    expect(items[4]).toMatchObject({
      apology: 'X1',
      signedBy: 'Nguyễn Văn An',
      cause: 'staff',
      channel: 'counter',
    });
    const owed = await get<ListAnswer<ApologyLine>>(`/api/v1/apologies?area=city&state=owed&limit=1&${WEEK}`);
    expect(owed.items).toHaveLength(1);
    const rest = await get<ListAnswer<ApologyLine>>(
      `/api/v1/apologies?area=city&state=owed&${WEEK}&cursor=${owed.next}`,
    );
    expect(rest.items.map(({ dossier }) => dossier)).toEqual(['O6', 'K1']);
    const one = await get<ListAnswer<ApologyLine>>(`/api/v1/apologies?area=city&dossier=S3&${WEEK}`);
    expect(one.items.map(({ state }) => state)).toEqual(['kept']);
  });

  test('F20: what the table says of a chain is what the fold says', async () => {
    const { rows } = await city.core.database.pool.query(
      `SELECT a.apology, a.facts, extract(epoch FROM d.settled_at)::float8 * 1000 AS settled FROM apology a JOIN dossier d USING (root, dossier)`,
    );
    expect(rows).toHaveLength(2);
    for (const { apology, facts, settled: settledAt } of rows) {
      const item = (await get<ListAnswer<ApologyLine>>(`/api/v1/apologies?area=city&${WEEK}`)).items.find(
        (one) => one.apology === apology,
      );
      const folded = foldApology(facts);
      expect(item?.state).toBe(
        chainState(folded, { settledAt, receivedAt: 0 }, 'Asia/Ho_Chi_Minh', city.context.now()),
      );
    }
  });
});

describe('one dossier', () => {
  test('F12: with its facts, stages, letters and explanations, through any area above its unit', async () => {
    const answer = await get<DossierAnswer>('/api/v1/areas/a/dossiers/S3', 'a');
    expect(answer).toMatchObject({
      unit: 'a',
      state: 'settled',
      late: true,
      handler: 'chair',
      stages: [
        { handler: 'tax', stage: 'check', late: true },
        { handler: 'chair', stage: 'sign', late: null },
      ],
      explanations: [{ text: 'Chờ cơ quan thuế' }],
      apologies: [{ apology: 'X1', state: 'kept' }],
    });
    expect(answer.facts.map(({ kind, unit }) => [kind, unit])).toEqual([
      ['received', 'a'],
      ['moved', 'b'],
      ['settled', 'a'],
    ]);
    const asked = await get<DossierAnswer>('/api/v1/areas/city/dossiers/O5');
    expect(asked.facts.map(({ what }) => what)).toEqual([null, 'Giấy chứng sinh']);
    const promised = await get<DossierAnswer>('/api/v1/areas/city/dossiers/S1');
    expect(promised).toMatchObject({ dueKind: 'day', dueDay: '2026-11-18' });
    expect(promised.facts.map(({ kind }) => kind)).toContain('due_computed');
  });

  test('a dossier of elsewhere is not there', async () => {
    expect(await status('/api/v1/areas/b/dossiers/S3', 'b')).toBe(404);
    expect(await status('/api/v1/areas/city/dossiers/S3', 'b')).toBe(404);
    expect(await status('/api/v1/areas/city/dossiers/none')).toBe(404);
  });

  test('F12: by who decides, and by stage', async () => {
    const answer = await get<HandlersAnswer>(`/api/v1/areas/city/handlers?${WEEK}`);
    expect(answer.handlers.map(({ handler, received, late }) => [handler, received, late])).toEqual([
      [null, 10, 1],
      ['chair', 1, 1],
      ['tax', 1, 0],
    ]);
    expect(answer.stages).toContainEqual({ handler: 'tax', stage: 'check', n: 1, judged: 1, late: 1 });
  });
});

test('B1, F18: the boards and the measures say the same of one moment, and a unit never heard says nothing', async () => {
  const at = city.context.now();
  const boards = createBoards(city.core.memory);
  for (const area of ['city', 'a', 'b', 'c']) {
    const totals = boards.board(area, at)?.board.totals.dossiers;
    const month = (await get<KpisAnswer>(`/api/v1/areas/${area}/kpis?from=2026-11-01&to=2026-11-30`))
      .dossiers;
    expect(totals, area).toMatchObject({
      open: month.open,
      overdue: month.openOverdue,
      awaitingSupplement: month.awaitingSupplement,
      unaccepted: month.unaccepted,
      onTimeMonth: [month.onTimeOfSettled.n, month.onTimeOfSettled.of],
    });
    for (const state of ['dueToday', 'dueSoon'] as const) {
      const { items } = await get<DossiersAnswer>(`/api/v1/dossiers?area=${area}&state=${state}`);
      expect(totals?.[state], `${area} ${state}`).toBe(items.length);
    }
  }
  const city1 = boards.board('city', at)?.board;
  if (!city1 || !('units' in city1)) throw new Error('no board of an area');
  expect(city1.totals.dossiers).toMatchObject({
    open: 6,
    overdue: 2,
    dueToday: 1,
    dueSoon: 2,
    notCollected: 3,
  });
  expect(city1.units.a).toMatchObject({ d: [1, 0, 1], o: [2, 4] });
  expect(city1.units.c).toMatchObject({ d: [2, 1, 0], o: [0, 0] });
  // No code of a dossier on any board.
  expect(JSON.stringify(city1)).not.toMatch(/"[SONK][1-6]"/);
});

test('B1: nothing told of dossiers is null on a board, never 0', async () => {
  const fresh = await openReadCity();
  await fresh.tell(['a', '2026-11-23', '09:00:00', 'dossier.submitted', { dossier: 'H1', procedure: 'p' }]);
  const boards = createBoards(fresh.core.memory);
  const board = boards.board('city', fresh.context.now())?.board;
  if (!board || !('units' in board)) throw new Error('no board of an area');
  expect(board.totals.dossiers).toMatchObject({ open: 0, unaccepted: 1, notCollected: null });
  expect(board.units.b?.d).toBeUndefined();
  expect(boards.board('b', fresh.context.now())?.board.totals.dossiers).toBeNull();
  await fresh.close();
});

test('F13, F22: how long acceptance took, and how often people came', async () => {
  const issued = (unit: string, ticket: string, dossiers: string[], clock = '08:30:00'): Told => [
    unit,
    '2026-11-13',
    clock,
    'ticket.issued',
    { ticket, number: ticket, service: 'civil', dossiers },
  ];
  await city.tell(
    ['b', '2026-11-12', '16:00:00', 'dossier.submitted', { dossier: 'V1', procedure: 'birth' }],
    issued('b', 'first', ['V1', 'V1', 'elsewhere']),
    received('b', '2026-11-13', '09:00:00', 'V1', { ticket: 'first' }),
    issued('b', 'first', ['V1'], '08:31:00'),
    issued('a', 'second', ['V1']),
    settled('b', '2026-11-13', '15:00:00', 'V1'),
    // Nobody is known to have come for it, and nobody waited for its acceptance.
    received('b', '2026-11-13', '09:00:00', 'V2'),
    settled('b', '2026-11-13', '15:00:00', 'V2'),
    // Taken back: in no share of what was decided.
    received('b', '2026-11-13', '09:00:00', 'V3', { ticket: 'third' }),
    settled('b', '2026-11-13', '15:00:00', 'V3', 'withdrawn'),
  );
  const day = 'from=2026-11-13&to=2026-11-13';
  const of = (area: string) => get<HandlersAnswer>(`/api/v1/areas/${area}/handlers?${day}`);
  // An hour on Thursday and one on Friday; the ticket told twice came once.
  const told = { acceptWait: { n: 1, p50Hours: 2, p90Hours: 2 }, visits: { n: 1, of: 2, mean: 2 } };
  expect(await of('city')).toMatchObject(told);
  expect(await of('b')).toMatchObject(told);
  expect(await of('a')).toMatchObject({
    acceptWait: { n: 0, p50Hours: null, p90Hours: null },
    visits: { n: 0, of: 0, mean: null },
  });
});

test('F2, F22: of receipts that contradict one another only the ticket of the first is a visit, in any order', async () => {
  const receipt = (clock: string, ticket: string | undefined): Told =>
    received('b', '2026-11-12', clock, 'V9', { ticket });
  const mean = async () =>
    (await get<HandlersAnswer>('/api/v1/areas/b/handlers?from=2026-11-12&to=2026-11-12')).visits;
  const before = await mean();
  await city.tell(receipt('10:00:00', 'late'), settled('b', '2026-11-12', '15:00:00', 'V9'));
  expect(await mean()).toMatchObject({ n: before.n + 1, of: before.of + 1 });
  // An earlier one comes later and holds, and so does its ticket.
  await city.tell(receipt('09:00:00', 'early'), receipt('11:00:00', 'latest'));
  expect((await mean()).mean).toBe(1);
  // A ticket that names the dossier by itself came for it, whatever receipts say.
  const issued = { ticket: 'late', number: 'late', service: 'civil', dossiers: ['V9'] };
  await city.tell(['b', '2026-11-12', '09:50:00', 'ticket.issued', issued]);
  expect((await mean()).mean).toBe(2);
  // Where the first receipt names none, none of the others does.
  await city.tell(receipt('08:00:00', undefined));
  expect((await mean()).mean).toBe(1);
});

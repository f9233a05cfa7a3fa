import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DataOf, SourceEvent, SourceType } from '../../lib/domain/events/registry.ts';
import { instantOf } from '../../lib/domain/zoned-time.ts';
import type { Core } from '../../server/core.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { LAW_ZONE } from '../support/arbitrary-events.ts';
import { lawArea } from '../support/law-city.ts';
import { cityDefinitions, cityNames, LAW_NOW, openLawCore } from '../support/law-core.ts';
import { findingsIn } from '../support/law-log.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let core: Core;
let names: ReturnType<typeof cityNames>;
beforeAll(async () => {
  database = await freshDatabase();
  core = await openLawCore(database.connectionString);
});
beforeEach(async () => {
  names = cityNames();
  await core.door.define(cityDefinitions(names), OPERATOR);
});
// Whatever was stored: the log still says what the tables say.
afterEach(async () => expect(await findingsIn(database.connectionString)).toEqual([]));
afterAll(async () => {
  await core.close();
  await database.drop();
});

const at = (day: string, clock: string): number => instantOf(LAW_ZONE, day, clock);
let count = 0;

const told = <T extends SourceType>(type: T, unit: string, when: number, data: DataOf<T>): SourceEvent => {
  count += 1;
  // `data` is of `type`, which a generic member of the union cannot show.
  return { source: `/${names.city}`, id: `e${count}`, type, unit, at: when, data } as SourceEvent;
};
const tell = (...events: SourceEvent[]) => core.door.submit(events, { kind: 'operator' });

const stored = async (dossier: string) => {
  const { rows } = await database.pool.query(
    `SELECT unit, state, due_at, due_kind, result, faults FROM dossier WHERE root = $1 AND dossier = $2`,
    [names.city, dossier],
  );
  return rows[0];
};
const logged = async (type: string) =>
  (
    await database.pool.query<{ seq: number; unit: string; source: string }>(
      'SELECT seq, unit, source FROM event WHERE type = $1 AND unit LIKE $2 ORDER BY seq',
      [type, `${names.city.slice(0, names.city.indexOf('.'))}.%`],
    )
  ).rows;

// The sessions of the law city are Wednesdays 7:30–11:30; 2026-11-25 is one, and registration of births is same-day.
test('F5: a promise is logged behind its receipt in the same group, and no later calendar moves it', async () => {
  const received = told('dossier.received', names.w1, at('2026-11-25', '09:00'), {
    dossier: 'H1',
    procedure: 'birth',
  });
  const note = told('note.added', names.w1, at('2026-11-25', '09:00'), {
    from: at('2026-11-25', '09:00'),
    text: 'x',
  });
  const outcomes = await tell(received, note);
  const [first, second] = outcomes.map((outcome) => (outcome.status === 'stored' ? outcome.seq : 0));
  expect(await logged('dossier.due_computed')).toEqual([
    { seq: (second ?? 0) + 1, unit: names.w1, source: '/server' },
  ]);
  expect(first).toBe((second ?? 0) - 1);
  const due = { due_at: new Date(at('2026-11-25', '11:30')), due_kind: 'clock' };
  expect(await stored('H1')).toMatchObject(due);

  // The seqs go on behind the promise.
  const [again] = await tell(received);
  expect(again).toMatchObject({ status: 'duplicate', seq: first });
  await core.door.define(
    [
      {
        type: 'sessions.set',
        data: {
          area: names.w1,
          scope: 'week',
          fromDay: '2026-01-01',
          spans: [{ weekday: 3, from: '07:30', to: '20:00' }],
        },
      },
      {
        type: 'procedure.defined',
        data: {
          area: names.w1,
          procedure: 'birth',
          name: 'x',
          sector: 'civil',
          limit: { kind: 'days', days: 30 },
          effectiveFrom: '2026-01-02',
          source: 'x',
        },
      },
    ],
    OPERATOR,
  );
  await tell(told('dossier.settled', names.w1, at('2026-11-25', '19:00'), { dossier: 'H1', result: 'done' }));
  expect(await stored('H1')).toMatchObject({ ...due, state: 'settled' });
  expect(await logged('dossier.due_computed')).toHaveLength(1);
});

test('F6: a supply moves the date by the working time of its moment, and that is logged too', async () => {
  await tell(
    told('dossier.received', names.w1, at('2026-11-25', '08:00'), {
      dossier: 'H1',
      procedure: 'birth',
      dueAt: at('2026-11-25', '10:00'),
    }),
    told('dossier.supplement_asked', names.w1, at('2026-11-25', '09:00'), { dossier: 'H1' }),
  );
  expect(await logged('dossier.due_computed')).toHaveLength(0);
  // Another unit of the city takes what was asked for; the calendar is that of the receiving one.
  await tell(told('dossier.supplement_supplied', names.w3, at('2026-11-26', '09:00'), { dossier: 'H1' }));
  expect(await logged('dossier.due_computed')).toMatchObject([{ unit: names.w1 }]);
  expect((await stored('H1')).due_at).toEqual(new Date(at('2026-12-02', '08:30')));
});

test('F1, F2: facts of several units are one dossier, and a late earlier receipt moves it to its unit', async () => {
  await tell(
    told('dossier.settled', names.w2, at('2026-12-01', '16:00'), { dossier: 'H1', result: 'done' }),
    told('dossier.moved', names.w3, at('2026-12-01', '10:00'), { dossier: 'H1', toHandler: names.w3 }),
  );
  expect(await stored('H1')).toMatchObject({ state: 'pending', faults: ['settled_without_receipt'] });
  const receipt = (unit: string, clock: string) =>
    tell(
      told('dossier.received', unit, at('2026-12-01', clock), {
        dossier: 'H1',
        procedure: 'p',
        dueAt: '2026-12-02',
      }),
    );
  const sums = async () =>
    (
      await database.pool.query(
        'SELECT unit, handler, received, settled, on_own FROM rollup_dossier_month WHERE unit = ANY($1) AND received > 0',
        [[names.w1, names.w2, names.w3]],
      )
    ).rows;
  await receipt(names.w1, '09:00');
  const counted = { handler: names.w3, received: 1, settled: 1, on_own: 1 };
  expect(await sums()).toEqual([{ unit: names.w1, ...counted }]);
  await receipt(names.w2, '08:00');
  expect(await stored('H1')).toMatchObject({ unit: names.w2, faults: ['second_receipt'] });
  expect(await sums()).toEqual([{ unit: names.w2, ...counted }]);
});

test('F15: a withdrawal that comes late reaches the dossier that continues it, in a chain', async () => {
  const received = (dossier: string, day: string, previous?: string) =>
    told('dossier.received', names.w1, at(day, '08:00'), {
      dossier,
      procedure: 'p',
      dueAt: '2026-12-30',
      ...(previous !== undefined && { previous }),
    });
  const withdrawn = (dossier: string, day: string) =>
    told('dossier.settled', names.w1, at(day, '08:00'), { dossier, result: 'withdrawn' });
  await tell(received('C', '2026-11-27', 'B'));
  await tell(received('B', '2026-11-24', 'A'), withdrawn('B', '2026-11-26'));
  expect((await stored('C')).due_at.toISOString()).toBe('2026-12-30T16:59:59.999Z');
  await tell(
    told('dossier.received', names.w2, at('2026-11-20', '08:00'), {
      dossier: 'A',
      procedure: 'p',
      dueAt: '2026-11-25',
    }),
  );
  await tell(withdrawn('A', '2026-11-23'));
  // One day from A to B, one from B to C.
  expect((await stored('B')).due_at.toISOString()).toBe('2026-11-26T16:59:59.999Z');
  expect((await stored('C')).due_at.toISOString()).toBe('2026-11-27T16:59:59.999Z');
});

test('F1: a unit that has told of dossiers stays in its city', async () => {
  const other = `${names.city}.other`;
  await core.door.define([{ type: 'area.defined', data: lawArea(other, null, 'city') }], OPERATOR);
  await tell(told('dossier.submitted', names.w3, LAW_NOW, { dossier: 'H1', procedure: 'p' }));
  const [outcome] = await core.door.define(
    [{ type: 'area.defined', data: lawArea(names.w3, other, 'ward', 'none') }],
    OPERATOR,
  );
  expect(outcome).toMatchObject({ status: 'rejected', error: { code: 'city_fixed' } });
});

test('the signer of an apology, what was asked for and an explanation stand beside the log', async () => {
  await tell(
    told('apology.signed', names.w1, LAW_NOW, { apology: 'X', dossier: 'H1', signedBy: 'Nguyễn Văn An' }),
    told('dossier.supplement_asked', names.w1, LAW_NOW, { dossier: 'H1', what: 'Bản sao của bà An' }),
    told('explanation.added', names.w1, LAW_NOW, { about: { dossier: 'H1' }, text: 'Bà An ốm' }),
  );
  const { rows } = await database.pool.query(
    `SELECT count(*) FROM (SELECT facts::text AS said FROM dossier UNION ALL SELECT facts::text FROM apology
       UNION ALL SELECT data::text FROM event UNION ALL SELECT e::text FROM explanation e) AS t WHERE said ~ 'An'`,
  );
  expect(Number(rows[0].count)).toBe(0);
  const kept = await database.pool.query(
    `SELECT value ->> 'signedBy' AS name FROM apology JOIN personal ON seq = signed_seq WHERE root = $1`,
    [names.city],
  );
  expect(kept.rows).toEqual([{ name: 'Nguyễn Văn An' }]);
});

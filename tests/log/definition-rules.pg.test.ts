import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import type { ServiceDefinition } from '../../lib/domain/tree.ts';
import { addDays, localDay } from '../../lib/domain/zoned-time.ts';
import type { Core } from '../../server/core.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import type { Definition } from '../../server/log/submission.ts';
import { LAW_ZONE } from '../support/arbitrary-events.ts';
import { lawArea } from '../support/law-city.ts';
import { cityDefinitions, cityNames, LAW_NOW, openLawCore } from '../support/law-core.ts';
import { findingsIn } from '../support/law-log.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

const MINUTE = 60_000;
const today = localDay(LAW_ZONE, LAW_NOW);
const tomorrow = addDays(today, 1);

let database: TestDatabase;
let core: Core;
let names: ReturnType<typeof cityNames>;
beforeAll(async () => {
  database = await freshDatabase();
  core = await openLawCore(database.connectionString);
});
beforeEach(async () => {
  names = cityNames();
  await core.door.define([...cityDefinitions(names), elsewhere()], OPERATOR);
  expect(await define(limit(names.d1, 30, '2026-01-01'))).toBe('stored');
});
// Whatever was stored: the log still says what the tables say.
afterEach(async () => expect(await findingsIn(database.connectionString)).toEqual([]));
afterAll(async () => {
  await core.close();
  await database.drop();
});

const elsewhere = (): Definition => ({
  type: 'area.defined',
  data: lawArea(`${names.city}.d2`, names.city, 'district'),
});
const limit = (area: string, maxServiceMinutes: number | undefined, effectiveFrom: string) =>
  service({ area, service: 'civil', name: 'Hộ tịch', maxServiceMinutes, effectiveFrom });
const service = (data: ServiceDefinition): Definition => ({ type: 'service.defined', data });
const move = (code: string, parent: string, kind: 'ward' | 'district' = 'ward'): Definition => ({
  type: 'area.defined',
  data: lawArea(code, parent, kind),
});

async function define(definition: Definition): Promise<string> {
  const [outcome] = await core.door.define([definition], OPERATOR);
  if (outcome?.status === 'rejected') return `${outcome.error.code} ${outcome.error.pointer}`;
  return outcome?.status ?? '';
}

/** A visit of 25 minutes at the counter, which a limit of 20 would call suspect, one of 30 not. */
async function visit(unit: string, appointmentAt?: number): Promise<void> {
  const startAt = LAW_NOW - 60 * MINUTE;
  const tell = (type: SourceEvent['type'], at: number, data: object): SourceEvent =>
    ({ source: `/${unit}`, id: type, type, unit, at, data: { ticket: 't1', ...data } }) as SourceEvent;
  const outcomes = await core.door.submit(
    [
      tell('ticket.issued', startAt, { number: '1', service: 'civil', appointmentAt }),
      tell('ticket.called', startAt + 5 * MINUTE, { counter: '1' }),
      tell('ticket.finished', startAt + 30 * MINUTE, { counter: '1' }),
    ],
    { kind: 'operator' },
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['stored', 'stored', 'stored']);
}

test('G10: a unit with tickets moves under another limit of serving time only with its own', async () => {
  const other = `${names.city}.d2`;
  expect(await define(move(names.w2, other))).toBe('stored');
  await visit(names.w1);
  expect(await define(move(names.w1, other))).toBe('serving_limit_fixed /parent');
  expect(core.memory.tree.areas.get(names.w1)?.parent).toBe(names.d1);
  // The district above it takes the unit along.
  expect(await define(move(names.d1, other, 'district'))).toBe('stored');
  expect(await define(limit(names.w1, 30, '2026-01-01'))).toBe('stored');
  expect(await define(move(names.w1, names.city))).toBe('stored');
});

test('G10: a limit starts on a day that no serving time was judged on', async () => {
  await visit(names.w1);
  expect(await define(limit(names.city, 15, today))).toBe('stored');
  expect(await define(limit(names.d1, 15, today))).toBe('serving_limit_fixed /maxServiceMinutes');
  expect(await define(limit(names.w1, 15, '2026-06-01'))).toBe('serving_limit_fixed /maxServiceMinutes');
  expect(await define(limit(names.d1, 15, tomorrow))).toBe('stored');
  expect(await define(limit(names.w2, 15, today))).toBe('stored');
});

test('G10: a booking that was served before its day holds the limit of that day', async () => {
  await visit(names.w1, LAW_NOW + 24 * 60 * MINUTE);
  expect(await define(limit(names.w1, 15, tomorrow))).toBe('serving_limit_fixed /maxServiceMinutes');
  expect(await define(limit(names.w1, 15, addDays(tomorrow, 1)))).toBe('stored');
});

test('G10: a service takes another name with its limit, not without it', async () => {
  await visit(names.w1);
  const renamed = (maxServiceMinutes?: number) =>
    service({
      area: names.d1,
      service: 'civil',
      name: 'Tư pháp',
      maxServiceMinutes,
      effectiveFrom: '2026-01-01',
    });
  expect(await define(renamed())).toBe('serving_limit_fixed /maxServiceMinutes');
  expect(await define(renamed(30))).toBe('stored');
});

import { expect, test } from 'vitest';
import { type Opening, workingBetween } from '../../lib/domain/calendar/working-time.ts';
import { type Dossier, isDecided, onTime } from '../../lib/domain/dossier/dossier.ts';
import { isDossierEvent } from '../../lib/domain/dossier/dossier-fact.ts';
import { type Dossiers, foldDossiers } from '../../lib/domain/dossier/fold-dossiers.ts';
import type { CountingOf } from '../../lib/domain/dossier/promises.ts';
import { toCloudEvent } from '../../lib/domain/events/cloud-event.ts';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import type { FoldedEvent, SourceEvent } from '../../lib/domain/events/registry.ts';
import type { DossierBlock, DossierProfile } from '../../lib/domain/simulation/dossier-profile.ts';
import { simulateDossiers } from '../../lib/domain/simulation/simulate-dossiers.ts';
import { addDays, instantOf, startOfDay, weekdayOf } from '../../lib/domain/zoned-time.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const MONDAY = '2026-11-02';
const at = (day: string, clock: string): number => instantOf(ZONE, day, clock);
const spansOf = (day: string) =>
  weekdayOf(day) > 5
    ? []
    : [
        { fromAt: at(day, '07:30'), toAt: at(day, '11:30') },
        { fromAt: at(day, '13:30'), toAt: at(day, '17:00') },
      ];
const opening: Opening = { zone: ZONE, spansOf };

const profile: DossierProfile = {
  unit: 'w1',
  procedures: [
    { procedure: 'ban-sao', share: 3, days: 0, body: 'office' },
    { procedure: 'hon-nhan', share: 3, days: 3, body: 'office' },
    { procedure: 'dat', share: 2, days: 10, body: 'land' },
  ],
  perHour: 10,
  onlineShare: 0.5,
  lateShare: 0,
  supplementShare: 0.2,
  acceptMinutes: 60,
};

const LIMITS = {
  'ban-sao': { kind: 'sameDay', cutOff: '15:00' },
  'hon-nhan': { kind: 'days', days: 3 },
  dat: { kind: 'days', days: 10 },
} as const;
const countingOf: CountingOf = (_unit, procedure) => ({
  limit: Object.entries(LIMITS).find(([name]) => name === procedure)?.[1] ?? null,
  opening,
});

const blockOf = (day: string, index: number, change: Partial<DossierProfile> = {}): DossierBlock => {
  const [fromAt = 0, toAt = 0] = [spansOf(day)[index]?.fromAt, spansOf(day)[index]?.toAt];
  const block = index === 0 ? '0730-1130' : '1330-1700';
  return {
    profile: { ...profile, ...change },
    day,
    startAt: startOfDay(ZONE, day),
    fromAt,
    toAt,
    block,
    seed: 7,
    source: '/simulated/test',
    opening,
  };
};

/** Two weeks of receipts, told to their ends. */
const fortnight = (change: Partial<DossierProfile> = {}): SourceEvent[] =>
  Array.from({ length: 14 }, (_, n) => addDays(MONDAY, n))
    .filter((day) => spansOf(day).length > 0)
    .flatMap((day) => [0, 1].flatMap((index) => simulateDossiers(blockOf(day, index, change))));

function folded(events: readonly FoldedEvent[]): Dossier[] {
  const dossiers: Dossiers = new Map();
  foldDossiers(dossiers, events.filter(isDossierEvent), { zoneOf: () => ZONE, countingOf });
  return [...dossiers.values()].map(({ dossier }) => dossier);
}

test('the same seed gives the same dossiers, another seed, unit or session others', () => {
  const block = blockOf(MONDAY, 0);
  const told = simulateDossiers(block);
  expect(simulateDossiers(block)).toEqual(told);
  expect(simulateDossiers({ ...block, seed: 8 })).not.toEqual(told);
  const instants = (events: SourceEvent[]): number[] => events.map((event) => event.at);
  expect(instants(simulateDossiers(blockOf(MONDAY, 0, { unit: 'w2' })))).not.toEqual(instants(told));
  expect(new Set([...told, ...simulateDossiers(blockOf(MONDAY, 1))].map(({ id }) => id)).size).toBe(
    told.length + simulateDossiers(blockOf(MONDAY, 1)).length,
  );
});

test('events of a session are in the order of time, and the door takes every one', () => {
  const events = fortnight({ lateShare: 0.3 });
  const first = simulateDossiers(blockOf(MONDAY, 0));
  expect(first.map((event) => event.at)).toEqual(first.map((event) => event.at).toSorted((a, b) => a - b));
  expect(events.map((event) => readEnvelope(toCloudEvent(event)))).toEqual(
    events.map((event) => ({ ok: true, event })),
  );
});

test('where nothing is late every decided dossier is on time by its own due date, supplements included (F4, F6)', () => {
  const decided = folded(fortnight()).filter((dossier) => isDecided(dossier) && dossier.faults.length === 0);
  expect(decided.length).toBeGreaterThan(500);
  expect(decided.filter(({ supplements }) => supplements.asked > 1).length).toBeGreaterThan(5);
  expect(decided.filter((dossier) => onTime(dossier, 'own') !== true)).toEqual([]);
});

test('where everything is late every decided dossier is (F4, F6)', () => {
  const decided = folded(fortnight({ lateShare: 1 })).filter(
    (dossier) => isDecided(dossier) && dossier.faults.length === 0,
  );
  expect(decided.length).toBeGreaterThan(500);
  expect(decided.filter((dossier) => onTime(dossier, 'own') !== false)).toEqual([]);
});

test('a late dossier says at which stage it lay too long (F12), and apologies reach every step (F20)', () => {
  const events = fortnight({ lateShare: 1 });
  const steps = (type: string): number => events.filter((event) => event.type === type).length;
  const [drafted, signed, delivered] = ['drafted', 'signed', 'delivered'].map((s) => steps(`apology.${s}`));
  expect(signed).toBeLessThan(drafted ?? 0);
  expect(delivered).toBeLessThan(signed ?? 0);
  const long = folded(events).filter(({ procedure, faults }) => procedure === 'dat' && faults.length === 0);
  expect(
    long.filter(({ stages }) => stages.some(({ toAt, dueAt }) => (toAt ?? 0) > (dueAt ?? Infinity))).length,
  ).toBe(long.length);
});

test('what comes online waits to be accepted and is received in a session (F13)', () => {
  const online = folded(fortnight()).filter(({ submittedAt }) => submittedAt !== null);
  expect(online.length).toBeGreaterThan(250);
  for (const { submittedAt, receivedAt } of online) {
    if (receivedAt === null) continue;
    expect(submittedAt).toBeLessThan(receivedAt);
    expect(workingBetween(opening, receivedAt, receivedAt + 1000)).toBe(1000);
  }
});

test('a few slips are there to be corrected, and few of them (F16)', () => {
  const dossiers = folded(fortnight());
  const wrong = dossiers.filter(({ faults }) => faults.length > 0);
  expect(wrong.length).toBeGreaterThan(0);
  expect(wrong.length / dossiers.length).toBeLessThan(0.01);
});

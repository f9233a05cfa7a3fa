import { expect, test } from 'vitest';
import { toCloudEvent } from '../../lib/domain/events/cloud-event.ts';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { foldEvent } from '../../lib/domain/fold-events.ts';
import { shiftEvents } from '../../lib/domain/simulation/shift-events.ts';
import { type SimulatedDay, simulateDay } from '../../lib/domain/simulation/simulate-day.ts';
import type { UnitProfile } from '../../lib/domain/simulation/unit-profile.ts';
import { emptyUnit, type UnitState } from '../../lib/domain/unit-state.ts';
import { instantOf, startOfDay } from '../../lib/domain/zoned-time.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY = '2026-11-23';
const at = (clock: string): number => instantOf(ZONE, DAY, clock);
const MORNING = { fromAt: at('07:30'), toAt: at('11:30') };
const AFTERNOON = { fromAt: at('13:30'), toAt: at('17:00') };

const profile: UnitProfile = {
  unit: 'w1',
  tells: 'tickets',
  counters: 3,
  services: [
    { service: 'ho-tich', letter: 'A', share: 3, medianMinutes: 8, outcome: 'received' },
    { service: 'tra', letter: 'T', share: 1, medianMinutes: 3, outcome: 'collected' },
  ],
  specialised: false,
  load: 0.6,
  satisfiedShare: 0.98,
  ratedShare: 0.6,
  trouble: null,
};

const day = (change: Partial<UnitProfile> = {}, more: Partial<SimulatedDay> = {}): SourceEvent[] =>
  simulateDay({
    profile: { ...profile, ...change },
    day: DAY,
    startAt: startOfDay(ZONE, DAY),
    spans: [MORNING, AFTERNOON],
    seed: 7,
    source: '/simulated/test',
    ...more,
  });

function folded(events: readonly SourceEvent[], until = Number.POSITIVE_INFINITY): UnitState {
  const unit = emptyUnit('w1', ZONE);
  for (const [index, event] of events.entries())
    if (event.at <= until) foldEvent(unit, event, index + 1, () => 60);
  return unit;
}

const waitingAt = (events: readonly SourceEvent[], clock: string): number[] =>
  [...folded(events, at(clock)).tickets.values()]
    .filter(({ ticket }) => ticket.state === 'waiting')
    .map(({ ticket }) => (at(clock) - ticket.waitStartAt) / 60_000);

test('the same seed gives the same day, another seed or unit another', () => {
  expect(day()).toEqual(day());
  expect(day({}, { seed: 8 })).not.toEqual(day());
  expect(day({ unit: 'w2' }).map((event) => event.at)).not.toEqual(day().map((event) => event.at));
});

test('events are in the order of time, have ids of their own, and the door takes every one', () => {
  const events = day();
  expect(events.map((event) => event.at)).toEqual(events.map((event) => event.at).toSorted((a, b) => a - b));
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  expect(events.map((event) => readEnvelope(toCloudEvent(event)))).toEqual(
    events.map((event) => ({ ok: true, event })),
  );
});

test('a session that a day gains later leaves the others as they are', () => {
  const evening = { fromAt: at('18:00'), toAt: at('20:00') };
  const longer = day({}, { spans: [MORNING, AFTERNOON, evening] });
  expect(longer.filter((event) => event.at < evening.fromAt)).toEqual(day());
  expect(longer.length).toBeGreaterThan(day().length);
});

test('a day is believable: every ticket ends, no fact is ignored, most people wait less than a quarter of an hour', () => {
  const tickets = [...folded(day()).tickets.values()].map(({ ticket }) => ticket);
  expect(tickets.length).toBeGreaterThan(40);
  expect(tickets.filter(({ state }) => !['finished', 'left', 'no_show'].includes(state))).toEqual([]);
  expect(tickets.flatMap(({ ignored }) => ignored)).toEqual([]);
  const called = tickets.filter(({ firstCallAt }) => firstCallAt !== null);
  const soon = called.filter(
    ({ firstCallAt, waitStartAt }) => (firstCallAt ?? 0) - waitStartAt <= 15 * 60_000,
  );
  expect(soon.length / called.length).toBeGreaterThan(0.75);
});

test('an understaffed unit has one of three counters open and people who wait long', () => {
  const events = day({ trouble: 'understaffed', load: 0.95 });
  const open = [...folded(events, at('10:42')).counters.values()].filter(({ state }) => state === 'open');
  expect(open).toHaveLength(1);
  expect(Math.max(...waitingAt(events, '10:42'))).toBeGreaterThan(20);
  expect(waitingAt(events, '12:00')).toEqual([]);
});

test('where issuing is stopped nobody takes a number for that service', () => {
  const unit = folded(day({ trouble: 'issuingStopped' }), at('09:30'));
  const stopped = unit.issuing.get('ho-tich');
  expect(stopped?.stopped).toBe(true);
  const later = [...unit.tickets.values()].filter(
    ({ ticket }) => ticket.service === 'ho-tich' && ticket.waitStartAt > (stopped?.at ?? 0),
  );
  expect(later).toEqual([]);
});

test('a unit that tells gauges tells no tickets, and its gauges are what the tickets would have shown', () => {
  const gauges = day({ tells: 'gauges' });
  expect(new Set(gauges.map(({ type }) => type))).toEqual(new Set(['gauge.reported', 'rating.given']));
  const waiting = [...folded(gauges, at('09:20')).gauges.values()].reduce(
    (sum, gauge) => sum + gauge.waiting,
    0,
  );
  expect(waiting).toBe(waitingAt(day(), '09:20').length);
});

test('a shifted run keeps the lengths divided by its speed and has tickets of its own', () => {
  const record = day();
  const shifted = shiftEvents(record, { run: 'r1', originAt: record[0]?.at ?? 0, startAt: 1000, speed: 60 });
  expect(shifted[0]).toMatchObject({ at: 1000, source: '/simulated/r1' });
  const length = (events: SourceEvent[]): number => (events.at(-1)?.at ?? 0) - (events[0]?.at ?? 0);
  expect(length(shifted)).toBe(Math.round(length(record) / 60));
  const ticket = shifted.find((event) => event.type === 'ticket.issued');
  expect(ticket?.data.ticket.startsWith('r1.')).toBe(true);
});

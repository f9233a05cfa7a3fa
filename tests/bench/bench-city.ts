import { createHash } from 'node:crypto';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { shiftEvents } from '../../lib/domain/simulation/shift-events.ts';
import { simulateDay } from '../../lib/domain/simulation/simulate-day.ts';
import type { UnitProfile } from '../../lib/domain/simulation/unit-profile.ts';
import { instantOf, startOfDay } from '../../lib/domain/zoned-time.ts';
import type { Definition } from '../../server/log/submission.ts';
import { areaDefinition } from '../support/city.ts';

export const CITY = 'bench';
export const ZONE = 'Asia/Ho_Chi_Minh';
const UNITS = 126;
/** The day that is simulated; its events are moved to when they are needed. A Monday. */
const DAY = '2026-11-02';
const SPANS = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const DAY_ENDS_AT = instantOf(ZONE, DAY, '17:00');

const districtOf = (unit: number): string => `${CITY}-d${unit % 5}`;
export const unitCodes: readonly string[] = Array.from({ length: UNITS }, (_, unit) => `${CITY}-w${unit}`);

/** A city of 126 wards in five districts. */
export const cityDefinitions: Definition[] = [
  areaDefinition(CITY, null, 'city'),
  ...[0, 1, 2, 3, 4].map((district) => areaDefinition(districtOf(district), CITY, 'district')),
  ...unitCodes.map((code, unit) => areaDefinition(code, districtOf(unit), 'ward')),
];

const profileOf = (unit: string, counters: number): UnitProfile => ({
  unit,
  tells: 'tickets',
  counters,
  services: [
    { service: 'chung-thuc', letter: 'A', share: 34, medianMinutes: 8, outcome: 'received' },
    { service: 'ho-tich', letter: 'B', share: 16, medianMinutes: 12, outcome: 'received' },
    { service: 'dat-dai', letter: 'C', share: 12, medianMinutes: 18, outcome: 'received' },
    { service: 'tra-ket-qua', letter: 'T', share: 20, medianMinutes: 4, outcome: 'collected' },
  ],
  specialised: false,
  load: 0.6,
  satisfiedShare: 0.98,
  ratedShare: 0.5,
  trouble: null,
});

/** A day of one unit, in the order of time and ending at `endAt`. `run` makes its tickets and ids its own. */
function unitDay(unit: string, run: string, endAt: number, counters: number): SourceEvent[] {
  const spans = SPANS.map(({ from, to }) => ({
    fromAt: instantOf(ZONE, DAY, from),
    toAt: instantOf(ZONE, DAY, to),
  }));
  const events = simulateDay({
    profile: profileOf(unit, counters),
    day: DAY,
    startAt: startOfDay(ZONE, DAY),
    spans,
    seed: Number.parseInt(createHash('sha256').update(run).digest('hex').slice(0, 6), 16),
    source: '',
  }).filter((event) => event.at <= DAY_ENDS_AT);
  const moved = shiftEvents(events, { run, originAt: DAY_ENDS_AT, startAt: endAt, speed: 1 });
  return moved.map((event) => ({ ...event, source: `/queue/${unit}`, id: `${run}/${event.id}` }));
}

/** Days of many units told together, in the order of time. */
export function cityDay(
  units: readonly string[],
  run: string,
  endAt: number,
  counters: number,
): SourceEvent[] {
  return units.flatMap((unit) => unitDay(unit, run, endAt, counters)).sort((a, b) => a.at - b.at);
}

import { addDays, localDay } from '../../lib/domain/zoned-time.ts';
import type { Definition } from '../../server/log/submission.ts';
import { iso, type Told } from './test-city-day.ts';
import { NUI, WARDS } from './test-city-tree.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const BIRTH: Definition = {
  type: 'procedure.defined',
  data: {
    area: 'tp',
    procedure: '1.001193',
    name: 'Đăng ký khai sinh',
    nameEn: 'Registration of birth',
    sector: 'ho-tich',
    limit: { kind: 'days', days: 3 },
    effectiveFrom: '2026-01-01',
    source: 'QĐ 1',
  },
};

/** A request that would run as a script if it were ever taken for markup. */
const HOSTILE_REQUEST = '<img src=x onerror="window.hostile=1"> Giấy chứng sinh';

const { late, live } = WARDS;

type More = Record<string, unknown>;
const told = (unit: string, type: string, at: number, dossier: string, more: More = {}): Told => ({
  unit,
  type: `dossier.${type}`,
  at,
  data: { dossier, ...more },
});
const received = (unit: string, at: number, dossier: string, more: More = {}): Told =>
  told(unit, 'received', at, dossier, { procedure: '1.001193', channel: 'counter', handler: unit, ...more });

/** Settled today, all but the last `lateOnes` on time. */
const settled = (unit: string, now: number, count: number, lateOnes: number, day: string): Told[] =>
  [...Array(count).keys()].flatMap((i) => {
    const dossier = `${unit}.S${i}`;
    const isLate = i >= count - lateOnes;
    return [
      received(unit, now - 4 * DAY, dossier, { dueAt: isLate ? addDays(day, -1) : day }),
      told(unit, 'settled', now - 10_000 - i, dossier, { result: 'done' }),
    ];
  });

/** Dossiers in every state at one ward, and settled ones at others, as they stand at `now`. */
export function dossiersUntil(now: number, zone: string): Told[] {
  const day = localDay(zone, now);
  const at = late.code;
  return [
    ...settled(at, now, 60, 3, day),
    ...settled(live.code, now, 40, 0, day),
    ...NUI.flatMap((unit, i) => settled(unit, now, 12 + i, i === 3 ? 6 : 0, day)),
    told(at, 'delivered', now - 5_000, `${at}.S0`, { channel: 'counter' }),
    received(at, now - 6 * DAY, 'QH.1', {
      dueAt: addDays(day, -2),
      stage: 'tham-dinh',
      stageDueAt: addDays(day, -4),
    }),
    told(at, 'moved', now - 3 * DAY, 'QH.1', { toHandler: 'chi-cuc-thue', stage: 'ky' }),
    told(at, 'extended', now - 2 * DAY, 'QH.1', { dueAt: addDays(day, 2), cause: 'coordination' }),
    told(at, 'extended', now - DAY, 'QH.1', { dueAt: addDays(day, 4) }),
    received(at, now - 14 * DAY, 'QH.2', { dueAt: addDays(day, -12), channel: 'post' }),
    received(at, now - 2 * DAY, 'HN.1', { dueAt: day }),
    received(at, now - 2 * DAY, 'SD.1', { dueAt: iso(now + 20 * HOUR), channel: 'online_full' }),
    received(at, now - DAY, 'XA.1', { dueAt: addDays(day, 9) }),
    received(at, now - DAY, 'XA.2', { dueAt: addDays(day, 60), handler: undefined }),
    received(at, now - 3 * DAY, 'BS.1', { dueAt: addDays(day, 1) }),
    told(at, 'supplement_asked', now - DAY, 'BS.1', { what: HOSTILE_REQUEST }),
    told(at, 'submitted', now - 3 * HOUR, 'TN.1', { procedure: '1.001193', channel: 'online_full' }),
    told(at, 'settled', now - HOUR, 'LOI.1', { result: 'done' }),
    received(at, now - DAY, 'LOI.2', { procedure: 'la.99', dueAt: addDays(day, 5) }),
  ];
}

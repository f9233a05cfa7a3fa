import { instantOf, localMoment } from '../../lib/domain/zoned-time.ts';

type Session = { fromAt: number; toAt: number };
type Counted = { arrived: number; finished: number };

/** What the arrivals chart needs to know of a day. */
export type DayOfHalfHours = {
  day: string;
  zone: string;
  /** Opening spans; null: not known. */
  sessions: readonly Session[] | null;
  /** By number of the half hour, 0–47 by wall clock. */
  halfHours: Readonly<Record<string, Counted>>;
  /** Means of comparable days; null: there are not enough of them, or they are not here yet. */
  usual: Readonly<Record<string, Counted>> | null;
  /** Epoch ms. */
  at: number;
};

/** One half hour of a day; null is "not known" or "not yet". */
export type HalfHourRow = {
  slot: number;
  arrived: number | null;
  finished: number | null;
  usual: number | null;
  phase: 'over' | 'running' | 'ahead';
  /** No session covers any of it. */
  closed: boolean;
};

const HALF_HOUR = 30 * 60_000;

/** Start of a half hour as 'HH:MM'. */
export const slotClock = (slot: number): string =>
  `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`;

/** The half hours from the first opening or visit to the last, in order and without holes. */
export function halfHourRows({ day, zone, sessions, halfHours, usual, at }: DayOfHalfHours): HalfHourRow[] {
  const now = localMoment(zone, at);
  const nowSlot = now.day === day ? now.halfHour : now.day > day ? 48 : -1;
  const slots = [
    ...Object.keys(halfHours).map(Number),
    ...(sessions ?? []).flatMap(({ fromAt, toAt }) => [
      localMoment(zone, fromAt).halfHour,
      localMoment(zone, toAt - 1).halfHour,
    ]),
    ...(sessions?.length ? [] : Object.keys(usual ?? {}).map(Number)),
  ];
  if (slots.length === 0) return [];
  const [first, last] = [Math.min(...slots), Math.max(...slots)];
  const heard = Object.keys(halfHours).length > 0;
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const slot = first + i;
    const fromAt = instantOf(zone, day, slotClock(slot));
    const closed =
      sessions !== null && !sessions.some((s) => s.fromAt < fromAt + HALF_HOUR && s.toAt > fromAt);
    const phase = slot < nowSlot ? 'over' : slot === nowSlot ? 'running' : 'ahead';
    const counted = halfHours[slot];
    const known = phase !== 'ahead' && heard;
    return {
      slot,
      arrived: counted?.arrived ?? (known ? 0 : null),
      finished: counted?.finished ?? (known ? 0 : null),
      usual: closed ? null : (usual?.[slot]?.arrived ?? null),
      phase,
      closed,
    };
  });
}

import { localMoment } from '../../lib/domain/zoned-time.ts';

/** A note as it stands on a chart of half hours: numbered, from and to as places between slots 0 and 48. */
export type DayNote = { key: string; label: number; from: number; to: number; text: string };

type Noted = { unit: string; fromAt: number; toAt: number | null; text: string };

const HALF_HOUR = 30 * 60_000;

/** The notes of a local day in order of time; one without an end stands at its beginning. */
export function dayNotes(notes: Readonly<Record<string, Noted>>, day: string, zone: string): DayNote[] {
  const place = (at: number): number => {
    const moment = localMoment(zone, at);
    if (moment.day !== day) return moment.day < day ? 0 : 48;
    return moment.halfHour + (at % HALF_HOUR) / HALF_HOUR;
  };
  return Object.entries(notes)
    .sort(([, a], [, b]) => a.fromAt - b.fromAt)
    .map(([key, { fromAt, toAt, text }], i) => ({
      key,
      label: i + 1,
      from: place(fromAt),
      to: place(toAt ?? fromAt),
      text,
    }));
}

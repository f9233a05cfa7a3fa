import type { Period } from '../../lib/domain/period.ts';
import { endOfDay, startOfDay } from '../../lib/domain/zoned-time.ts';
import type { NoteOfPeriod } from '../../lib/wire/reads.ts';
import type { ReadContext } from './context.ts';

/** More notes than this hide a chart. */
const MOST = 100;

/** Notes that began longer before a period do not speak of it; without this bound every older note would be read. */
const LONGEST = "interval '31 days'";

/** What was noted of units in a period of local days, earliest first: "power cut", "portal down". */
export async function notes(
  { pool }: ReadContext,
  units: readonly string[],
  { from, to }: Period,
  zone: string,
): Promise<NoteOfPeriod[]> {
  const { rows } = await pool.query<{
    note: number;
    unit: string;
    from_at: Date;
    to_at: Date | null;
    text: string;
  }>(
    `SELECT seq::float8 AS note, unit, from_at, to_at, text FROM note
      WHERE unit = ANY($1) AND from_at < $3 AND from_at >= $2::timestamptz - ${LONGEST}
        AND coalesce(to_at, from_at) >= $2 ORDER BY from_at, seq LIMIT ${MOST}`,
    [units, new Date(startOfDay(zone, from)), new Date(endOfDay(zone, to))],
  );
  return rows.map((row) => ({
    note: row.note,
    unit: row.unit,
    fromAt: row.from_at.toISOString(),
    toAt: row.to_at?.toISOString() ?? null,
    text: row.text,
  }));
}

/** One note of a unit, by its seq; null: there is none. */
export async function note(
  { pool }: ReadContext,
  unit: string,
  seq: number,
): Promise<{ fromAt: number; toAt: number | null } | null> {
  const { rows } = await pool.query<{ from_at: Date; to_at: Date | null }>(
    'SELECT from_at, to_at FROM note WHERE seq = $1 AND unit = $2',
    [seq, unit],
  );
  const [row] = rows;
  return row ? { fromAt: row.from_at.getTime(), toAt: row.to_at?.getTime() ?? null } : null;
}

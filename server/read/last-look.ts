import type { Pool } from 'pg';

/** Whoever comes back sooner goes on looking. */
const SAME_LOOK = `interval '30 minutes'`;

const BEGUN = `INSERT INTO look (person, area, last_at) VALUES ($1, $2, to_timestamp($3 / 1000.0))
  ON CONFLICT (person, area) DO UPDATE SET last_at = greatest(look.last_at, excluded.last_at),
    previous_at = CASE WHEN excluded.last_at > look.last_at + ${SAME_LOOK} THEN look.last_at ELSE look.previous_at END
  RETURNING previous_at AS previous`;

const ENDED = `UPDATE look SET last_at = greatest(last_at, to_timestamp($3 / 1000.0)) WHERE person = $1 AND area = $2
  RETURNING previous_at AS previous`;

/**
 * Somebody looks at an area, or ends a look, at an instant. Gives until when the look before lasted; null: there was none.
 * It stands beside the log: a look is nobody's fact but the reader's own, and would be a line for every page opened.
 */
export async function lastLook(
  pool: Pool,
  { person, area, leaving, at }: { person: string; area: string; leaving: boolean; at: number },
): Promise<Date | null> {
  const { rows } = await pool.query<{ previous: Date | null }>(leaving ? ENDED : BEGUN, [person, area, at]);
  return rows[0]?.previous ?? null;
}

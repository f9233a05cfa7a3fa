import type { Pool } from 'pg';
import { APOLOGY_DAYS, APOLOGY_WITHIN_MS, APOLOGY_WITHIN_UNKNOWN_MS } from '../../lib/domain/alerts/kind.ts';
import type { AlertReading, Unkept } from '../../lib/domain/alerts/reading.ts';
import { openingOf } from '../../lib/domain/calendar/opening.ts';
import { workingAgo } from '../../lib/domain/calendar/working-time.ts';
import type { Tree } from '../../lib/domain/tree.ts';
import { addDays, localDay } from '../../lib/domain/zoned-time.ts';

/** AA14: the index of unseen pages holds nothing else. */
const UNSEEN = `SELECT unit, count(*)::float8 AS n, extract(epoch FROM min(late_from)) * 1000 AS since FROM suggestion
  WHERE unit = ANY($1) AND state = 'unseen' AND page IS NOT NULL AND late_from <= to_timestamp($2 / 1000.0) GROUP BY unit`;

/**
 * AA15: by unit with its own bound and first day. Each dossier is looked up among the letters by its own key: a join would
 * read every letter there ever was.
 */
const OWED = `SELECT d.unit, count(*)::float8 AS n, extract(epoch FROM min(d.late_from)) * 1000 AS since
  FROM unnest($1::text[], $2::float8[], $3::date[]) AS asked(unit, late_ms, from_day)
  CROSS JOIN LATERAL (
    SELECT unit, root, dossier, late_from FROM dossier
    WHERE unit = asked.unit AND state = 'open' AND due_at <= to_timestamp(late_ms / 1000.0)
      AND late_from <= to_timestamp(late_ms / 1000.0)
    UNION ALL SELECT unit, root, dossier, late_from FROM dossier
    WHERE unit = asked.unit AND result IN ('done', 'refused') AND settled_at >= late_from AND settled_day >= from_day
      AND late_from <= to_timestamp(late_ms / 1000.0)
  ) d LEFT JOIN LATERAL (
    SELECT 1 AS told FROM apology a WHERE a.root = d.root AND a.dossier = d.dossier LIMIT 1
  ) a ON true WHERE told IS NULL GROUP BY d.unit`;

type Counted = { unit: string; n: number; since: string };

/** What rules of alerts read of books and promises, which live memory does not hold, of these units at an instant. */
export async function readUnkept(
  pool: Pool,
  tree: Tree,
  units: readonly string[],
  at: number,
): Promise<(unit: string) => Pick<AlertReading, 'unseen' | 'owed'>> {
  if (units.length === 0) return () => ({ unseen: null, owed: null });
  const openings = units.map((unit) => openingOf(tree, unit));
  const bounds = openings.map(
    (opening) => workingAgo(opening, at, APOLOGY_WITHIN_MS) ?? at - APOLOGY_WITHIN_UNKNOWN_MS,
  );
  const days = openings.map(({ zone }) => addDays(localDay(zone, at), -APOLOGY_DAYS));
  const [unseen, owed] = await Promise.all([
    counted(pool, UNSEEN, [units, at]),
    counted(pool, OWED, [units, bounds, days]),
  ]);
  return (unit) => ({ unseen: unseen.get(unit) ?? null, owed: owed.get(unit) ?? null });
}

async function counted(pool: Pool, text: string, values: unknown[]): Promise<Map<string, Unkept>> {
  const { rows } = await pool.query<Counted>(text, values);
  return new Map(rows.map(({ unit, n, since }) => [unit, { n, since: Math.floor(Number(since)) }]));
}

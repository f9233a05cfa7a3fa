import { NOTHING_OPEN, type OpenDossiers } from '../../lib/domain/dossier/dossier-measures.ts';
import type { DueRule } from '../../lib/domain/dossier/due.ts';
import type { ReadContext } from './context.ts';
import type { DossierFilter } from './dossier-sums.ts';
import type { ScopedUnit } from './scope.ts';

/** F4 in SQL, of a dossier that can become late (`late_from`): judged at instant `t` in the zone of its unit. */
const LATE: Record<DueRule, string> = {
  own: 'late_from <= t',
  instant: 'late_from IS NOT NULL AND due_at < t',
  day: `late_from IS NOT NULL AND CASE due_kind WHEN 'clock' THEN due_at < t
    ELSE (due_day + 1)::timestamp AT TIME ZONE zone <= t END`,
};

/** The moment of reading as the planner can weigh it: of a value from another row it expects a third of the table. */
const AT = 'to_timestamp($3 / 1000.0)';

// What may be open now, each by its own index; an instant of the source may lie a little ahead of the clock.
const NOW = `
  SELECT * FROM dossier WHERE unit = ANY($1) AND state = 'open'
  UNION ALL SELECT * FROM dossier WHERE unit = ANY($1) AND state = 'submitted'
  UNION ALL SELECT * FROM dossier WHERE unit = ANY($1) AND state = 'settled' AND settled_day >= (${AT})::date - 3
    AND open_until > ${AT}`;

/** The predicate and the expression are those of `dossier_span_idx`. */
const THEN = `
  SELECT * FROM dossier WHERE unit = ANY($1) AND state <> 'pending'
    AND tstzrange(least(submitted_at, received_at), open_until) @> ${AT}`;

/**
 * F11: what of units is open at an instant (epoch ms), by what is known now. The cost follows what was open then, not
 * the age of the log.
 */
export async function openDossiers(
  context: ReadContext,
  units: readonly ScopedUnit[],
  at: number,
  rule: DueRule,
  { procedure, handler }: DossierFilter,
): Promise<OpenDossiers> {
  if (units.length === 0) return NOTHING_OPEN;
  const isNow = at === context.now();
  const { rows } = await context.pool.query<OpenDossiers>(
    `WITH moment AS (SELECT ${AT} AS t),
     u AS (SELECT * FROM unnest($1::text[], $2::text[]) AS u(unit, zone)),
     d AS (${isNow ? NOW : THEN}),
     o AS (
       SELECT received_at <= t AND (open_until IS NULL OR open_until > t) AS open,
         submitted_at <= t AND (received_at IS NULL OR received_at > t) AS unaccepted,
         awaiting_since <= t AS awaiting, due_at IS NOT NULL AS due, coalesce(${LATE[rule]}, false) AS late,
         coalesce(${LATE.own}, false) OR coalesce(second_asked_at <= t, false) AS late766
       FROM d JOIN u USING (unit), moment
       WHERE ($4::text IS NULL OR procedure = $4) AND ($5::text IS NULL OR handler = $5)
     )
     SELECT count(*) FILTER (WHERE open)::float8 AS open, count(*) FILTER (WHERE open AND late)::float8 AS "openOverdue",
       count(*) FILTER (WHERE open AND awaiting)::float8 AS "awaitingSupplement",
       count(*) FILTER (WHERE open AND due)::float8 AS "openDue",
       count(*) FILTER (WHERE open AND due AND NOT late766)::float8 AS "inTime766",
       count(*) FILTER (WHERE unaccepted)::float8 AS unaccepted
     FROM o`,
    [units.map(({ unit }) => unit), units.map(({ zone }) => zone), at, procedure, handler],
  );
  return rows[0] ?? NOTHING_OPEN;
}

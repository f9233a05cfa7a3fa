import { ALERT_KINDS, type AlertKind, KIND_DEFAULTS } from '../../lib/domain/alerts/kind.ts';
import { cutToHalfHour } from '../../lib/domain/rating-stream.ts';
import { isUnit, unitsBelow, zoneOf } from '../../lib/domain/tree.ts';
import { addDays, localDay } from '../../lib/domain/zoned-time.ts';
import type { SinceAnswer } from '../../lib/wire/since-reads.ts';
import type { ReadContext } from './context.ts';
import { hiddenNow } from './hidden-ratings.ts';

const MOMENTS = `m AS (SELECT to_timestamp($2 / 1000.0) AS since, to_timestamp($3 / 1000.0) AS now)`;

const ALERTS = `SELECT count(*)::float8 AS raised, count(taken_at)::float8 AS taken, count(cleared_at)::float8 AS over
  FROM alert WHERE unit = ANY($1) AND raised_at > to_timestamp($2 / 1000.0)`;

/** G8: an alert of a target is raised when its miss turns clear. */
const MISSED = `SELECT unit, array_agg(DISTINCT kind) AS kinds FROM alert
  WHERE unit = ANY($1) AND raised_at > to_timestamp($2 / 1000.0) AND kind = ANY($3) GROUP BY unit ORDER BY unit`;

const WRITTEN = `SELECT count(*)::float8 AS written FROM suggestion
  WHERE unit = ANY($1) AND page IS NOT NULL AND day >= $3::date AND submitted_at > to_timestamp($2 / 1000.0)`;

const UNSEEN = `WITH ${MOMENTS} SELECT count(*)::float8 AS unseen, count(*) FILTER (WHERE late_from <= now)::float8 AS late,
    count(*) FILTER (WHERE late_from <= now AND late_from > since)::float8 AS turned
  FROM suggestion, m WHERE unit = ANY($1) AND page IS NOT NULL AND state = 'unseen'`;

const DOSSIERS = `WITH ${MOMENTS} SELECT count(*)::float8 AS open, count(*) FILTER (WHERE late_from <= now)::float8 AS overdue,
    count(*) FILTER (WHERE late_from <= now AND late_from > since)::float8 AS turned
  FROM dossier, m WHERE unit = ANY($1) AND state = 'open'`;

const RATINGS = `SELECT count(*) FILTER (WHERE level IN ('dissatisfied', 'very_dissatisfied'))::float8 AS low,
    count(*)::float8 AS of
  FROM rating WHERE unit = ANY($1) AND day >= $3::date AND at >= to_timestamp($2 / 1000.0) AND rating <> ALL($4)`;

/** Units whose source fell silent, by what it is. */
const SILENT = `SELECT kind, count(DISTINCT unit)::float8 AS n FROM alert
  WHERE unit = ANY($1) AND raised_at > to_timestamp($2 / 1000.0) AND kind = ANY($3) GROUP BY kind`;

const OF_PATTERN = ALERT_KINDS.filter((kind) => KIND_DEFAULTS[kind].unit === 'pattern');
const OF_TARGET = ALERT_KINDS.filter((kind) => KIND_DEFAULTS[kind].unit === 'target');

/** Its row: a count always has one. */
async function one<T>({ pool }: ReadContext, text: string, values: unknown[]): Promise<T> {
  const { rows } = await pool.query(text, values);
  return rows[0];
}

/** What changed in an area from an instant (epoch ms) to now, each with how many. */
export async function since(context: ReadContext, code: string, then: number): Promise<SinceAnswer> {
  const { tree, pool } = context;
  const at = context.now();
  const units = unitsBelow(tree, code);
  const area = tree.areas.get(code);
  // Of whatever zone a unit is, its local day then is no earlier than this one.
  const firstDay = addDays(localDay(zoneOf(tree, code), then), -1);
  const hidden = await hiddenNow(context, code);
  // B5: no time inside the unit is finer than the half hour.
  const ratedFrom = area && isUnit(area) ? cutToHalfHour(then) : then;
  const [alerts, { rows: silent }, { rows: missed }, { written }, pages, dossiers, ratings] =
    await Promise.all([
      one<Omit<SinceAnswer['alerts'], 'silent'>>(context, ALERTS, [units, then]),
      pool.query<{ kind: AlertKind; n: number }>(SILENT, [units, then, OF_PATTERN]),
      pool.query<{ unit: string; kinds: AlertKind[] }>(MISSED, [units, then, OF_TARGET]),
      one<{ written: number }>(context, WRITTEN, [units, then, firstDay]),
      one<{ unseen: number; late: number; turned: number }>(context, UNSEEN, [units, then, at]),
      one<SinceAnswer['dossiers']>(context, DOSSIERS, [units, then, at]),
      one<SinceAnswer['ratings']>(context, RATINGS, [units, ratedFrom, firstDay, hidden ?? []]),
    ]);
  return {
    area: code,
    since: new Date(then).toISOString(),
    asOf: new Date(at).toISOString(),
    alerts: {
      ...alerts,
      silent: OF_PATTERN.flatMap((kind) => silent.filter((one) => one.kind === kind)),
    },
    missed: { units: missed, of: units.length },
    suggestions: { written, turnedLate: pages.turned, unseen: pages.unseen, late: pages.late },
    dossiers,
    ratings,
  };
}

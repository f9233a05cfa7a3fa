import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import { betterWay, modelChart } from '../../lib/domain/model-chart.ts';
import { bucketsBetween, earliest } from '../../lib/domain/period.ts';
import { unitsBelow } from '../../lib/domain/tree.ts';
import { addDays, localDay } from '../../lib/domain/zoned-time.ts';
import type { ModelLine, ModelUnit } from '../../lib/wire/model-reads.ts';
import type { ReadContext } from './context.ts';
import { history } from './history.ts';

/** Days before the start, and at most so many since: a quarter against half a year. */
const BEFORE_DAYS = 90;
const SINCE_DAYS = 180;
/** More models than this nobody compares. */
const MOST = 500;

const LINES = `SELECT m.model, m.name, m.about, m.metric, m.area AS unit, m.start_day::text AS "startDay",
    count(*) FILTER (WHERE u.end_day IS NULL)::int AS trying, count(u.end_day)::int AS ended
  FROM model m JOIN model_unit u ON u.model = m.model`;
const GROUPED = 'GROUP BY m.model ORDER BY m.start_day DESC, m.model LIMIT';

/** Models that units below an area try or have tried, the newest first. */
export async function models({ pool, tree }: ReadContext, area: string): Promise<ModelLine[]> {
  const { rows } = await pool.query<ModelLine>(`${LINES} WHERE u.unit = ANY($1) ${GROUPED} ${MOST}`, [
    unitsBelow(tree, area),
  ]);
  return rows;
}

/** One of them; null: no unit below the area has tried one of this code. */
export async function model(
  { pool, tree }: ReadContext,
  area: string,
  code: string,
): Promise<ModelLine | null> {
  const { rows } = await pool.query<ModelLine>(
    `${LINES} WHERE u.unit = ANY($1) AND m.model = $2 ${GROUPED} 1`,
    [unitsBelow(tree, area), code],
  );
  return rows[0] ?? null;
}

/** A model wherever it began, for whoever spreads it; null: there is none of this code. */
export async function startedModel(
  { pool }: ReadContext,
  code: string,
): Promise<{ unit: string; startDay: string } | null> {
  const { rows } = await pool.query<{ unit: string; startDay: string }>(
    'SELECT area AS unit, start_day::text AS "startDay" FROM model WHERE model = $1',
    [code],
  );
  return rows[0] ?? null;
}

/** The units below an area that try a model, each with its measure before and since, the earliest first. */
export async function modelUnits(
  context: ReadContext,
  area: string,
  { model: code, metric }: Pick<ModelLine, 'model' | 'metric'>,
): Promise<Omit<ModelUnit, 'mayEnd'>[]> {
  const { rows } = await context.pool.query<{ unit: string; startDay: string; endDay: string | null }>(
    `SELECT unit, start_day::text AS "startDay", end_day::text AS "endDay" FROM model_unit
     WHERE model = $1 AND unit = ANY($2) ORDER BY start_day, unit`,
    [code, unitsBelow(context.tree, area)],
  );
  return Promise.all(rows.map((row) => unitOf(context, metric, row)));
}

async function unitOf(
  context: ReadContext,
  metric: ComparedMetric,
  { unit, startDay, endDay }: { unit: string; startDay: string; endDay: string | null },
): Promise<Omit<ModelUnit, 'mayEnd'>> {
  const area = context.tree.areas.get(unit);
  // What the day that still runs has counted so far says nothing about its whole.
  const yesterday = addDays(localDay(area?.timezone ?? 'UTC', context.now()), -1);
  const last = earliest(endDay ?? yesterday, yesterday, addDays(startDay, SINCE_DAYS));
  const from = addDays(startDay, -BEFORE_DAYS);
  const period = { from, to: last };
  const { series, notes } = await history(context, unit, {
    metric,
    period,
    bucket: 'day',
    buckets: bucketsBetween(period, 'day', BEFORE_DAYS + SINCE_DAYS + 1) ?? [],
    service: null,
    within: null,
    rule: 'own',
    procedure: null,
    handler: null,
  });
  const { enough, signal } = modelChart(metric, series, startDay, endDay);
  const better = betterWay(metric);
  return {
    unit,
    name: area?.name ?? unit,
    nameEn: area?.nameEn ?? null,
    startDay,
    endDay,
    series,
    notes,
    enough,
    signal,
    good: signal === null || better === null ? null : signal.direction === better,
  };
}

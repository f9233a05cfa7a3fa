import { DISCIPLINE_FORMS, FORM_CODES, formsOn } from '../../lib/domain/inspection/discipline.ts';
import type { Period } from '../../lib/domain/period.ts';
import { unitsBelow } from '../../lib/domain/tree.ts';
import { shareOf } from '../../lib/domain/wilson.ts';
import type { InspectionCounts, InspectionPeriod } from '../../lib/wire/inspection-counts.ts';
import type { InspectionTotals, InspectionTotalsRow } from '../../lib/wire/inspection-reads.ts';
import type { ReadContext } from './context.ts';

/**
 * I2, I8: announced inspections by level and period, and all of them together (no level, no period). A finding whose day
 * has not come by $4 (epoch ms) is in no share.
 */
const TOTALS = `WITH asked AS (
    SELECT coalesce(i.level, 'unknown') AS level, date_trunc($5, i.day)::date AS period, i.unit, i.kind, f.*, d.forms
    FROM inspection i,
      LATERAL (SELECT count(*) AS findings, count(r) AS remedied, count(*) FILTER (WHERE r < late) AS in_time,
          count(*) FILTER (WHERE late IS NOT NULL AND (r IS NOT NULL OR late <= $4)) AS judged
        FROM jsonb_array_elements(i.findings) AS x,
          LATERAL (SELECT (x ->> 'remediedAt')::float8 AS r, (x ->> 'lateFrom')::float8 AS late) AS y) AS f,
      LATERAL (SELECT jsonb_agg(jsonb_build_array(x -> 'form', x -> 'people')) AS forms
        FROM jsonb_array_elements(i.discipline) AS x) AS d
    WHERE i.unit = ANY($1) AND i.day BETWEEN $2::date AND $3::date AND i.state IS NOT NULL AND i.announced_at IS NOT NULL)
  SELECT level, period::text AS period, count(*)::int AS inspections, count(*) FILTER (WHERE kind = 'planned')::int AS planned,
    count(DISTINCT unit)::int AS units, coalesce(sum(findings), 0)::int AS findings, coalesce(sum(remedied), 0)::int AS remedied,
    coalesce(sum(in_time), 0)::int AS in_time, coalesce(sum(judged), 0)::int AS judged, jsonb_agg(forms) AS forms
  FROM asked GROUP BY GROUPING SETS ((level, period), ()) ORDER BY period DESC NULLS LAST, level`;

/** I2: what is still to be remedied at $2 (epoch ms), and how much of it too late. */
const OPEN = `SELECT count(*) FILTER (WHERE (x ->> 'lateFrom')::float8 <= $2)::int AS overdue, count(*)::int AS of
  FROM inspection i, jsonb_array_elements(i.findings) AS x
  WHERE i.unit = ANY($1) AND i.state IS NOT NULL AND i.announced_at IS NOT NULL AND x ->> 'remediedAt' IS NULL`;

type Row = {
  level: InspectionTotalsRow['level'];
  period: string | null;
  inspections: number;
  planned: number;
  units: number;
  findings: number;
  remedied: number;
  in_time: number;
  judged: number;
  forms: ([form: string, people: number][] | null)[] | null;
};

/** The inspections of an area in a period, as measures; remedies are read at `asOf` (epoch ms). */
export async function inspectionKpis(
  context: ReadContext,
  area: string,
  period: Period,
  asOf: number,
): Promise<InspectionCounts> {
  const { total } = await countedIn({ ...context, now: () => asOf }, area, period, 'year');
  const { level: _, period: _all, ...counts } = total;
  return counts;
}

/** The inspections of an area in a period: by level and part of it, and together. */
export async function inspectionTotals(
  context: ReadContext,
  area: string,
  { from, to }: Period,
  by: InspectionPeriod,
): Promise<InspectionTotals> {
  const [{ rows, total }, open] = await Promise.all([
    countedIn(context, area, { from, to }, by),
    context.pool.query<InspectionTotals['openFindings']>(OPEN, [
      unitsBelow(context.tree, area),
      context.now(),
    ]),
  ]);
  const inForce = new Set(formsOn(to).map(({ form }) => form));
  const known = FORM_CODES.filter((form) => inForce.has(form) || total.byForm[form] !== undefined);
  const told = Object.keys(total.byForm).filter((form) => !FORM_CODES.includes(form));
  return {
    from,
    to,
    by,
    forms: [...known, ...told.sort()],
    sources: Object.fromEntries(DISCIPLINE_FORMS.map(({ form, source }) => [form, source])),
    openFindings: open.rows[0] ?? { overdue: 0, of: 0 },
    rows,
    total,
  };
}

async function countedIn(
  { pool, tree, now }: ReadContext,
  area: string,
  { from, to }: Period,
  by: InspectionPeriod,
): Promise<Pick<InspectionTotals, 'rows' | 'total'>> {
  const { rows } = await pool.query<Row>(TOTALS, [unitsBelow(tree, area), from, to, now(), by]);
  const all = rows.map(rowOf);
  const total = all.find(({ period }) => period === null);
  if (!total) throw new Error('a sum without a row');
  return { rows: all.filter(({ period }) => period !== null), total };
}

function rowOf({ in_time: inTime, judged, forms, inspections, planned, ...row }: Row): InspectionTotalsRow {
  const byForm: Record<string, number> = {};
  let disciplined = 0;
  for (const [form, people] of (forms ?? []).flatMap((own) => own ?? [])) {
    byForm[form] = (byForm[form] ?? 0) + people;
    disciplined += people;
  }
  return {
    ...row,
    inspections,
    planned,
    surprise: inspections - planned,
    remediedInTime: shareOf(inTime, judged),
    disciplined,
    byForm,
  };
}

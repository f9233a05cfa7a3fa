import type { Period } from '../../lib/domain/period.ts';
import { type Owing, owingAreas } from '../../lib/domain/report/owing.ts';
import { areasBelow, unitsBelow } from '../../lib/domain/tree.ts';
import { apologiesOwed } from './apologies.ts';
import type { ReadContext } from './context.ts';

const LATE = `SELECT unit, count(*)::float8 AS n FROM dossier
  WHERE unit = ANY($1) AND state = 'open' AND late_from <= to_timestamp($2 / 1000.0) GROUP BY unit`;
const PAGES = `SELECT unit, count(*)::float8 AS n FROM suggestion
  WHERE unit = ANY($1) AND state = 'unseen' AND page IS NOT NULL AND late_from <= to_timestamp($2 / 1000.0) GROUP BY unit`;
const ALERTS = `SELECT unit, count(*)::float8 AS n FROM alert
  WHERE unit = ANY($1) AND raised_at IS NOT NULL AND cleared_at IS NULL AND state = 'open' GROUP BY unit`;

/** RP8: what the areas at and below one owe now; apologies are those of the period and of all that is still late. */
export async function owing(context: ReadContext, code: string, period: Period): Promise<Owing[]> {
  const { pool, tree } = context;
  const at = context.now();
  const counted = async (text: string, values: unknown[]): Promise<Map<string, number>> => {
    const { rows } = await pool.query<{ unit: string; n: number }>(text, values);
    return new Map(rows.map(({ unit, n }) => [unit, n]));
  };
  const units = unitsBelow(tree, code);
  const counts = {
    overdue: await counted(LATE, [units, at]),
    apologies: await apologiesOwed(context, code, period, at),
    pages: await counted(PAGES, [units, at]),
    alerts: await counted(ALERTS, [areasBelow(tree, code)]),
  };
  return owingAreas(counts, (area) => {
    const { name = area, nameEn = null } = tree.areas.get(area) ?? {};
    return { name, nameEn };
  });
}

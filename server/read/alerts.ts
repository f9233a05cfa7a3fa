import { z } from 'zod';
import type { AlertKind } from '../../lib/domain/alerts/kind.ts';
import type { Period } from '../../lib/domain/period.ts';
import { areasBelow } from '../../lib/domain/tree.ts';
import type { AlertLine, AskedState } from '../../lib/wire/alert-reads.ts';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import { ALERT_LINE, ALERT_NAMES, type AlertRow, aboveWithin, alertLine } from './alert-lines.ts';
import type { ReadContext } from './context.ts';
import { type Cursor, pageOf } from './list-page.ts';

export type AlertsQuestion = {
  area: string;
  /** Null: every day. */
  period: Period | null;
  state: AskedState | null;
  kind: AlertKind | null;
  grouped: boolean;
  cursor: Cursor | null;
  limit: number;
};

/** When it was raised, its area, its code. */
export const alertCursor = z.tuple([z.iso.datetime(), z.string(), z.string()]);

/** What stands is asked for whole: its days say nothing of whether it needs somebody. */
export const isOfAnyDay = (state: AskedState | null): boolean =>
  state === 'standing' || state === 'open' || state === 'taken' || state === 'noted';

/** The alerts of an area and of all below it by cursor, newest first. */
export async function alerts(
  { pool, tree, now }: ReadContext,
  { area, period, state, kind, grouped, cursor, limit }: AlertsQuestion,
): Promise<ListAnswer<AlertLine>> {
  const at = now();
  const { rows } = await pool.query<AlertRow>(
    `WITH above AS (SELECT * FROM unnest($1::text[], $2::text[], $3::int[]) AS x(unit, area, height)),
     line AS (
       SELECT ${ALERT_LINE} FROM alert a ${ALERT_NAMES}
       WHERE a.unit = ANY($4) AND a.raised_at IS NOT NULL
         AND ($5::date IS NULL OR a.day BETWEEN $5 AND $6)
         AND ($7::text IS NULL OR a.state = $7 OR ($7 = 'standing' AND a.state IN ('open', 'taken', 'noted')))
         AND ($8::text IS NULL OR a.kind = $8)
     )
     SELECT * FROM line WHERE (NOT $9::boolean OR "group" IS NULL)
       AND ($10::timestamptz IS NULL OR (raised_at, unit, alert) < ($10, $11, $12))
     ORDER BY raised_at DESC, unit DESC, alert DESC LIMIT $13`,
    [
      ...aboveWithin(tree, area),
      areasBelow(tree, area),
      period?.from ?? null,
      period?.to ?? null,
      state,
      kind,
      grouped,
      ...(cursor ?? [null, null, null]),
      limit + 1,
    ],
  );
  return pageOf(
    rows,
    limit,
    (row) => alertLine(tree, row, at),
    (row) => [row.raised_at.toISOString(), row.unit, row.alert],
  );
}

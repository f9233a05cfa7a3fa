import type { Period } from '../../lib/domain/period.ts';
import type { HandlersAnswer } from '../../lib/wire/dossier-reads.ts';
import type { ReadContext } from './context.ts';
import type { ScopedUnit } from './scope.ts';

const HOUR_SECONDS = 3600;
const hours = (seconds: unknown): number | null => (seconds === null ? null : Number(seconds) / HOUR_SECONDS);

/** F13: how long the dossiers received on local days had waited for their acceptance, in working hours. */
export async function acceptWait(
  { pool }: ReadContext,
  units: readonly ScopedUnit[],
  { from, to }: Period,
): Promise<HandlersAnswer['acceptWait']> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT count(accept_seconds) AS n,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY accept_seconds) AS p50,
       percentile_disc(0.9) WITHIN GROUP (ORDER BY accept_seconds) AS p90
     FROM dossier WHERE unit = ANY($1) AND received_day BETWEEN $2 AND $3 AND accept_seconds IS NOT NULL`,
    [units.map(({ unit }) => unit), from, to],
  );
  const [row] = rows;
  return { n: Number(row?.n ?? 0), p50Hours: hours(row?.p50 ?? null), p90Hours: hours(row?.p90 ?? null) };
}

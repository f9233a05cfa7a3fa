import type { ReadContext } from './context.ts';

/** What somebody wrote beside a rating; null: nothing, or it was erased. */
export async function commentOf({ pool }: ReadContext, unit: string, rating: string): Promise<string | null> {
  const { rows } = await pool.query<{ comment: string | null }>(
    `SELECT value ->> 'comment' AS comment FROM rating JOIN personal USING (seq) WHERE unit = $1 AND rating = $2`,
    [unit, rating],
  );
  return rows[0]?.comment ?? null;
}

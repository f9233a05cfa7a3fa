import type { ReadContext } from './context.ts';

/** A group that began before midnight has committed long before this; only then is what is read of a day kept. */
export const SETTLED_MS = 5 * 60_000;

/** The last seq of the log: what is read after this question has been asked knows at least all up to it. */
export async function seqNow({ pool }: Pick<ReadContext, 'pool'>): Promise<number> {
  const { rows } = await pool.query<{ seq: number }>(
    'SELECT coalesce(max(seq), 0)::float8 AS seq FROM event',
  );
  return rows[0]?.seq ?? 0;
}

import type { Query } from './query.ts';

/** The last seq that the server had given by an instant. It gives them in the order of its clock, so halving finds it. */
export async function seqAt(query: Query, at: number): Promise<number> {
  const [newest] = await query('SELECT coalesce(max(seq), 0)::float8 AS last FROM event', []);
  let [low, high] = [0, Number(newest?.last ?? 0)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [found] = await query(
      'SELECT received_at <= to_timestamp($2 / 1000.0) AS known FROM event WHERE seq >= $1 ORDER BY seq LIMIT 1',
      [middle, at],
    );
    if (found?.known === true) low = middle;
    else high = middle - 1;
  }
  return low;
}

import { type Index766Parts, sumOf } from '../../lib/domain/index766.ts';
import { rootOf } from '../../lib/domain/tree.ts';
import type { Index766Answer } from '../../lib/wire/published-reads.ts';
import type { ReadContext } from './context.ts';

type Row = { day: string; source: string; code: string; name: string; parts: Index766Parts; total: number };

/** V8: the newest published index that was entered beside the figures of an area's city, as it was published. */
export async function index766({ pool, tree }: ReadContext, area: string): Promise<Index766Answer> {
  const { rows } = await pool.query<Row>(
    `SELECT day::text AS day, source, code, name, parts, total FROM published
     WHERE area = $1 AND "index" = 'index766'
       AND day = (SELECT max(day) FROM published WHERE area = $1 AND "index" = 'index766')
     ORDER BY total DESC, code`,
    [rootOf(tree, area)],
  );
  return {
    day: rows[0]?.day ?? null,
    source: rows[0]?.source ?? null,
    lines: rows.map(({ code, name, parts, total }) => ({ code, name, parts, sum: sumOf(parts), total })),
  };
}

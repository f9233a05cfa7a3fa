import { zoneOf } from '../../lib/domain/tree.ts';
import { casesOfDay, storedCases } from '../read/wait-cases.ts';
import type { Difference } from './derived-tables.ts';
import type { Memory } from './memory.ts';
import type { Query } from './query.ts';

/**
 * E4: stored cases against the tickets that the log tells, day by day, of every day that nothing came late for. Run it
 * where the shadow of `ticket` stands before the table.
 */
export async function* differentWaitCases(
  query: Query,
  schema: string,
  { tree }: Pick<Memory, 'tree'>,
): AsyncGenerator<Difference> {
  const rows = await query(
    `SELECT c.unit, c.day::text AS day, c.seq::float8 AS seq, c.cases FROM ${schema}.rollup_wait_case c
     WHERE NOT EXISTS (
       SELECT 1 FROM ${schema}.late_day l WHERE l.unit = c.unit AND l.day = c.day AND l.seq > c.seq
     ) ORDER BY c.unit, c.day`,
    [],
  );
  for (const row of rows) {
    const [unit, day] = [String(row.unit), String(row.day)];
    const told = await casesOfDay(query, { unit, zone: zoneOf(tree, unit), day }, Number(row.seq));
    if (JSON.stringify(storedCases(told)) !== JSON.stringify(row.cases))
      yield { table: 'rollup_wait_case', key: { unit, day }, kind: 'different', columns: ['cases'] };
  }
}

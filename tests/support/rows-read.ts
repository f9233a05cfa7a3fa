import type { Pool, QueryResult } from 'pg';

type Node = {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Plan Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Node[];
};

/**
 * What statements touched: rows that scans of tables gave or threw away, and pages. `expected` are the rows that the planner
 * thought they would give: what it thinks of too large a part of a large table it reads from end to end one day.
 */
export type Touched = { rows: number; expected: number; pages: number };

const NOTHING: Touched = { rows: 0, expected: 0, pages: 0 };

function expectedOf(node: Node): number {
  const own = node['Relation Name'] === undefined ? 0 : node['Plan Rows'] * node['Actual Loops'];
  return (node.Plans ?? []).reduce((sum, plan) => sum + expectedOf(plan), own);
}

function rowsOf(node: Node): number {
  const own = node['Relation Name'] === undefined ? 0 : node['Actual Rows'];
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const below = (node.Plans ?? []).reduce((sum, plan) => sum + rowsOf(plan), 0);
  return (own + (own > 0 || node['Relation Name'] ? removed : 0)) * node['Actual Loops'] + below;
}

/** A pool whose statements are explained as they run; `touched` gives what they touched since it was last asked. */
export function explained(pool: Pool): { pool: Pool; touched(): Touched } {
  let sum = { ...NOTHING };
  const query = async (text: string, values: unknown[]): Promise<QueryResult> => {
    const { rows } = await pool.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
      values,
    );
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
    if (!plan) throw new Error('no plan');
    sum.rows += Math.round(rowsOf(plan));
    sum.expected += Math.round(expectedOf(plan));
    sum.pages += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
    return pool.query(text, values);
  };
  return {
    // Reads call `query(text, values)` alone.
    pool: Object.assign(Object.create(pool), { query }) as Pool,
    touched() {
      const touched = sum;
      sum = { ...NOTHING };
      return touched;
    },
  };
}

import type { Query } from './query.ts';

type Row = Record<string, unknown>;

let opened = 0;

/** The rows of a statement in portions, so that memory does not grow with the log. Needs an open transaction. */
export async function* rowsInPortions(
  query: Query,
  text: string,
  values: readonly unknown[] = [],
  portion = 2000,
): AsyncGenerator<Row[]> {
  opened += 1;
  const cursor = `portions_${opened}`;
  await query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`, values);
  for (;;) {
    const rows = await query(`FETCH ${portion} FROM ${cursor}`, []);
    if (rows.length === 0) break;
    yield rows;
  }
  await query(`CLOSE ${cursor}`, []);
}

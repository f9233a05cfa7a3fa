import { elementOf } from './array-parameter.ts';
import { GROUP_TABLES, type GroupRows, type GroupTable } from './group-tables.ts';

export const emptyGroup = (): GroupRows => ({
  events: [],
  personal: [],
  sources: [],
  signals: [],
  counters: [],
  queueStates: [],
  notes: [],
  tickets: [],
  ratings: [],
  halfHours: [],
  days: [],
  months: [],
});

// `left` is a word of SQL.
const quoted = (name: string): string => `"${name}"`;

/** An INSERT of one table; its parameters are counted from `first`. */
function insertInto({ table, key, held, columns }: GroupTable, first: number): string {
  const names = columns.map(({ name }) => quoted(name));
  const arrays = columns.map(({ type }, index) => `$${first + index}::${elementOf(type)}[]`);
  const values = columns.map(({ name, type }) => `x.${quoted(name)}::${type}`);
  const others = columns.filter(({ name }) => !key.includes(name)).map(({ name }) => quoted(name));
  const conflict = {
    fail: '',
    keep: `ON CONFLICT (${key.join(', ')}) DO NOTHING`,
    overwrite: `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  }[held];
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')}
    FROM unnest(${arrays.join(', ')}) AS x(${names.join(', ')}) ${conflict}`;
}

const firstParameter = (index: number): number =>
  GROUP_TABLES.slice(0, index).reduce((n, { columns }) => n + columns.length, 1);

/**
 * The whole group in one statement, which is one transaction: log, keys, personal fields, read tables and rollups are
 * on disk together or not at all. Rollup and read rows are whole new values, so writing them twice changes nothing.
 */
export const WRITE_GROUP = `WITH ${GROUP_TABLES.map(
  (table, index) => `into_${table.table} AS (${insertInto(table, firstParameter(index))})`,
).join(',\n')} SELECT 1 AS written`;

/** The values of WRITE_GROUP's parameters: each one column of the group's rows. */
export const groupParameters = (rows: GroupRows): Buffer[] =>
  GROUP_TABLES.flatMap((table) => table.parameters(rows));

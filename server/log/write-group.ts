import { arrayParameter, type ColumnType, elementOf } from './array-parameter.ts';
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

type Parameter = { rows: keyof GroupRows; column: string; type: ColumnType };

const parameters: Parameter[] = [];

// Two tables that take the same column of the same rows share its parameter.
function numberOf(rows: keyof GroupRows, column: string, type: ColumnType): number {
  const held = parameters.findIndex((known) => known.rows === rows && known.column === column);
  return held >= 0 ? held + 1 : parameters.push({ rows, column, type });
}

// `left` is a word of SQL.
const quoted = (name: string): string => `"${name}"`;

function insertInto({ table, rows, key, columns, held }: GroupTable): string {
  const names = Object.keys(columns).map(quoted);
  const arrays = Object.entries(columns).map(
    ([column, type]) => `$${numberOf(rows, column, type)}::${elementOf(type)}[]`,
  );
  const values = Object.entries(columns).map(([column, type]) => `x.${quoted(column)}::${type}`);
  const others = names.filter((name) => !key.map(quoted).includes(name));
  const conflict = {
    fail: '',
    keep: `ON CONFLICT (${key.join(', ')}) DO NOTHING`,
    overwrite: `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  }[held];
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')}
    FROM unnest(${arrays.join(', ')}) AS x(${names.join(', ')}) ${conflict}`;
}

/**
 * The whole group in one statement, which is one transaction: log, keys, personal fields, read tables and rollups are
 * on disk together or not at all. Rollup and read rows are whole new values, so writing them twice changes nothing.
 */
export const WRITE_GROUP = `WITH ${GROUP_TABLES.map(
  (table) => `into_${table.table} AS (${insertInto(table)})`,
).join(',\n')} SELECT 1 AS written`;

/** The values of WRITE_GROUP's parameters: each one column of the group's rows. */
export const groupParameters = (rows: GroupRows): Buffer[] =>
  parameters.map((parameter) => arrayParameter(parameter.type, rows[parameter.rows], parameter.column));

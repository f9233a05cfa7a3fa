import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { elementOf } from './array-parameter.ts';
import { DOSSIER_SUMS } from './dossier-tables.ts';
import type { GroupRows, GroupTable } from './group-table.ts';
import { LOG_TABLES } from './log-tables.ts';
import { READ_TABLES } from './read-tables.ts';

/** A statement that is prepared once under its name. */
export type Statement = { name: string; text: string; values: Buffer[] };

// `left` is a word of SQL.
const quoted = (name: string): string => `"${name}"`;

/** An INSERT of one table; its parameters are counted from `first`. */
export function insertInto(
  { table, key, held, columns }: Pick<GroupTable, 'table' | 'key' | 'held' | 'columns'>,
  first: number,
): string {
  const names = columns.map(({ name }) => quoted(name));
  const arrays = columns.map(({ type }, index) => `$${first + index}::${elementOf(type)}[]`);
  const values = columns.map(({ name, type }) => `x.${quoted(name)}::${type}`);
  const others = columns.filter(({ name }) => !key.includes(name)).map(({ name }) => quoted(name));
  const conflict = {
    fail: '',
    keep: `ON CONFLICT (${key.join(', ')}) DO NOTHING`,
    add: `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${others.map((name) => `${name} = ${sumOf(table, name)}`).join(', ')}`,
    overwrite: `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  }[held];
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')}
    FROM unnest(${arrays.join(', ')}) AS x(${names.join(', ')}) ${conflict}`;
}

const sumOf = (table: string, name: string): string =>
  `nullif(coalesce(${table}.${name}, 0) + coalesce(excluded.${name}, 0), 0)`;

/** One statement for several tables. */
function textOf(tables: readonly GroupTable[]): string {
  let first = 1;
  const inserts = tables.map((table) => {
    const insert = `into_${table.table} AS (${insertInto(table, first)})`;
    first += table.columns.length;
    return insert;
  });
  return `WITH ${inserts.join(',\n')} SELECT 1 AS written`;
}

const texts = new Map<string, string>();

/** Tables without rows are left out: which ones have some differs little from group to group. Null: none has any. */
function statementOf(kind: string, all: readonly GroupTable[], rows: GroupRows): Statement | null {
  const tables = all.filter((table) => !table.isEmpty(rows));
  if (tables.length === 0) return null;
  const name = `${kind}-${tables.map((table) => all.indexOf(table).toString(36)).join('')}`;
  const text = heldOrMade(texts, name, () => textOf(tables));
  return { name, text, values: tables.flatMap((table) => table.parameters(rows)) };
}

/** What the group says, for the log. */
export const logStatement = (rows: GroupRows): Statement | null => statementOf('log', LOG_TABLES, rows);

/** What it means, for the read tables and rollups: whole new values, but for tallies, which add up. */
export const readStatement = (rows: GroupRows): Statement | null => statementOf('read', READ_TABLES, rows);

/** Adds the cells of dossiers to those that are there. */
export const addingStatement = (rows: GroupRows): Statement | null => statementOf('sum', DOSSIER_SUMS, rows);

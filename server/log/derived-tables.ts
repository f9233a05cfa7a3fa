import { CELL_COLUMNS } from './cell-columns.ts';
import { DOSSIER_CELL_COLUMNS } from './dossier-cells.ts';
import type { Query } from './query.ts';

/** Tables that the log alone decides. What is not named here cannot be made again and belongs into a backup. */
export const DERIVED_TABLES = [
  'event_key',
  'area',
  'area_version',
  'service',
  'target',
  'opening_session',
  'procedure',
  'reporting_periods',
  'alert_rule',
  'conduct_set',
  'priority_rule',
  'exclusion',
  'survey',
  'checklist',
  'frozen_report',
  'model',
  'model_unit',
  'published',
  'public_figure',
  'reception',
  'dialogue',
  'dialogue_question',
  'api_key',
  'person',
  'role_grant',
  'role_loan',
  'officer_link',
  'totp_required',
  'wall_token',
  'device',
  'source',
  'signal',
  'counter',
  'queue_state',
  'note',
  'ticket',
  'rating',
  'dossier',
  'dossier_visit',
  'apology',
  'suggestion',
  'inspection',
  'explanation',
  'alert',
  'rollup_dossier_day',
  'rollup_dossier_month',
  'rollup_dossier_unit_month',
  'dossier_tally',
  'rollup_half_hour',
  'rollup_day',
  'rollup_month',
] as const;
export type DerivedTable = (typeof DERIVED_TABLES)[number];

/** Refused events are in no log, so neither is the clock of their source; the sign-in library dates its own changes; using a key is no event. */
const NOT_DERIVED: Partial<Record<DerivedTable, readonly string[]>> = {
  source: ['clock_ahead_at'],
  person: ['updated_at'],
  api_key: ['last_used_at'],
};

// A cell from which everything was taken away again means the same as no cell.
const EMPTY_CELL = CELL_COLUMNS.map((column) =>
  column.endsWith('_bins"')
    ? `${column} = '{}'`
    : column === '"wait_max"'
      ? `${column} IS NULL`
      : `${column} = 0`,
).join(' AND ');

const EMPTY_DOSSIER_CELL = DOSSIER_CELL_COLUMNS.map((column) => `${column} IS NULL`).join(' AND ');

const emptyIn = (table: string): string | null => {
  if (table === 'dossier_tally') return 'n IS NULL';
  if (!table.startsWith('rollup_')) return null;
  return table.startsWith('rollup_dossier_') ? EMPTY_DOSSIER_CELL : EMPTY_CELL;
};

/** The rows of a stored table that mean something. */
const stored = (schema: string, table: DerivedTable): string => {
  const empty = emptyIn(table);
  return `${schema}."${table}"${empty === null ? '' : ` WHERE NOT (${empty})`}`;
};

/** The schema that holds the real tables, quoted for SQL. Must be asked before `shadowTables`. */
export async function schemaOf(query: Query): Promise<string> {
  const [row] = await query('SELECT quote_ident(current_schema()) AS schema', []);
  return String(row?.schema);
}

/**
 * Makes an empty temporary table of the same name before each derived table: until the transaction ends, every
 * statement of the writer that names no schema works on these instead.
 */
export async function shadowTables(query: Query, schema: string): Promise<void> {
  for (const table of DERIVED_TABLES)
    await query(`CREATE TEMP TABLE "${table}" (LIKE ${schema}."${table}" INCLUDING ALL) ON COMMIT DROP`, []);
}

type Columns = { key: string[]; compared: string[] };

async function columnsOf(query: Query, schema: string, table: DerivedTable): Promise<Columns> {
  const rows = await query(
    `SELECT a.attname AS name, coalesce(a.attnum = ANY(i.indkey), false) AS key
     FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [`${schema}."${table}"`],
  );
  const names = rows.map((row) => String(row.name)).filter((name) => !NOT_DERIVED[table]?.includes(name));
  return { key: rows.filter((row) => row.key).map((row) => String(row.name)), compared: names };
}

/** Where a stored row and the log do not agree. `columns` are those that differ, of a row that both have. */
export type Difference = {
  table: string;
  key: Record<string, unknown>;
  kind: 'missing' | 'extra' | 'different';
  columns: string[];
};

/** Compares a stored table with its shadow. */
export async function* differencesIn(
  query: Query,
  schema: string,
  table: DerivedTable,
): AsyncGenerator<Difference> {
  const { key, compared } = await columnsOf(query, schema, table);
  const list = (alias: string, names: readonly string[]): string =>
    names.map((name) => `${alias}."${name}"`).join(', ');
  const differ = compared.map(
    (name) => `CASE WHEN d."${name}" IS DISTINCT FROM s."${name}" THEN '${name}' END`,
  );
  await query(`ANALYZE pg_temp."${table}"`, []);
  const [first = ''] = key;
  const rows = await query(
    `SELECT d."${first}" IS NULL AS extra, s."${first}" IS NULL AS missing, array_remove(ARRAY[${differ.join(', ')}], NULL) AS columns,
       ${key.map((name) => `coalesce(d."${name}", s."${name}")::text AS "key ${name}"`).join(', ')}
     FROM pg_temp."${table}" d FULL JOIN (SELECT * FROM ${stored(schema, table)}) s
       ON ${key.map((name) => `d."${name}" = s."${name}"`).join(' AND ')}
     WHERE (${list('d', compared)}) IS DISTINCT FROM (${list('s', compared)})`,
    [],
  );
  for (const row of rows) {
    const kind = row.missing === true ? 'missing' : row.extra === true ? 'extra' : 'different';
    yield {
      table,
      key: Object.fromEntries(key.map((name) => [name, row[`key ${name}`]])),
      kind,
      columns: kind === 'different' && Array.isArray(row.columns) ? row.columns.map(String) : [],
    };
  }
}

/** Puts the rows of the shadows in the place of the stored ones, which keep what the log does not know. */
export async function replaceByShadows(query: Query, schema: string): Promise<void> {
  for (const table of DERIVED_TABLES) {
    const { key } = await columnsOf(query, schema, table);
    const same = key.map((name) => `d."${name}" = s."${name}"`).join(' AND ');
    for (const column of NOT_DERIVED[table] ?? [])
      await query(
        `UPDATE pg_temp."${table}" d SET "${column}" = s."${column}" FROM ${schema}."${table}" s WHERE ${same}`,
        [],
      );
    await query(`TRUNCATE ${schema}."${table}"`, []);
    await query(`INSERT INTO ${schema}."${table}" SELECT * FROM pg_temp."${table}"`, []);
  }
}

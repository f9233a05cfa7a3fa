import { z } from 'zod';
import { DERIVED_TABLES } from '../log/derived-tables.ts';
import type { Query } from '../log/query.ts';

/**
 * A backup is a gzip file of lines: the header as JSON, `<table> <row as JSON>` for each row, `file <part as JSON>` for
 * each part of a kept file (since version 2), and `end <counts>` as proof that nothing is cut off. It holds what nothing else can give back; the rest is derived from it when restored,
 * which is why a newer program can read an older backup.
 */
export const backupHeader = z.object({
  format: z.literal('thuoc-do-backup'),
  version: z.literal([1, 2]),
  /** Name of the last migration: the schema that the rows come from. */
  schema: z.string(),
  /** ISO 8601. */
  createdAt: z.string(),
  /** Head of the log: seq and chain hash (hex). */
  seq: z.number(),
  chainHash: z.string(),
  events: z.number(),
  /** Columns by table, in the order of the file. */
  tables: z.record(z.string(), z.array(z.string())),
});
export type BackupHeader = z.infer<typeof backupHeader>;

export const END = 'end';
/** Rows by table, on the last line. */
export const backupCounts = z.record(z.string(), z.number());

/** What was revoked or used since must not come back to life: after a restore everybody signs in anew. */
const OF_THE_MOMENT = ['auth_session', 'auth_verification', 'one_time_link'];

/** Columns of every table that the log cannot give back, the log itself first; and the sources, for their clocks. */
export async function keptTables(query: Query): Promise<Record<string, string[]>> {
  const rows = await query(
    `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
       AND c.relname <> '_prisma_migrations' AND c.relname <> ALL($1)
     GROUP BY c.relname ORDER BY c.relname <> 'event', c.relname`,
    [[...DERIVED_TABLES.filter((table) => table !== 'source'), ...OF_THE_MOMENT]],
  );
  return Object.fromEntries(
    rows.map((row) => [String(row.table), Array.isArray(row.columns) ? row.columns.map(String) : []]),
  );
}

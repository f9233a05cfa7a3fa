import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { DossierFact } from '../../lib/domain/dossier/dossier-fact.ts';
import { readRecordedTime } from '../../lib/domain/imports/recorded-time.ts';

/** Figures of the reference for one group of dossiers; shares are percents with two digits. */
export type DossierFigures = {
  received: number;
  resolved: number;
  on_time: number;
  late: number;
  open: number;
  open_overdue: number;
  open_in_time: number;
  on_time_of_resolved_pct: number;
  on_time_of_received_pct: number;
};
export type ResolvedFigures = { resolved: number; on_time: number; pct: number };
export type DossierReference = {
  as_of: string;
  all: DossierFigures;
  by_unit: Record<string, DossierFigures>;
  by_month_received: Record<string, DossierFigures>;
  by_month_resolved: Record<string, ResolvedFigures>;
  days_to_resolve: { negative: number };
};

const referenceIn = (folder: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8')).dev;

/** What the three logs are called in the reference; two of them are one log by two columns. */
export const dossierReference = (
  folder: string,
  name: 'dossier_wabo_receipt' | 'dossier_boston311_2015Q1_by_department',
): DossierReference => referenceIn(folder)[name] as DossierReference;

export const figuresBy = (
  folder: string,
  name: 'dossier_wabo_by_responsible' | 'dossier_boston311_2015Q1_by_neighborhood',
): Record<string, DossierFigures> => referenceIn(folder)[name] as Record<string, DossierFigures>;

/** A log of dossiers as the figures were made from it: its file, its zone, and the column of its units. */
export type DossierLog = { file: string; zone: string; unit: string };
export const WABO: DossierLog = {
  file: 'dossier_wabo_receipt.csv',
  zone: 'Europe/Amsterdam',
  unit: 'department',
};
export const BOSTON: DossierLog = {
  file: 'dossier_boston311_2015Q1.csv.gz',
  zone: 'America/New_York',
  unit: 'department',
};

export type DossierRow = Record<string, string>;

export function dossierRows(folder: string, { file }: DossierLog): DossierRow[] {
  const bytes = readFileSync(join(folder, file));
  return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true });
}

/** An instant as a file writes it. */
export function recordedAt(text: string, zone: string): number {
  const read = readRecordedTime(text, zone, 'time');
  if (!read.ok) throw new Error(read.fault.en);
  return read.value;
}

/** The facts of one row. */
export function factsOfRow(row: DossierRow, { zone, unit }: DossierLog): DossierFact[] {
  const key = { unit: row[unit] ?? '', source: '/file', id: row.dossier_id ?? '' };
  const at = (column: string): number => recordedAt(row[column] ?? '', zone);
  const received: DossierFact = {
    ...key,
    kind: 'received',
    at: at('received_at'),
    procedure: 'p',
    dueAt: at('due_at'),
  };
  if (!row.resolved_at) return [received];
  return [received, { ...key, kind: 'settled', at: at('resolved_at'), result: 'done' }];
}

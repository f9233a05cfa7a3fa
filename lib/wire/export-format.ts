/** Files that a whole list leaves as. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Media types, as `Accept` names them. JSON is asked for by `format=json` alone: by `Accept` it is a page. */
export const EXPORT_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const satisfies Record<ExportFormat, string>;

/** `GET /api/v1/exports/{export}`: how far a file of the caller is. `of` null: not known. */
export type ExportProgress = { rows: number; of: number | null };

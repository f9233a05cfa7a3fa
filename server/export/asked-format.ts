import { EXPORT_FORMATS, EXPORT_TYPES, type ExportFormat } from '../../lib/wire/export-format.ts';

/** The file that a caller wants of a list instead of a page of it: by `format=`, else by `Accept`. Null: a page. */
export function askedFormat(request: Request): ExportFormat | null {
  const named = new URL(request.url).searchParams.get('format');
  const accepted = request.headers.get('accept')?.toLowerCase() ?? '';
  return (
    EXPORT_FORMATS.find((format) => format === named) ??
    (['csv', 'xlsx'] as const).find((format) => accepted.includes(EXPORT_TYPES[format])) ??
    null
  );
}

/** Filters of the list, by their names in the address, which are those of the API. */
export const INSPECTION_FILTERS = ['area', 'state', 'level', 'kind', 'from', 'to'] as const;

/** The query of the API for the filters in an address; `area` is what an address without one means. */
export function inspectionsQueryOf(address: Pick<URLSearchParams, 'get'>, area: string): string {
  const query = new URLSearchParams();
  for (const name of INSPECTION_FILTERS) {
    const value = address.get(name);
    if (value) query.set(name, value);
  }
  if (!query.has('area')) query.set('area', area);
  return `?${query}`;
}

/** The address of an inspection of a unit. */
export const inspectionPath = (unit: string, inspection: string): string =>
  `/inspections/${encodeURIComponent(unit)}/${encodeURIComponent(inspection)}`;

/** What follows `/api/v1` for an inspection, or for all of a unit. */
export const inspectionApiPath = (unit: string, inspection?: string): string =>
  `/areas/${encodeURIComponent(unit)}/inspections${inspection === undefined ? '' : `/${encodeURIComponent(inspection)}`}`;

/** The minutes as a PDF, in the reader's language. */
export const minutesPdfPath = (unit: string, inspection: string, language: string): string =>
  `/api/v1${inspectionApiPath(unit, inspection)}/minutes.pdf?lang=${language}`;

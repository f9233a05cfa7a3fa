/** Filters of the book, by their names in the address, which are those of the API. */
export const BOOK_FILTERS = ['area', 'state', 'kind', 'channel', 'from', 'to'] as const;

/** The query of the API for the filters in an address; `area` is what an address without one means. */
export function bookQueryOf(address: Pick<URLSearchParams, 'get'>, area: string): string {
  const query = new URLSearchParams();
  for (const name of BOOK_FILTERS) {
    const value = address.get(name);
    if (value) query.set(name, value);
  }
  if (!query.has('area')) query.set('area', area);
  return `?${query}`;
}

/** The address of a page of the book of a unit. */
export const bookPagePath = (unit: string, page: number): string =>
  `/suggestions/${encodeURIComponent(unit)}/${page}`;

/** What follows `/api/v1` for a page, or for the whole book of a unit. */
export const bookApiPath = (unit: string, page?: number): string =>
  `/areas/${encodeURIComponent(unit)}/suggestions${page === undefined ? '' : `/${page}`}`;

/** The address of the printed book of a unit, for the days of the filters. */
export function printPath(unit: string, address: Pick<URLSearchParams, 'get'>, lang: string): string {
  const query = new URLSearchParams({ lang });
  for (const name of ['from', 'to']) {
    const value = address.get(name);
    if (value) query.set(name, value);
  }
  return `/api/v1/areas/${encodeURIComponent(unit)}/book.pdf?${query}`;
}

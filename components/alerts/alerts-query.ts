/** What is shown where the address says nothing: what needs somebody. */
export const DEFAULT_STATE = 'standing';
/** Stands in the address for every state of today. */
export const ANY_STATE = 'any';

/** The query of the API for the filters in an address. */
export function alertsQueryOf(area: string, address: Pick<URLSearchParams, 'get'>): string {
  const query = new URLSearchParams({ area });
  const state = address.get('state') ?? DEFAULT_STATE;
  if (state !== ANY_STATE) query.set('state', state);
  const kind = address.get('kind');
  if (kind) query.set('kind', kind);
  return query.toString();
}

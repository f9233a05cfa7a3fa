/** The filters of the audit trail, by their names in the address, which are those of the API. */
export const AUDIT_FILTERS = ['area', 'person', 'type', 'from', 'to'] as const;

/** The query of the API for the filters in an address; nothing else of the address goes along. */
export function auditQueryOf(address: Pick<URLSearchParams, 'get'>): string {
  const query = new URLSearchParams();
  for (const name of AUDIT_FILTERS) {
    const value = address.get(name);
    if (value) query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

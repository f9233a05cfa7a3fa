/** Drops nulls, so that a row reads like the definition it was made from. */
export const given = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

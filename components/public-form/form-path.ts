/** The form of a unit for the public, and what a receipt of it opens. */
export const publicFormPath = (unit: string, receipt?: string): string =>
  `/p/${encodeURIComponent(unit)}/gop-y${receipt === undefined ? '' : `/${encodeURIComponent(receipt)}`}`;

/** What can be decided about a noted period that was asked to be left out (V5). Without schemas, for pages. */
export const DECISIONS = ['approved', 'refused'] as const;
export type Decision = (typeof DECISIONS)[number];

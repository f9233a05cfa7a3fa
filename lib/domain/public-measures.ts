/** PC4: measures of a month that a leader may publish, in the order in which people read them. */
export const PUBLIC_MEASURES = ['satisfied', 'onTimeOfSettled', 'within'] as const;
export type PublicMeasure = (typeof PUBLIC_MEASURES)[number];

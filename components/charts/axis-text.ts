/** How the figures of an axis are written. */
export const AXIS_TEXT = { tick: { fontSize: 11, fill: 'var(--ink2)' } } as const;

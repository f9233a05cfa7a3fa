/** How the figures of an axis are written. */
export const AXIS_TEXT = { tick: { fontSize: 11, fill: 'var(--ink2)' } } as const;

/** An axis of time from left to right: as many names as have room. */
export const TIME_AXIS = {
  tickLine: false,
  axisLine: { stroke: 'var(--line)' },
  height: 24,
  interval: 'equidistantPreserveStart',
  ...AXIS_TEXT,
} as const;

/** An axis of values from below up, without a line of its own. */
export const VALUE_AXIS = { width: 'auto', axisLine: false, tickLine: false, ...AXIS_TEXT } as const;

/** The band of what is usual, behind the line of what was. */
export const USUAL_BAND = {
  type: 'step',
  isAnimationActive: false,
  activeDot: false,
  dot: false,
  stroke: 'none',
  fill: 'var(--brand)',
  fillOpacity: 0.1,
} as const;

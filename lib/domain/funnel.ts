/** Two-sided normal quantiles of the limits drawn: what chance alone exceeds in 1 of 20 and in 1 of 500 units. */
export const FUNNEL_Z = { p95: 1.959963984540054, p998: 3.090232306167813 } as const;

/**
 * Limits (0–1) of the share that a unit with `of` cases shows by chance alone when its true share is `target`. They
 * invert the Wilson interval: a share lies outside the 95 % limits exactly where its signal is clear.
 */
export function funnelLimits(target: number, of: number, z: number): { low: number; high: number } {
  if (of <= 0) return { low: 0, high: 1 };
  const half = z * Math.sqrt((target * (1 - target)) / of);
  return { low: Math.max(0, target - half), high: Math.min(1, target + half) };
}

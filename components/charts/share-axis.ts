/** An axis of shares that ends at 1 and starts where the data need it; `cut`: it does not start at 0. */
export type ShareAxis = { min: number; ticks: number[]; cut: boolean };

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2];
const MOST_TICKS = 6;
// Decimal steps summed in binary drift; ticks are whole thousandths.
const exact = (share: number): number => Math.round(share * 1000) / 1000;

/** The axis that shows all `shares` (0–1) and the target with a little room below. */
export function shareAxis(shares: readonly number[], target: number): ShareAxis {
  const lowest = Math.max(0, Math.min(target - 0.02, ...shares));
  const step =
    STEPS.find((size) => (1 - Math.floor(lowest / size + 1e-9) * size) / size <= MOST_TICKS) ?? 0.2;
  const min = exact(Math.max(0, Math.floor(lowest / step + 1e-9) * step));
  const ticks = Array.from({ length: Math.round((1 - min) / step) + 1 }, (_, i) => exact(min + i * step));
  return { min, ticks, cut: min > 0 };
}

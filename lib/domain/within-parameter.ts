const MOST = 10;
const FINE_UP_TO = 3600;
const COARSE_UP_TO = 14_400;

const isThreshold = (seconds: number): boolean =>
  (seconds <= FINE_UP_TO && seconds % 30 === 0) || (seconds <= COARSE_UP_TO && seconds % 300 === 0);

/**
 * Q8: thresholds as sent ("60,300,900"): 1–10 whole numbers of seconds, multiples of 30 s up to 1 h or of 300 s up to
 * 4 h, where counts are exact (H1). Null when the text is anything else.
 */
export function withinParameter(text: string): number[] | null {
  const parts = text.split(',');
  if (parts.length > MOST || !parts.every((part) => /^[1-9]\d{0,4}$/.test(part))) return null;
  const thresholds = parts.map(Number);
  return thresholds.every(isThreshold) ? thresholds : null;
}

/** The five levels of satisfaction, best first (glossary 65). */
export const LEVELS = [
  'very_satisfied',
  'satisfied',
  'neutral',
  'dissatisfied',
  'very_dissatisfied',
] as const;
export type Level = (typeof LEVELS)[number];

/** Scales of devices in the field: 5 points, 4 with or without a neutral face, 3 points. */
export const SCALES = ['5', '4n', '4s', '3'] as const;
export type Scale = (typeof SCALES)[number];

// Index 0 is the lowest raw value, 1.
const BY_SCALE: Record<Scale, readonly Level[]> = {
  '5': ['very_dissatisfied', 'dissatisfied', 'neutral', 'satisfied', 'very_satisfied'],
  '4n': ['dissatisfied', 'neutral', 'satisfied', 'very_satisfied'],
  '4s': ['very_dissatisfied', 'dissatisfied', 'satisfied', 'very_satisfied'],
  '3': ['dissatisfied', 'neutral', 'satisfied'],
};

/** The level of a device's raw value (1 is worst), or null when the scale has no such value. */
export function levelOfRaw(raw: number, scale: Scale): Level | null {
  return BY_SCALE[scale][raw - 1] ?? null;
}

export const isSatisfied = (level: Level): boolean => level === 'very_satisfied' || level === 'satisfied';
export const isLow = (level: Level): boolean => level === 'dissatisfied' || level === 'very_dissatisfied';

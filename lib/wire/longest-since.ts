/** Nobody reads further back as "since you last looked". */
export const LONGEST_SINCE_MS = 31 * 86_400_000;

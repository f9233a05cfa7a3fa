/** An instant (epoch ms) as ISO 8601; null stays null. */
export const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

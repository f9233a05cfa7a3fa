/** Ways by which a rating comes: a pad at the counter, a code that is scanned, a page, paper that somebody types in. */
export const RATING_CHANNELS = ['pad', 'qr', 'online', 'paper'] as const;

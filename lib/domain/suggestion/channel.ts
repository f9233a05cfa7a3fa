/** How a suggestion came in. */
export const SUGGESTION_CHANNELS = ['book', 'box', 'hotline', 'qr', 'online'] as const;
export type SuggestionChannel = (typeof SUGGESTION_CHANNELS)[number];

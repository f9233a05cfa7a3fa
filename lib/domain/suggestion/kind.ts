/** What a page of the book is, as its sorting says. */
export const SUGGESTION_KINDS = [
  'suggestion',
  'petition',
  'complaint',
  'denunciation',
  'about_head',
] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

const LEAVING: ReadonlySet<SuggestionKind> = new Set(['complaint', 'denunciation', 'about_head']);

/** N5: whether pages of this kind leave the book for the level above. */
export const leavesBook = (kind: SuggestionKind): boolean => LEAVING.has(kind);

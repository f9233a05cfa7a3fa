const YEAR_SECONDS = 31_536_000;

/** Keeps a choice of this reader in a cookie, so that the server draws the next page with it at once. */
export function remember(name: 'lang' | 'theme', value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain-HTTP addresses
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

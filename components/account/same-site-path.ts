/** The path of `to` where it leads to our own site and not back to signing in; null: anywhere else. */
export function sameSitePath(to: string | null | undefined, origin: string): string | null {
  if (!to?.startsWith('/') || !URL.canParse(to, origin)) return null;
  // Parsed as a browser would: "//other", "/\other" and "/\t/other" lead away.
  const url = new URL(to, origin);
  if (url.origin !== origin || /^\/(login|enter)(\/|$)/.test(url.pathname)) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}

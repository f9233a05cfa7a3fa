/** The cookie of a person's session and that of a wall. Behind https both carry the `__Host-` prefix. */
export const SESSION_COOKIE = 'thuoc_do.session_token';
export const WALL_COOKIE = 'thuoc_do.wall';

/** The value of a cookie in a Cookie header, under its plain or its `__Host-` name; null: none. */
export function cookieOf(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    const key = part.slice(0, at).trim();
    if (at > 0 && (key === name || key === `__Host-${name}`)) return decoded(part.slice(at + 1).trim());
  }
  return null;
}

// A value that is no text of ours is no cookie of ours.
function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

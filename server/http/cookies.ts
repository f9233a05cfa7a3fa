/** The cookie of a person's session and that of a wall or a device. Behind https both carry the `__Host-` prefix. */
export const SESSION_COOKIE = 'thuoc_do.session_token';
export const WALL_COOKIE = 'thuoc_do.wall';

/** Whether browsers reach us by https alone. `publicUrl`: our own address as they name it, when it is set. */
export const isHttps = (publicUrl: string | null): boolean =>
  publicUrl !== null && new URL(publicUrl).protocol === 'https:';

/**
 * The value of a cookie in a Cookie header; null: none. Behind https only the `__Host-` name counts, which no other host
 * and no page without https can set. Of two different ones nobody knows which is ours: somebody slipped one in.
 */
export function cookieOf(header: string | undefined, name: string, secure: boolean): string | null {
  const key = secure ? `__Host-${name}` : name;
  const values = new Set<string>();
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === key) values.add(part.slice(at + 1).trim());
  }
  const [value] = values;
  return value === undefined || values.size > 1 ? null : decoded(value);
}

// A value that is no text of ours is no cookie of ours.
function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

import { cookies } from 'next/headers';

/** Both names of the session's cookie (server/http/cookies.ts); whether it still lives, only the API knows. */
const SESSION_COOKIES = ['thuoc_do.session_token', '__Host-thuoc_do.session_token'];

/** The way to signing in and back to `to`. Whoever still carries a session's cookie is told that it has ended. */
export async function signInPath(to: string): Promise<string> {
  const held = await cookies();
  const ended = SESSION_COOKIES.some((name) => held.has(name));
  return `/login?${ended ? 'ended=1&' : ''}to=${encodeURIComponent(to)}`;
}

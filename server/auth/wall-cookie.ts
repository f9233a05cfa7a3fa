import { WALL_COOKIE } from '../http/cookies.ts';

/** As long as browsers keep a cookie at all: nobody touches a wall for months, and revoking ends it at once. */
const KEPT_SECONDS = 400 * 86_400;

/**
 * The Set-Cookie line that makes a browser a wall. No script reads it and no page of another site sends it; behind https
 * it is tied to this very host.
 */
export function createWallCookie(publicUrl: string | null): (token: string) => string {
  const secure = publicUrl?.startsWith('https:') ?? false;
  const rules = `Max-Age=${KEPT_SECONDS}; Path=/; HttpOnly; SameSite=Strict`;
  return (token) =>
    secure ? `__Host-${WALL_COOKIE}=${token}; ${rules}; Secure` : `${WALL_COOKIE}=${token}; ${rules}`;
}

import { cookieOf, isHttps, WALL_COOKIE } from '../http/cookies.ts';

/** As long as browsers keep a cookie at all: nobody touches a wall for months, and revoking ends it at once. */
const KEPT_SECONDS = 400 * 86_400;

export type WallCookie = {
  /** The Set-Cookie line that makes a browser a wall. */
  setting(token: string): string;
  /** Whether a Cookie header holds the token of a wall, living or not. */
  isIn(header: string | undefined): boolean;
};

/** No script reads it and no page of another site sends it; behind https it is tied to this very host. */
export function createWallCookie(publicUrl: string | null): WallCookie {
  const secure = isHttps(publicUrl);
  const rules = `Max-Age=${KEPT_SECONDS}; Path=/; HttpOnly; SameSite=Strict`;
  return {
    setting: (token) =>
      secure ? `__Host-${WALL_COOKIE}=${token}; ${rules}; Secure` : `${WALL_COOKIE}=${token}; ${rules}`,
    isIn: (header) => cookieOf(header, WALL_COOKIE, secure) !== null,
  };
}

import type { SignedIn } from './signed-in.ts';

/** The session of somebody who signed in, as a browser of this machine keeps it. */
export const browserCookies = ({ cookie }: Pick<SignedIn, 'cookie'>) =>
  cookie.split('; ').map((one) => {
    const at = one.indexOf('=');
    return {
      name: one.slice(0, at),
      value: one.slice(at + 1),
      domain: 'localhost',
      path: '/',
      expires: -1,
      httpOnly: true,
      secure: false,
      sameSite: 'Lax' as const,
    };
  });

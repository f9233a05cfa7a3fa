import { prismaAdapter } from 'better-auth/adapters/prisma';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor, username } from 'better-auth/plugins';
import { z } from 'zod';
import { MAX_PASSWORD, MIN_PASSWORD } from '../../lib/wire/access/sign-in.ts';
import type { Core } from '../core.ts';
import { isHttps } from '../http/cookies.ts';
import { SESSION_SECONDS } from './session-limits.ts';

/** Behind https the cookies carry the prefix that ties them to this very host. */
const PREFIX = 'thuoc_do';
/** Longer than any; what a login looks like is checked where one is given. */
const MOST_LOGIN = 254;

/** Header by which we tell the library where a request comes from; ours alone, nobody outside can set it. */
export const FROM_HEADER = 'x-thuoc-do-from';

export type LibraryParts = Pick<Core, 'prisma' | 'logger'> & { secret: string; publicUrl: string | null };

/** What the library keeps: passwords, sessions and second factors. People are the log's, so nobody signs up. */
export function createLibrary({ prisma, logger, secret, publicUrl }: LibraryParts) {
  const secure = isHttps(publicUrl);
  return betterAuth({
    appName: 'Thước Đo',
    // Only links in mails would need it, and none are sent.
    baseURL: publicUrl ?? 'http://localhost',
    secret,
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // Further arguments can hold what somebody typed.
      log: (_level, message) => logger.error({ library: 'better-auth' }, message),
    },
    database: prismaAdapter(prisma, { provider: 'postgresql', transaction: true }),
    advanced: {
      cookiePrefix: secure ? `__Host-${PREFIX}` : PREFIX,
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      ipAddress: { ipAddressHeaders: [FROM_HEADER] },
    },
    user: { modelName: 'person', fields: {} },
    session: {
      modelName: 'authSession',
      fields: { userId: 'person' },
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
    },
    account: { modelName: 'authAccount', fields: { userId: 'person' } },
    verification: { modelName: 'authVerification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
    },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: 1,
        maxUsernameLength: MOST_LOGIN,
        usernameValidator: () => true,
        schema: { user: { fields: { username: 'login' } } },
      }),
      twoFactor({
        issuer: 'Thước Đo',
        schema: {
          user: { fields: { twoFactorEnabled: 'twoFactor' } },
          twoFactor: { modelName: 'authTwoFactor', fields: { userId: 'person' } },
        },
      }),
      { id: 'thuoc-do', endpoints: { openSession } },
    ],
  });
}

export type Library = ReturnType<typeof createLibrary>;

/** Opens a session without a password, for whoever proved otherwise who they are. No request from outside gets here. */
const openSession = createAuthEndpoint.serverOnly(
  { method: 'POST', body: z.object({ person: z.string() }) },
  async (ctx) => {
    const { internalAdapter } = ctx.context;
    const user = await internalAdapter.findUserById(ctx.body.person);
    if (!user) return ctx.json({ token: null });
    const session = await internalAdapter.createSession(user.id);
    await setSessionCookie(ctx, { session, user });
    return ctx.json({ token: session.token });
  },
);

import { isAPIError } from 'better-auth/api';
import { isEnabled } from '../../lib/domain/access/rights.ts';
import type { Core } from '../core.ts';
import type { Came } from './came.ts';
import type { Library } from './library.ts';
import type { LiveSession, Sessions } from './sessions.ts';

/** How a try to sign in went, with the cookies that the browser must keep. */
export type Signed =
  | { kind: 'signed_in'; session: LiveSession; cookies: string[] }
  | { kind: 'second_factor'; person: string; cookies: string[] }
  | { kind: 'refused'; cookies: string[] };

export type Known = { person: string; login: string };

export type Signing = {
  /** Who has this login or e-mail. */
  identify(login: string): Promise<Known | null>;
  /** One answer, after the same work, for every reason to refuse; null stands for one of them. */
  byPassword(known: Known | null, password: string, came: Came): Promise<Signed>;
  /** The second step: a code of the app, or one of the backup codes. */
  bySecondFactor(code: string, came: Came): Promise<Signed & { byBackupCode: boolean }>;
  /** For whoever proved otherwise who they are; never past a second factor. */
  withoutPassword(person: string, came: Came): Promise<Signed>;
  /** The cookies that make the browser forget. */
  signOut(came: Came): Promise<string[]>;
};

export const cookiesOf = (headers: Headers): string[] => headers.getSetCookie();

/** Whether the library refused what somebody typed; what it could not do is thrown on. */
export const isRefusal = (error: unknown): boolean => isAPIError(error) && error.statusCode < 500;

const REFUSED: Signed = { kind: 'refused', cookies: [] };

export function createSigning(
  { prisma, memory }: Pick<Core, 'prisma' | 'memory'>,
  { api, $context }: Library,
  sessions: Sessions,
): Signing {
  async function begun(token: string, headers: Headers, { from }: Came): Promise<Signed> {
    return { kind: 'signed_in', session: await sessions.begin(token, from), cookies: cookiesOf(headers) };
  }

  async function refuse(password: string): Promise<Signed> {
    // As long as a wrong password takes, so that nobody can tell who is known here.
    await (await $context).password.hash(password);
    return REFUSED;
  }

  return {
    async identify(login) {
      const name = login.toLowerCase();
      const held = await prisma.person.findFirst({
        where: name.includes('@') ? { email: name } : { login: name },
        select: { id: true, login: true },
      });
      return held && { person: held.id, login: held.login };
    },
    async byPassword(known, password, came) {
      const account = known && (await prisma.authAccount.findFirst({ where: { person: known.person } }));
      if (!known || !account?.password || !isEnabled(memory.rights, known.person)) return refuse(password);
      try {
        const { response, headers } = await api.signInUsername({
          body: { username: known.login, password },
          headers: came.headers,
          returnHeaders: true,
        });
        if (response && 'token' in response) return await begun(response.token, headers, came);
        return { kind: 'second_factor', person: known.person, cookies: cookiesOf(headers) };
      } catch (error) {
        if (isRefusal(error)) return REFUSED;
        throw error;
      }
    },
    async bySecondFactor(code, came) {
      const byBackupCode = !/^\d{6}$/.test(code);
      const given = { body: { code }, headers: came.headers, returnHeaders: true } as const;
      try {
        const { response, headers } = await (byBackupCode
          ? api.verifyBackupCode(given)
          : api.verifyTOTP(given));
        if (!response.token) return { ...REFUSED, byBackupCode };
        return { ...(await begun(response.token, headers, came)), byBackupCode };
      } catch (error) {
        if (isRefusal(error)) return { ...REFUSED, byBackupCode };
        throw error;
      }
    },
    async withoutPassword(person, came) {
      const known = await prisma.person.findUnique({ where: { id: person }, select: { twoFactor: true } });
      if (!known || known.twoFactor || !isEnabled(memory.rights, person)) return REFUSED;
      const { response, headers } = await api.openSession({
        body: { person },
        headers: came.headers,
        returnHeaders: true,
      });
      return response.token === null ? REFUSED : begun(response.token, headers, came);
    },
    async signOut({ headers: given }) {
      const { headers } = await api.signOut({ headers: given, returnHeaders: true });
      return cookiesOf(headers);
    },
  };
}

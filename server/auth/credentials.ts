import type { DataOf } from '../../lib/domain/events/registry.ts';
import type { Core } from '../core.ts';
import { type Actor, personFrom } from '../log/actor.ts';
import type { Came } from './came.ts';
import type { Library } from './library.ts';
import type { LiveSession, Sessions } from './sessions.ts';
import { cookiesOf, isRefusal } from './signing.ts';

type Change = DataOf<'person.credentials_changed'>['change'];
type Self = { person: string; session: string };

export type Credentials = {
  /** Whether it is the password of whoever the request comes from. */
  isPassword(password: string, came: Came): Promise<boolean>;
  /** Chooses a password for whoever came with a link; every session ends. */
  setPassword(person: string, password: string, came: Came): Promise<void>;
  /** False: the current password is wrong. The other sessions end. */
  changePassword(self: Self, given: { current: string; next: string }, came: Came): Promise<boolean>;
  /** Makes a secret that holds once a code of it is confirmed; null: the password is wrong, or it is on already. */
  beginSecondFactor(password: string, came: Came): Promise<{ uri: string; backupCodes: string[] } | null>;
  /** Null: the code is wrong. Every session ends, and this one goes on under a new token. */
  confirmSecondFactor(self: Self, code: string, came: Came): Promise<Renewed | null>;
  /** Null: the password is wrong. Ends and renews as confirming does. */
  endSecondFactor(self: Self, password: string, came: Came): Promise<Renewed | null>;
  note(person: string, change: Change, by: Actor): Promise<void>;
};
type Renewed = { session: LiveSession; cookies: string[] };

export function createCredentials(
  { door, prisma }: Pick<Core, 'door' | 'prisma'>,
  { api, $context }: Library,
  sessions: Sessions,
): Credentials {
  const note = async (person: string, change: Change, by: Actor): Promise<void> => {
    await door.define([{ type: 'person.credentials_changed', data: { person, change } }], by);
  };

  /** What the library answers, or null where it refuses what was typed. */
  async function asked<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  }

  async function renewed(
    { person }: Self,
    change: Change,
    { token, headers }: { token: string; headers: Headers },
    came: Came,
  ): Promise<Renewed> {
    const by = personFrom(person, came.from);
    await note(person, change, by);
    await sessions.endAll(person, 'second_factor_changed', by);
    return { session: await sessions.begin(token, came.from), cookies: cookiesOf(headers) };
  }

  /** The token of the session that the library opened in place of the one it was asked in. */
  async function newest(person: string): Promise<string> {
    const row = await prisma.authSession.findFirstOrThrow({
      where: { person },
      orderBy: { createdAt: 'desc' },
      select: { token: true },
    });
    return row.token;
  }

  return {
    note,
    isPassword: async (password, came) =>
      (await asked(() => api.verifyPassword({ body: { password }, headers: came.headers }))) !== null,
    async setPassword(person, password, came) {
      const { password: hashing, internalAdapter } = await $context;
      const hash = await hashing.hash(password);
      if (await internalAdapter.findCredentialAccount(person))
        await internalAdapter.updatePassword(person, hash);
      else
        await internalAdapter.createAccount({
          userId: person,
          providerId: 'credential',
          accountId: person,
          password: hash,
        });
      const by = personFrom(person, came.from);
      await note(person, 'password_set', by);
      await sessions.endAll(person, 'password_changed', by);
    },
    async changePassword({ person, session }, { current, next }, came) {
      const done = await asked(() =>
        api.changePassword({
          body: { currentPassword: current, newPassword: next },
          headers: came.headers,
        }),
      );
      if (!done) return false;
      const by = personFrom(person, came.from);
      await note(person, 'password_changed', by);
      await sessions.endAll(person, 'password_changed', by, session);
      return true;
    },
    async beginSecondFactor(password, came) {
      const begun = await asked(() => api.enableTwoFactor({ body: { password }, headers: came.headers }));
      return begun?.method === 'totp' ? { uri: begun.totpURI, backupCodes: begun.backupCodes } : null;
    },
    async confirmSecondFactor(self, code, came) {
      const done = await asked(() =>
        api.verifyTOTP({ body: { code }, headers: came.headers, returnHeaders: true }),
      );
      if (!done) return null;
      const token = await newest(self.person);
      return renewed(self, 'totp_on', { token, headers: done.headers }, came);
    },
    async endSecondFactor(self, password, came) {
      const done = await asked(() =>
        api.disableTwoFactor({ body: { password }, headers: came.headers, returnHeaders: true }),
      );
      if (!done) return null;
      const token = await newest(self.person);
      return renewed(self, 'totp_off', { token, headers: done.headers }, came);
    },
  };
}

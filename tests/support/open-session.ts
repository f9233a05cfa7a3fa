import type { Auth } from '../../server/auth/auth.ts';
import { cookieHeader, TEST_PASSWORD } from './signed-in.ts';
import { totp } from './totp.ts';
import type { WholeServer } from './whole-server.ts';

export type Opened = { session: string; cookie: string };

const from = '203.0.113.1';
const came = (cookie?: string) => ({ from, headers: new Headers(cookie === undefined ? {} : { cookie }) });

/** A session of a person as the product opens it, without the hash of a password. */
export async function openSession({ signing }: Pick<Auth, 'signing'>, person: string): Promise<Opened> {
  const signed = await signing.withoutPassword(person, came());
  if (signed.kind !== 'signed_in') throw new Error(`${person} got no session`);
  return { session: signed.session.session, cookie: cookieHeader(signed.cookies) };
}

/** A session that gave a second factor. */
export async function openWithSecondFactor(
  { auth: { signing, credentials } }: Pick<WholeServer, 'auth'>,
  person: string,
): Promise<Opened> {
  await credentials.setPassword(person, TEST_PASSWORD, came());
  const { session, cookie } = await openSession({ signing }, person);
  const begun = await credentials.beginSecondFactor(TEST_PASSWORD, came(cookie));
  const code = totp(new URL(begun?.uri ?? '').searchParams.get('secret') ?? '');
  const renewed = await credentials.confirmSecondFactor({ person, session }, code, came(cookie));
  if (!renewed) throw new Error(`the code of ${person} was refused`);
  return { session: renewed.session.session, cookie: cookieHeader(renewed.cookies) };
}

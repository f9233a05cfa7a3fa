import { mustWait } from '../auth/answer-with.ts';
import type { Auth } from '../auth/auth.ts';
import { cameOf } from '../auth/came.ts';
import { badFields } from '../http/bad-input.ts';
import type { Authorised } from '../http/route.ts';

/**
 * The password of somebody who is signed in, once more before an act that cannot be taken back. Guessed as slowly as at
 * signing in. Null: it is right; else the answer.
 */
export async function signedAgain(
  { lockOut, credentials }: Pick<Auth, 'lockOut' | 'credentials'>,
  asked: Pick<Authorised<unknown>, 'request' | 'from' | 'subject'>,
  password: string,
): Promise<Response | null> {
  const { request, subject } = asked;
  const person = subject?.kind === 'person' ? subject.person : '';
  const permit = await lockOut.permitSelf(person);
  if (permit.kind === 'wait') return mustWait(request, permit.waitSeconds);
  if (!(await credentials.isPassword(password, cameOf(asked))))
    return badFields(request, [{ pointer: '/password', rule: 'password_wrong' }]);
  await lockOut.forgiveSelf(person);
  return null;
}

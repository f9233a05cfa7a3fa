import type { Authorised } from '../http/route.ts';
import { mustWait } from './answer-with.ts';
import type { LockOut } from './lock-out.ts';

type Handle<I> = (asked: Authorised<I>) => Promise<Response>;

/** Secrets that no login goes with are guessed as slowly as the address that tries allows. */
export const guessedSlowly =
  (lockOut: LockOut) =>
  <I>(handle: Handle<I>): Handle<I> =>
  async (asked) => {
    const permit = await lockOut.permitAddress(asked.from);
    return permit.kind === 'wait' ? mustWait(asked.request, permit.waitSeconds) : handle(asked);
  };

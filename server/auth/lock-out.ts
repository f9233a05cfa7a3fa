import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Core } from '../core.ts';
import { RATES } from '../http/limits.ts';
import { placeOf } from '../http/place-of.ts';
import { taken } from '../http/taken.ts';

/** Whether a try may be made: at once, after `waitSeconds`, or only in appearance. */
export type Permit = { kind: 'go' } | { kind: 'wait'; waitSeconds: number } | { kind: 'pretend' };

export type LockOut = {
  /** Asked before the password is looked at; counts the try. `person` null: nobody has this login. */
  permit(login: string, person: string | null, from: string): Promise<Permit>;
  /** A try by address alone: a link, a second factor. */
  permitAddress(from: string): Promise<Permit>;
  /** The try was good: it counts no more. */
  forgive(login: string | null, from: string): Promise<void>;
  /** A secret of the own account, asked of somebody who is signed in. */
  permitSelf(person: string): Promise<Permit>;
  forgiveSelf(person: string): Promise<void>;
};

const SIGNED_IN_THERE = `SELECT FROM event_key k JOIN event e USING (seq) JOIN personal p USING (seq)
  WHERE k.source = $1 AND e.type = 'session.started' AND p.value ->> 'from' = $2 LIMIT 1`;

/**
 * Slows guessing down without letting a stranger lock anybody out: waits are said only to the address that tried, and
 * when strangers have spent the tries of a login, the addresses where its person signed in before still work.
 */
export function createLockOut({ database }: { database: Pick<Core['database'], 'pool'> }): LockOut {
  const pairs = [RATES.loginTries, RATES.loginTriesLonger].map((tier) => new RateLimiterMemory(tier));
  const addresses = new RateLimiterMemory(RATES.addressTries);
  const strangers = new RateLimiterMemory(RATES.strangerTries);
  const selves = new RateLimiterMemory(RATES.ownTries);
  const pairOf = (login: string, from: string): string => `${login.toLowerCase()} ${placeOf(from)}`;

  const wait = (ms: number): Permit => ({ kind: 'wait', waitSeconds: Math.ceil(ms / 1000) });

  async function isKnownThere(person: string | null, from: string): Promise<boolean> {
    const { rowCount } = await database.pool.query(SIGNED_IN_THERE, [`/person/${person ?? ''}`, from]);
    return rowCount === 1;
  }

  return {
    async permit(login, person, from) {
      const byAddress = await taken(addresses, placeOf(from));
      if (byAddress > 0) return wait(byAddress);
      const byPair = await Promise.all(pairs.map((limiter) => taken(limiter, pairOf(login, from))));
      if (Math.max(...byPair) > 0) return wait(Math.max(...byPair));
      if (await isKnownThere(person, from)) return { kind: 'go' };
      return (await taken(strangers, login.toLowerCase())) > 0 ? { kind: 'pretend' } : { kind: 'go' };
    },
    async permitAddress(from) {
      const byAddress = await taken(addresses, placeOf(from));
      return byAddress > 0 ? wait(byAddress) : { kind: 'go' };
    },
    async permitSelf(person) {
      const bySelf = await taken(selves, person);
      return bySelf > 0 ? wait(bySelf) : { kind: 'go' };
    },
    forgiveSelf: async (person) => void (await selves.delete(person)),
    async forgive(login, from) {
      await addresses.reward(placeOf(from));
      if (login === null) return;
      await Promise.all(pairs.map((limiter) => limiter.delete(pairOf(login, from))));
      await strangers.reward(login.toLowerCase());
    },
  };
}

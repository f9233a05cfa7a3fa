import { RateLimiterMemory } from 'rate-limiter-flexible';
import { RATES } from '../http/limits.ts';
import { placeOf } from '../http/place-of.ts';
import { taken } from '../http/taken.ts';

export type FormLimits = {
  /** Counts one more form from an address. Milliseconds to wait; 0: none. */
  ofAddress(from: string, above: boolean): Promise<number>;
  /** Counts one more form to a unit. Milliseconds to wait; 0: none. */
  ofUnit(unit: string, above: boolean): Promise<number>;
};

/**
 * How many forms may come. What goes to the level above is counted apart from what goes to the unit, at both: nobody can
 * close that way by filling the other, not even the unit that shares its address with those who write about it.
 */
export function createFormLimits(): FormLimits {
  const hour = new RateLimiterMemory(RATES.publicForms);
  const day = new RateLimiterMemory(RATES.publicFormsOfDay);
  const unitDay = new RateLimiterMemory(RATES.publicFormsOfUnit);
  const key = (what: string, above: boolean): string => `${above ? 'above' : 'unit'} ${what}`;
  return {
    async ofAddress(from, above) {
      const place = key(placeOf(from), above);
      return (await taken(hour, place)) || (await taken(day, place));
    },
    ofUnit: (unit, above) => taken(unitDay, key(unit, above)),
  };
}

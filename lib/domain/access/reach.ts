import type { Rights } from './rights.ts';

/**
 * K9: the areas in which a person is somebody: home, and wherever the person holds or will hold a role, own or lent.
 * Whoever changes the person must be able to in each of them, or an administrator of a part could become somebody of
 * the whole. null: the whole installation. The answer is null when nobody has this code.
 */
export function reachOf(
  { people, grants, loans }: Rights,
  code: string,
  dayOf: (area: string | null) => string,
): (string | null)[] | null {
  const person = people.get(code);
  if (!person) return null;
  const reach = new Set([person.area]);
  for (const { person: holder, area, toDay } of grants.values())
    if (holder === code && (toDay === null || toDay >= dayOf(area))) reach.add(area);
  for (const { to, grant, toDay } of loans.values()) {
    const lent = to === code ? grants.get(grant) : undefined;
    if (lent && toDay >= dayOf(lent.area)) reach.add(lent.area);
  }
  return [...reach];
}

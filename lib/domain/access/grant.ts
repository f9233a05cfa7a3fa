import type { Role } from './role.ts';

/** A role given to a person in an area; `area` null: the whole installation, for administrators alone. */
export type Grant = {
  grant: string;
  person: string;
  role: Role;
  area: string | null;
  /** First and last local day on which it holds; null: open. */
  fromDay: string | null;
  toDay: string | null;
};

/** A grant lent by who holds it to somebody else, from the first to the last day. */
export type Loan = { loan: string; grant: string; to: string; fromDay: string; toDay: string };

/** A role as somebody holds it now. `onBehalfOf` is the person who lent it; both names stay on every act. */
export type Held = { grant: string; role: Role; area: string | null; onBehalfOf: string | null };

const holds = ({ fromDay, toDay }: { fromDay: string | null; toDay: string | null }, day: string): boolean =>
  (fromDay === null || fromDay <= day) && (toDay === null || day <= toDay);

/**
 * K3: what a person holds: own grants in force, and loans in force of grants that are in force themselves. `dayOf`
 * gives the local day of an area.
 */
export function heldBy(
  person: string,
  grants: ReadonlyMap<string, Grant>,
  loans: Iterable<Loan>,
  dayOf: (area: string | null) => string,
): Held[] {
  const held: Held[] = [];
  for (const { grant, person: holder, role, area, ...days } of grants.values())
    if (holder === person && holds(days, dayOf(area))) held.push({ grant, role, area, onBehalfOf: null });
  for (const { to, grant, ...days } of loans) {
    const lent = to === person ? grants.get(grant) : undefined;
    if (!lent || !holds(days, dayOf(lent.area)) || !holds(lent, dayOf(lent.area))) continue;
    held.push({ grant, role: lent.role, area: lent.area, onBehalfOf: lent.person });
  }
  return held;
}

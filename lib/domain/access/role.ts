import type { KINDS } from '../events/tree-words.ts';

/** What a person is in an area and in all that lies below it. */
export const ROLES = ['admin', 'leader', 'head', 'clerk', 'officer', 'inspector', 'analyst'] as const;
export type Role = (typeof ROLES)[number];

type Kind = (typeof KINDS)[number];
const ANYWHERE: readonly Kind[] = ['city', 'district', 'ward', 'centre'];
const ABOVE_UNITS: readonly Kind[] = ['city', 'district'];
const UNITS: readonly Kind[] = ['ward', 'centre'];

/** Kinds of area in which a role can be held: a leader leads what has units below, a head leads a unit. */
export const HELD_IN: Record<Role, readonly Kind[]> = {
  admin: ANYWHERE,
  leader: ABOVE_UNITS,
  head: UNITS,
  clerk: UNITS,
  officer: UNITS,
  inspector: ANYWHERE,
  analyst: ANYWHERE,
};

/** Roles that can be lent to somebody else for a time ("ủy quyền"). */
export const LENDABLE: readonly Role[] = ['leader', 'head'];

import type { Refusal } from '../events/envelope.ts';
import { isUnit, isWithin, type Tree } from '../tree.ts';
import type { Grant } from './grant.ts';
import { type AccessEvent, isEnabled, type Rights } from './rights.ts';
import { HELD_IN, LENDABLE } from './role.ts';

const refuse = (code: string, pointer: string, detail: string): Refusal => ({ code, pointer, detail });

type Of<T extends AccessEvent['type']> = Extract<AccessEvent, { type: T }>['data'];

/** The rule that a definition of rights breaks; null: none. Whether its author may give it is asked elsewhere. */
export function accessRefusal(tree: Tree, rights: Rights, event: AccessEvent): Refusal | null {
  const { data } = event;
  if (event.type === 'person.added') {
    if (rights.people.has(event.data.person)) return refuse('person_exists', '/person', 'this code is taken');
    return areaRefusal(tree, event.data.area);
  }
  if (event.type === 'wall.paired') return areaRefusal(tree, event.data.area);
  if (event.type === 'wall.set') return wallRefusal(tree, rights, event.data);
  if (event.type === 'wall.revoked')
    return rights.walls.has(event.data.wall) ? null : refuse('unknown_wall', '/wall', 'no such wall');
  if (event.type === 'device.paired') return deviceRefusal(tree, event.data.area);
  if (event.type === 'device.revoked')
    return rights.devices.has(event.data.device)
      ? null
      : refuse('unknown_device', '/device', 'no such device');
  if ('person' in data && !rights.people.has(data.person))
    return refuse('unknown_person', '/person', 'no such person');
  if (event.type === 'person.granted') return grantRefusal(tree, event.data);
  if (event.type === 'person.grant_ended')
    return rights.grants.has(event.data.grant) ? null : refuse('unknown_grant', '/grant', 'no such grant');
  if (event.type === 'person.lent') return loanRefusal(rights, event.data);
  if (event.type === 'person.loan_ended')
    return rights.loans.has(event.data.loan) ? null : refuse('unknown_loan', '/loan', 'no such loan');
  if (event.type === 'person.officer_linked') return linkRefusal(tree, rights, event.data);
  if (event.type === 'person.officer_unlinked')
    return rights.officers.has(event.data.link) ? null : refuse('unknown_link', '/link', 'no such link');
  return null;
}

/** O1: officer codes are those of a unit, and one is nobody else's while it is somebody's. */
function linkRefusal(tree: Tree, rights: Rights, given: Of<'person.officer_linked'>): Refusal | null {
  const area = tree.areas.get(given.area);
  if (!area) return areaRefusal(tree, given.area);
  if (!isUnit(area)) return refuse('not_a_unit', '/area', 'officers work in units');
  const taken = [...rights.officers.values()].some(
    (link) => link.area === given.area && link.officer === given.officer,
  );
  return taken ? refuse('officer_taken', '/officer', 'this code is somebody’s already') : null;
}

/** W8: a playlist shows areas of the wall's own, each in one view. */
function wallRefusal(tree: Tree, rights: Rights, given: Of<'wall.set'>): Refusal | null {
  const wall = rights.walls.get(given.wall);
  if (!wall || wall.revoked) return refuse('unknown_wall', '/wall', 'no such wall');
  const seen = new Set([wall.area]);
  for (const [i, { area }] of given.playlist.entries()) {
    const at = `/playlist/${i}/area`;
    if (!tree.areas.has(area)) return refuse('unknown_area', at, 'no such area');
    if (!isWithin(tree, area, wall.area)) return refuse('not_of_wall', at, 'outside the area of the wall');
    if (seen.has(area)) return refuse('shown_twice', at, 'an area is shown in one view');
    seen.add(area);
  }
  return null;
}

function deviceRefusal(tree: Tree, code: string): Refusal | null {
  const area = tree.areas.get(code);
  if (!area) return areaRefusal(tree, code);
  return isUnit(area) ? null : refuse('not_a_unit', '/area', 'counters stand in units');
}

const areaRefusal = (tree: Tree, area: string | null): Refusal | null =>
  area === null || tree.areas.has(area) ? null : refuse('unknown_area', '/area', 'no such area');

function grantRefusal(tree: Tree, { role, area, fromDay, toDay }: Of<'person.granted'>): Refusal | null {
  if (area === null) {
    if (role !== 'admin') return refuse('role_needs_area', '/area', 'only administrators hold everything');
  } else {
    const held = tree.areas.get(area);
    if (!held) return areaRefusal(tree, area);
    if (!HELD_IN[role].includes(held.kind))
      return refuse('role_not_here', '/role', 'this role is not held in an area of this kind');
  }
  if (fromDay !== undefined && toDay !== undefined && toDay < fromDay)
    return refuse('days_reversed', '/toDay', 'the last day lies before the first');
  return null;
}

function loanRefusal(rights: Rights, { grant, to, fromDay, toDay }: Of<'person.lent'>): Refusal | null {
  const lent = rights.grants.get(grant);
  if (!lent) return refuse('unknown_grant', '/grant', 'no such grant');
  if (!LENDABLE.includes(lent.role)) return refuse('role_not_lent', '/grant', 'this role cannot be lent');
  if (!rights.people.has(to)) return refuse('unknown_person', '/to', 'no such person');
  if (to === lent.person) return refuse('lent_to_self', '/to', 'a role is lent to somebody else');
  if (toDay < fromDay) return refuse('days_reversed', '/toDay', 'the last day lies before the first');
  return null;
}

/**
 * K8: the installation keeps an administrator: somebody enabled who holds it whole today and without an end. The rule
 * that ending a grant or disabling somebody breaks; null: none.
 */
export function lastAdminRefusal(rights: Rights, event: AccessEvent, today: string): Refusal | null {
  if (event.type !== 'person.grant_ended' && event.type !== 'person.disabled') return null;
  const keeping = [...rights.grants.values()].filter(
    ({ person, role, area, fromDay, toDay }) =>
      role === 'admin' &&
      area === null &&
      (fromDay === null || fromDay <= today) &&
      toDay === null &&
      isEnabled(rights, person),
  );
  const ended = ({ grant, person }: Grant): boolean =>
    event.type === 'person.disabled' ? person === event.data.person : grant === event.data.grant;
  if (!keeping.some(ended) || !keeping.every(ended)) return null;
  const pointer = event.type === 'person.disabled' ? '/person' : '/grant';
  return refuse('last_admin', pointer, 'the installation would be left without an administrator');
}

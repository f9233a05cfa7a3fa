import type { ActionName } from '../../lib/domain/access/action.ts';

/**
 * Who may do what, written once more by hand: the matrix holds the server against this page and never asks the code
 * that it tests. An action without a line here fails the type check. `key:read` is a key with that right, `wall` a wall
 * of either view, `device:kiosk` a device of that kind.
 */
const MAY: Record<ActionName, string> = {
  'area.see': 'admin leader head clerk officer inspector analyst key:read wall',
  'board.watch': 'admin leader head clerk officer inspector analyst key:read wall',
  'measures.read': 'admin leader head clerk inspector analyst key:read',
  'lists.read': 'admin leader head clerk inspector analyst key:read',
  'lists.export': 'admin leader head inspector analyst key:read',
  'comments.read': 'leader head inspector',
  'letters.read': 'leader head inspector',
  'apologies.write': 'leader head',
  'alerts.handle': 'leader head',
  'reports.freeze': 'leader head',
  'alerts.explain': 'head clerk',
  'help.ask': 'head',
  'exclusions.ask': 'leader head',
  'exclusions.decide': 'leader',
  'models.start': 'leader head',
  'models.spread': 'leader',
  'meetings.keep': 'leader head',
  'figures.publish': 'leader',
  'book.read': 'leader head clerk inspector',
  'book.enter': 'clerk',
  'book.sort': 'leader clerk',
  'book.confirm': 'head',
  'book.decide': 'leader head',
  'book.above': 'leader',
  'inspections.read': 'leader head inspector',
  'inspections.ahead': 'leader inspector',
  'inspections.write': 'inspector',
  'inspections.answer': 'head',
  'officers.read': 'head',
  'events.send': 'key:write',
  'counter.serve': 'device:counter',
  'numbers.issue': 'device:kiosk',
  'rating.take': 'device:pad',
  'tickets.link': 'key:write',
  'operations.read': 'admin key:read',
  'tree.define': 'admin',
  'targets.set': 'admin leader',
  'surveys.enter': 'admin leader',
  'people.manage': 'admin',
  'keys.manage': 'admin',
  'walls.manage': 'admin',
  'policy.set': 'admin',
  'audit.read': 'admin inspector',
  'rights.lend': 'leader head',
};

/** What lies in an area, itself included: the tree of the tests, by hand. `whole` is the whole installation. */
const INSIDE: Record<string, string> = {
  whole: 'city north a b c other x',
  city: 'city north a b c',
  north: 'north a b',
  a: 'a',
  b: 'b',
  c: 'c',
  other: 'other x',
  x: 'x',
};

export const AREAS = 'city north a b c other x'.split(' ');
/** No area has this code. */
export const NOWHERE = 'nowhere';
export const UNITS = 'a b c x'.split(' ');

/** What somebody is, and where: a role, a right of a key (`key:read`) a wall or a device. */
export type Hold = readonly [who: string, where: string];

/** null stands for the whole installation. */
export type Place = string | null;

/** K1, K2, K4, K5, K6: whether a hold reaches a place. A wall sees its own area alone, and so does a device. */
export const reaches = ([who, where]: Hold, place: Place): boolean => {
  if (place === null) return where === 'whole';
  return who === 'wall' || who.startsWith('device:')
    ? where === place
    : (INSIDE[where]?.split(' ').includes(place) ?? false);
};

const allows = (action: ActionName, who: string): boolean => MAY[action].split(' ').includes(who);

export const mayAt = (holds: readonly Hold[], action: ActionName, place: Place): boolean =>
  holds.some((hold) => allows(action, hold[0]) && reaches(hold, place));

export const mayAnywhere = (holds: readonly Hold[], action: ActionName): boolean =>
  holds.some(([who]) => allows(action, who));

/** The areas of which somebody may hear: what lies in those held and, since boards name their path, what lies above. */
export const heardOf = (holds: readonly Hold[]): Set<string> =>
  new Set(
    AREAS.filter((area) =>
      holds.some(
        ([, where]) => INSIDE[where]?.split(' ').includes(area) || INSIDE[area]?.split(' ').includes(where),
      ),
    ),
  );

import type { DeviceKind } from './device-kind.ts';
import type { Role } from './role.ts';

/** A right of a key, as it is given when the key is made. */
export type KeyRight = 'read' | 'write' | 'import';

export type Action = {
  /** Roles that may, in the area where they are held and below it. */
  roles: readonly Role[];
  /** The right a key needs for it; null: no key may. */
  key: KeyRight | null;
  /** Whether the one view of a wall shows it. */
  wall: boolean;
  /** Devices that do it in their own unit; absent: none. */
  devices?: readonly DeviceKind[];
};

const EVERYBODY: readonly Role[] = ['admin', 'leader', 'head', 'clerk', 'officer', 'inspector', 'analyst'];
const READERS: readonly Role[] = ['admin', 'leader', 'head', 'clerk', 'inspector', 'analyst'];
const EXPORTERS: readonly Role[] = ['admin', 'leader', 'head', 'inspector', 'analyst'];

/**
 * Everything somebody can want of an area, and who may (K1). Whoever adds a route or a socket event names one of
 * these for it; the matrix of tests is made from this table.
 */
export const ACTIONS = {
  'area.see': { roles: EVERYBODY, key: 'read', wall: true },
  'board.watch': { roles: EVERYBODY, key: 'read', wall: true },
  'measures.read': { roles: READERS, key: 'read', wall: false },
  'lists.read': { roles: READERS, key: 'read', wall: false },
  'lists.export': { roles: EXPORTERS, key: 'read', wall: false },
  /** K10: what people wrote beside a rating. */
  'comments.read': { roles: ['leader', 'head', 'inspector'], key: null, wall: false },
  /** K13: letters of apology with the names in them, and the signed files. */
  'letters.read': { roles: ['leader', 'head', 'inspector'], key: null, wall: false },
  'apologies.write': { roles: ['leader', 'head'], key: null, wall: false },
  /** Taking, noting and closing alerts. */
  'alerts.handle': { roles: ['leader', 'head'], key: null, wall: false },
  /** The unit's own words about an alert. */
  'alerts.explain': { roles: ['head', 'clerk'], key: null, wall: false },
  /** A head asks for help where what is to be done cannot be done. */
  'help.ask': { roles: ['head'], key: null, wall: false },
  /** V5: leaving a noted period out of a measure. Who may decide which one, the rule says. */
  'exclusions.ask': { roles: ['leader', 'head'], key: null, wall: false },
  'exclusions.decide': { roles: ['leader'], key: null, wall: false },
  /** M1: a model is begun and ended where it is tried, and spread from above. */
  'models.start': { roles: ['leader', 'head'], key: null, wall: false },
  'models.spread': { roles: ['leader'], key: null, wall: false },
  /** PC9: reception days and dialogues. */
  'meetings.keep': { roles: ['leader', 'head'], key: null, wall: false },
  /** K11: the suggestion book. `above` is what has left it, which never opens inside the unit (N5). */
  'book.read': { roles: ['leader', 'head', 'clerk', 'inspector'], key: null, wall: false },
  'book.enter': { roles: ['clerk'], key: null, wall: false },
  'book.sort': { roles: ['leader', 'clerk'], key: null, wall: false },
  'book.confirm': { roles: ['head'], key: null, wall: false },
  'book.decide': { roles: ['leader', 'head'], key: null, wall: false },
  'book.above': { roles: ['leader'], key: null, wall: false },
  /** I3: words, photos, names and the frozen picture of an inspection; `ahead` is what has not been announced. */
  'inspections.read': { roles: ['leader', 'head', 'inspector'], key: null, wall: false },
  'inspections.ahead': { roles: ['leader', 'inspector'], key: null, wall: false },
  'inspections.write': { roles: ['inspector'], key: null, wall: false },
  'inspections.answer': { roles: ['head'], key: null, wall: false },
  /** O2: the figures of an officer code. The person it belongs to reads them as the own account. */
  'officers.read': { roles: ['head'], key: null, wall: false },
  /** PC4: which figures of a unit everybody reads. */
  'figures.publish': { roles: ['leader'], key: null, wall: false },
  /** RP6: the cut-off of a report. */
  'reports.freeze': { roles: ['leader', 'head'], key: null, wall: false },
  'events.send': { roles: [], key: 'write', wall: false },
  /** K16: what a device does, in its own unit and at its own counter. */
  'counter.serve': { roles: [], key: null, wall: false, devices: ['counter'] },
  'numbers.issue': { roles: [], key: null, wall: false, devices: ['kiosk'] },
  'rating.take': { roles: [], key: null, wall: false, devices: ['pad'] },
  /** K15: the address of a ticket's page, for the machine that prints the ticket. */
  'tickets.link': { roles: [], key: 'write', wall: false },
  'operations.read': { roles: ['admin'], key: 'read', wall: false },
  'tree.define': { roles: ['admin'], key: null, wall: false },
  'targets.set': { roles: ['admin', 'leader'], key: null, wall: false },
  /** Results of surveys such as SIPAS. */
  'surveys.enter': { roles: ['admin', 'leader'], key: null, wall: false },
  'people.manage': { roles: ['admin'], key: null, wall: false },
  'keys.manage': { roles: ['admin'], key: null, wall: false },
  /** Displays and devices. */
  'walls.manage': { roles: ['admin'], key: null, wall: false },
  'policy.set': { roles: ['admin'], key: null, wall: false },
  'audit.read': { roles: ['admin', 'inspector'], key: null, wall: false },
  'rights.lend': { roles: ['leader', 'head'], key: null, wall: false },
} as const satisfies Record<string, Action>;

export type ActionName = keyof typeof ACTIONS;

/** The same table with its entries widened, for whoever goes through it. */
export const actionOf = (name: ActionName): Action => ACTIONS[name];

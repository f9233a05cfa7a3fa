import { addDays, startOfDay } from '../../lib/domain/zoned-time.ts';
import { secretHash } from '../../server/access/secret.ts';
import type { Definition } from '../../server/log/submission.ts';
import { testTree } from '../support/city.ts';
import { AREAS, type Place, UNITS } from './expected.ts';
import { granted, personAdded } from './people.ts';

/** A name that tells of which area it speaks, wherever it turns up. */
const nameOf = (what: string, area: string): string => `${what} «${area}»`;

/** The two cities of the tests, each area with such a name. */
export const namedTree: Definition[] = testTree.map((definition) =>
  definition.type === 'area.defined'
    ? { ...definition, data: { ...definition.data, name: nameOf('Khu vực', definition.data.code) } }
    : definition,
);

/** The code of what stands in a place: a person `p-a`, a grant `g-a`, a key, a wall. */
export const targetIn = (kind: string, place: Place): string => `${kind}-${place ?? 'whole'}`;

/** People who are somebody in more than their home (K9), and all the areas in which they are. */
export const SPREAD: Record<string, Place[]> = {
  'p-a-and-x': ['a', 'x'],
  'p-a-and-whole': ['a', null],
  'p-a-by-loan-of-north': ['a', 'north'],
};

/** The grant that a request ends, as it is given again before the next. */
export const grantIn = (place: Place): Definition =>
  granted(targetIn('g', place), 'holder', place === null ? 'admin' : 'analyst', place);

/** The officer code that a request makes nobody's, as it is made somebody's again before the next. */
export const linkIn = (unit: string): Definition => ({
  type: 'person.officer_linked',
  data: { link: targetIn('o', unit), person: 'holder', area: unit, officer: `cb-${unit}` },
});

const hashOf = (text: string): string => secretHash(text).toString('hex');

/** What requests of the matrix are about: people, roles, keys and walls of every area. */
export function targetsDefined(today: string): Definition[] {
  return [
    personAdded('holder', 'city', 'Người giữ'),
    personAdded('p-whole', null, 'Người chung'),
    grantIn(null),
    ...UNITS.map(linkIn),
    ...AREAS.flatMap((area): Definition[] => [
      personAdded(targetIn('p', area), area, nameOf('Người', area)),
      grantIn(area),
      ...['k', 'revoked'].map(
        (kind): Definition => ({
          type: 'key.created',
          data: {
            key: targetIn(kind, area),
            hash: hashOf(`${kind} ${area}`),
            name: nameOf('Khóa', area),
            area,
            sources: [],
            rights: ['read'],
            types: [],
          },
        }),
      ),
      {
        type: 'wall.paired',
        data: {
          wall: targetIn('w', area),
          hash: hashOf(area),
          name: nameOf('Màn', area),
          area,
          view: 'command',
        },
      },
    ]),
    ...UNITS.map(
      (area): Definition => ({
        type: 'device.paired',
        data: {
          device: targetIn('d', area),
          hash: hashOf(`device ${area}`),
          name: nameOf('Máy', area),
          area,
          kind: 'kiosk',
        },
      }),
    ),
    personAdded('p-a-and-x', 'a', 'Người hai nơi'),
    granted('g-spread-x', 'p-a-and-x', 'analyst', 'x'),
    personAdded('p-a-and-whole', 'a', nameOf('Người', 'a')),
    granted('g-spread-whole', 'p-a-and-whole', 'admin', null),
    personAdded('p-a-by-loan-of-north', 'a', 'Người được ủy quyền'),
    {
      type: 'person.lent',
      data: {
        loan: 'l-spread',
        grant: 'g-leader-of-north-leader',
        to: 'p-a-by-loan-of-north',
        fromDay: today,
        toDay: addDays(today, 9),
      },
    },
  ];
}

/** What may be told to nobody here: each is hidden in an event of every unit. */
export const PERSONAL = {
  comment: 'Lời riêng của dân',
  officer: 'can-bo-kin',
  dossier: 'ho-so-kin',
  priority: 'uu-tien-kin',
};

/** A day of each unit so far: a ticket, an open counter and ratings, with everything personal that events can hold. */
export function dayOfUnits(zone: string, today: string) {
  const at = new Date(startOfDay(zone, today)).toISOString();
  return UNITS.flatMap((unit) => {
    const told = (type: string, data: object, id = type) => ({
      specversion: '1.0',
      id: `${unit}:${id}`,
      source: `/day/${unit}`,
      subject: unit,
      type,
      time: at,
      data,
    });
    const { comment, officer, dossier, priority } = PERSONAL;
    return [
      told('counter.opened', { counter: '1', officer }),
      told('ticket.issued', { ticket: 't', number: 'A1', service: 's', priority, dossiers: [dossier] }),
      told('ticket.called', { ticket: 't', counter: '1', officer }),
      ...[1, 2, 3].map((rating) =>
        told(
          'rating.given',
          { rating: `r${rating}`, level: 'dissatisfied', counter: '1', officer, dossier, comment },
          `rating ${rating}`,
        ),
      ),
    ];
  });
}

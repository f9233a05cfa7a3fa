import type { Role } from '../../lib/domain/access/role.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import type { Definition } from '../../server/log/submission.ts';
import type { Hold } from './expected.ts';

type Days = { fromDay?: string; toDay?: string };
/** A role in an area (null: the whole installation), for some days. */
export type Given = readonly [role: Role, area: string | null, days?: Days];

/** A person: the roles given, and what the person holds of them today, loans included, by hand. */
export type Member = { code: string; given: readonly Given[]; holds: readonly Hold[]; secondFactor?: true };

/** Everybody who can sign in. `today` is the local day of the areas. Inspectors need a second factor here. */
export function members(today: string): Member[] {
  const [yesterday, tomorrow] = [addDays(today, -1), addDays(today, 1)];
  const simple = (code: string, ...roles: [Role, string][]): Member => ({
    code,
    given: roles,
    holds: roles,
  });
  return [
    { code: 'root', given: [['admin', null]], holds: [['admin', 'whole']] },
    simple('admin-of-city', ['admin', 'city']),
    simple('admin-of-north', ['admin', 'north']),
    simple('admin-of-a', ['admin', 'a']),
    simple('admin-of-other', ['admin', 'other']),
    simple('leader-of-city', ['leader', 'city']),
    simple('leader-of-north', ['leader', 'north']),
    simple('head-of-a', ['head', 'a']),
    simple('head-of-c', ['head', 'c']),
    simple('clerk-of-a', ['clerk', 'a']),
    simple('officer-of-a', ['officer', 'a']),
    { ...simple('inspector-of-city', ['inspector', 'city']), secondFactor: true },
    simple('analyst-of-city', ['analyst', 'city']),
    simple('analyst-of-b', ['analyst', 'b']),
    simple('clerk-of-a-and-analyst-of-x', ['clerk', 'a'], ['analyst', 'x']),
    {
      code: 'from-today',
      given: [['head', 'b', { fromDay: today, toDay: tomorrow }]],
      holds: [['head', 'b']],
    },
    {
      code: 'until-today',
      given: [['leader', 'north', { fromDay: yesterday, toDay: today }]],
      holds: [['leader', 'north']],
    },
    // By loan, see below.
    {
      code: 'deputy',
      given: [['clerk', 'b']],
      holds: [
        ['clerk', 'b'],
        ['head', 'a'],
      ],
    },
    // Those who hold nothing, each for another reason.
    { code: 'not-yet', given: [['admin', 'city', { fromDay: tomorrow }]], holds: [] },
    { code: 'no-more', given: [['admin', 'city', { toDay: yesterday }]], holds: [] },
    { code: 'led-before', given: [['leader', 'city', { toDay: yesterday }]], holds: [] },
    { code: 'ended', given: [['leader', 'city']], holds: [] },
    { code: 'borrowed-before', given: [['clerk', 'a', { toDay: yesterday }]], holds: [] },
    { code: 'borrows-later', given: [['clerk', 'a', { toDay: yesterday }]], holds: [] },
    { code: 'gave-back', given: [['clerk', 'a', { toDay: yesterday }]], holds: [] },
    { code: 'borrowed-what-ended', given: [['clerk', 'a', { toDay: yesterday }]], holds: [] },
    { code: 'borrowed-what-is-over', given: [['clerk', 'a', { toDay: yesterday }]], holds: [] },
    { code: 'inspector-by-password-alone', given: [['inspector', 'city']], holds: [] },
  ];
}

/** Who lends what to whom, from and to which day. */
const loans = (
  today: string,
): [loan: string, grant: string, to: string, fromDay: string, toDay: string][] => [
  ['l-deputy', 'g-head-of-a-head', 'deputy', today, today],
  ['l-before', 'g-head-of-a-head', 'borrowed-before', addDays(today, -9), addDays(today, -1)],
  ['l-later', 'g-head-of-a-head', 'borrows-later', addDays(today, 1), addDays(today, 9)],
  ['l-back', 'g-head-of-a-head', 'gave-back', today, addDays(today, 9)],
  ['l-ended', 'g-ended-leader', 'borrowed-what-ended', today, addDays(today, 9)],
  ['l-over', 'g-led-before-leader', 'borrowed-what-is-over', today, addDays(today, 9)],
];

const grantOf = (code: string, role: Role): string => `g-${code}-${role}`;

/** A person, with a home in the area of the first role. */
export const personAdded = (person: string, area: string | null, name: string): Definition => ({
  type: 'person.added',
  data: { person, area, name, login: person },
});

export const granted = (grant: string, person: string, role: Role, area: string | null): Definition => ({
  type: 'person.granted',
  data: { grant, person, role, area },
});

/** Everybody, with what was given, lent and taken back. */
export function membersDefined(today: string): Definition[] {
  return [
    ...members(today).flatMap(({ code, given }): Definition[] => [
      personAdded(code, given[0]?.[1] ?? null, `Người ${code}`),
      ...given.map(
        ([role, area, days]): Definition => ({
          type: 'person.granted',
          data: { grant: grantOf(code, role), person: code, role, area, ...days },
        }),
      ),
    ]),
    ...loans(today).map(
      ([loan, grant, to, fromDay, toDay]): Definition => ({
        type: 'person.lent',
        data: { loan, grant, to, fromDay, toDay },
      }),
    ),
    { type: 'person.loan_ended', data: { loan: 'l-back' } },
    { type: 'person.grant_ended', data: { grant: 'g-ended-leader' } },
    { type: 'person.totp_required', data: { role: 'inspector', required: true } },
  ];
}

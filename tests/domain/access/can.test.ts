import { describe, expect, test } from 'vitest';
import { can, canSomewhere, heldFor, type Subject, viewIn } from '../../../lib/domain/access/can.ts';
import { type Grant, heldBy, type Loan } from '../../../lib/domain/access/grant.ts';
import type { Role } from '../../../lib/domain/access/role.ts';
import { defineArea, emptyTree } from '../../../lib/domain/tree.ts';

const tree = emptyTree();
const add = (code: string, parent: string | null, kind: 'city' | 'district' | 'ward'): void =>
  defineArea(tree, {
    code,
    parent,
    kind,
    name: code,
    timezone: 'Asia/Ho_Chi_Minh',
    queue: 'machine',
    demo: false,
    succeeds: [],
  });
add('city', null, 'city');
add('d1', 'city', 'district');
add('w1', 'd1', 'ward');
add('w2', 'd1', 'ward');
add('other', null, 'city');

const person = (role: Role, area: string | null, onBehalfOf: string | null = null): Subject => ({
  kind: 'person',
  person: 'p',
  session: 's',
  held: [{ grant: 'g', role, area, onBehalfOf }],
  heldIn: new Set(area === null ? [] : [area]),
});

describe('K1: a role holds where it was given and below', () => {
  test.each([
    ['d1', true],
    ['w1', true],
    ['city', false],
    ['other', false],
  ])('a leader of d1 and %s: %s', (area, expected) => {
    expect(can(tree, person('leader', 'd1'), 'board.watch', area)).toBe(expected);
  });

  test('an officer reads no measures, a head gives no targets', () => {
    expect(can(tree, person('officer', 'w1'), 'measures.read', 'w1')).toBe(false);
    expect(can(tree, person('head', 'w1'), 'targets.set', 'w1')).toBe(false);
  });
});

test('K2: an unknown area is nobody’s, not even the administrator’s', () => {
  expect(can(tree, person('admin', null), 'area.see', 'nowhere')).toBe(false);
  expect(can(tree, person('admin', null), 'area.see', 'w2')).toBe(true);
});

describe('K3: grants and loans hold from their first to their last day', () => {
  const grant: Grant = {
    grant: 'g1',
    person: 'head',
    role: 'head',
    area: 'w1',
    fromDay: '2026-11-10',
    toDay: '2026-11-20',
  };
  const loan: Loan = { loan: 'l1', grant: 'g1', to: 'clerk', fromDay: '2026-11-15', toDay: '2026-11-30' };
  const grants = new Map([[grant.grant, grant]]);
  const rolesOf = (who: string, day: string) =>
    heldBy(who, grants, [loan], () => day).map(({ role, onBehalfOf }) => [role, onBehalfOf]);

  test.each([
    ['2026-11-09', [], []],
    ['2026-11-10', [['head', null]], []],
    ['2026-11-15', [['head', null]], [['head', 'head']]],
    ['2026-11-20', [['head', null]], [['head', 'head']]],
    // The loan ends with the grant it was made of.
    ['2026-11-21', [], []],
  ])('on %s', (day, own, lent) => {
    expect(rolesOf('head', day)).toEqual(own);
    expect(rolesOf('clerk', day)).toEqual(lent);
  });

  test('an own role goes before a lent one', () => {
    const held = [
      { grant: 'g1', role: 'head' as const, area: 'w1', onBehalfOf: 'x' },
      { grant: 'g2', role: 'analyst' as const, area: 'w1', onBehalfOf: null },
    ];
    expect(heldFor(tree, held, 'lists.read', 'w1')?.grant).toBe('g2');
    expect(heldFor(tree, held, 'rights.lend', 'w1')?.onBehalfOf).toBe('x');
  });
});

test('K4: the installation is held whole or not at all', () => {
  expect(can(tree, person('admin', 'city'), 'people.manage', null)).toBe(false);
  expect(can(tree, person('admin', null), 'people.manage', null)).toBe(true);
});

test('K5: a wall sees its area and nothing below it', () => {
  const wall: Subject = { kind: 'wall', wall: 'w', area: 'd1', view: 'command', playlist: [] };
  expect(can(tree, wall, 'board.watch', 'd1')).toBe(true);
  expect(can(tree, wall, 'board.watch', 'w1')).toBe(false);
  expect(can(tree, wall, 'measures.read', 'd1')).toBe(false);
});

test('W8: a playlist opens the views on it, as long as they are of the wall’s own areas', () => {
  const playlist = [
    { area: 'w1', view: 'hall' },
    { area: 'other', view: 'command' },
  ] as const;
  const wall: Subject = { kind: 'wall', wall: 'w', area: 'd1', view: 'command', playlist };
  expect(['d1', 'w1', 'other', 'w2'].map((area) => can(tree, wall, 'board.watch', area))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(['d1', 'w1', 'other'].map((area) => viewIn(tree, wall, area))).toEqual(['command', 'hall', null]);
  expect(can(tree, wall, 'measures.read', 'w1')).toBe(false);
});

test('K6: a key does what it was made for, in its area', () => {
  const key: Subject = { kind: 'key', key: 'k', area: 'd1', rights: ['write'] };
  expect(can(tree, key, 'events.send', 'w1')).toBe(true);
  expect(can(tree, key, 'board.watch', 'w1')).toBe(false);
  expect(canSomewhere(tree, key, 'events.send')).toBe(true);
});

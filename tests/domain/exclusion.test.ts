import { expect, test } from 'vitest';
import type { Held } from '../../lib/domain/access/grant.ts';
import { excludedSlots, exclusionFault, slotsOf } from '../../lib/domain/exclusion/excluded-slots.ts';
import { askedIn, hasAbove, mayDecide } from '../../lib/domain/exclusion/exclusion-rights.ts';
import { defineArea, emptyTree } from '../../lib/domain/tree.ts';
import { testTree } from '../support/city.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const at = (text: string): number => Date.parse(`${text}+07:00`);
const noted = (from: string, to: string) => ({ fromAt: at(from), toAt: at(to) });

const tree = emptyTree();
for (const definition of testTree) if (definition.type === 'area.defined') defineArea(tree, definition.data);
const held = (role: Held['role'], area: string, onBehalfOf: string | null = null): Held => ({
  grant: `${role}-${area}`,
  role,
  area,
  onBehalfOf,
});
const by = (person: string, onBehalfOf: string | null = null) => ({ person, onBehalfOf });

test('V7: a period touches the half hours it begins and ends in, and one that ends on the clock does not touch the next', () => {
  expect(slotsOf(ZONE, noted('2026-11-20T08:10:00', '2026-11-20T09:30:00'))).toEqual([
    { day: '2026-11-20', halfHour: 16, last: 18 },
  ]);
  expect(slotsOf(ZONE, noted('2026-11-20T23:45:00', '2026-11-22T00:00:01'))).toEqual([
    { day: '2026-11-20', halfHour: 47, last: 47 },
    { day: '2026-11-21', halfHour: 0, last: 47 },
    { day: '2026-11-22', halfHour: 0, last: 0 },
  ]);
});

test('V7: what several periods cover is covered once, and what lies between them is not', () => {
  const slots = excludedSlots(ZONE, [
    noted('2026-11-20T08:00:00', '2026-11-20T09:00:00'),
    noted('2026-11-20T08:30:00', '2026-11-20T09:30:00'),
    noted('2026-11-23T08:00:00', '2026-11-23T08:30:00'),
  ]);
  expect(slots.days).toEqual(['2026-11-20', '2026-11-23']);
  const covered = Array.from({ length: 48 }, (_, halfHour) => halfHour).filter((halfHour) =>
    slots.covers({ day: '2026-11-20', halfHour }),
  );
  expect(covered).toEqual([16, 17, 18]);
  expect(slots.covers({ day: '2026-11-21', halfHour: 16 })).toBe(false);
});

test('V5: a note of a moment, and one longer than 31 days, are left out of nothing', () => {
  const fromAt = at('2026-11-01T08:00:00');
  expect(exclusionFault({ fromAt, toAt: null })).toBe('note_without_end');
  expect(exclusionFault({ fromAt, toAt: fromAt })).toBe('note_without_end');
  expect(exclusionFault({ fromAt, toAt: fromAt + 32 * 86_400_000 })).toBe('note_too_long');
  expect(exclusionFault({ fromAt, toAt: fromAt + 3_600_000 })).toBeNull();
});

test('V5: it is asked by the lowest role that reaches the unit, and only below a top', () => {
  expect(askedIn(tree, [held('leader', 'city'), held('head', 'a')], 'a')).toBe('a');
  expect(askedIn(tree, [held('leader', 'north')], 'a')).toBe('north');
  expect(askedIn(tree, [held('leader', 'north')], 'c')).toBeNull();
  expect(askedIn(tree, [held('clerk', 'a'), held('inspector', 'city')], 'a')).toBeNull();
  expect([hasAbove(tree, 'a'), hasAbove(tree, 'north'), hasAbove(tree, 'city')]).toEqual([true, true, false]);
});

test('V5: it is decided strictly above where it was asked, by nobody who asked or was asked for', () => {
  const ofUnit = { area: 'a', by: by('head') };
  expect(mayDecide(tree, [held('leader', 'north')], 'chief', ofUnit)).toBe(true);
  expect(mayDecide(tree, [held('leader', 'city')], 'chief', ofUnit)).toBe(true);
  expect(mayDecide(tree, [held('head', 'a')], 'other', ofUnit)).toBe(false);
  expect(mayDecide(tree, [held('leader', 'other')], 'chief', ofUnit)).toBe(false);
  expect(mayDecide(tree, [held('inspector', 'city')], 'chief', ofUnit)).toBe(false);
  expect(mayDecide(tree, [held('leader', 'north')], 'chief', { area: 'north', by: by('x') })).toBe(false);
  // Whoever is both head and leader does not approve the own wish, nor does somebody who acts for the head.
  expect(mayDecide(tree, [held('leader', 'city')], 'head', ofUnit)).toBe(false);
  expect(mayDecide(tree, [held('leader', 'city', 'head')], 'deputy', ofUnit)).toBe(false);
  expect(mayDecide(tree, [held('leader', 'city')], 'head', { area: 'a', by: by('clerk', 'head') })).toBe(
    false,
  );
});

import { expect, test } from 'vitest';
import { mayIn } from '../../../components/admin/sections.ts';

const held = (role: 'head' | 'officer' | 'leader', code: string | null) => ({
  role,
  area: code === null ? null : { code, name: code },
});

test('K1: a role allows in its area and below, and what another place allows counts for nothing here', () => {
  const line = ['city', 'song', 'bien'];
  const may = (...roles: ReturnType<typeof held>[]): boolean => mayIn(roles, 'measures.read', line);
  expect(may(held('leader', 'song'))).toBe(true);
  expect(may(held('leader', null))).toBe(true);
  expect(may(held('head', 'nui'))).toBe(false);
  expect(may(held('officer', 'bien'))).toBe(false);
  expect(may(held('officer', 'bien'), held('head', 'nui'))).toBe(false);
  expect(may()).toBe(false);
});

import { expect, test } from 'vitest';
import { sameSitePath } from '../../../components/account/same-site-path.ts';

const OURS = 'https://thuoc-do.example';

test.each(['/', '/areas/tp?view=table#x', '/account'])('%s is a path of ours', (to) => {
  expect(sameSitePath(to, OURS)).toBe(to);
});

test.each([
  null,
  '',
  'areas',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/login?to=/x',
  '/enter',
])('%j leads nowhere', (to) => {
  expect(sameSitePath(to, OURS)).toBeNull();
});

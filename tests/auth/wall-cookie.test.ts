import { expect, test } from 'vitest';
import { createWallCookie } from '../../server/auth/wall-cookie.ts';

test('behind https the cookie of a wall is tied to this very host; without it browsers would refuse the prefix', () => {
  const rules = 'Max-Age=34560000; Path=/; HttpOnly; SameSite=Strict';
  expect(createWallCookie('https://td.example').setting('t')).toBe(
    `__Host-thuoc_do.wall=t; ${rules}; Secure`,
  );
  for (const plain of ['http://td.example', null])
    expect(createWallCookie(plain).setting('t')).toBe(`thuoc_do.wall=t; ${rules}`);
});

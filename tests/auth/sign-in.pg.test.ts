import { describe, expect, it } from 'vitest';
import { signInCity } from '../support/sign-in-city.ts';
import { carried, send, signIn, TEST_PASSWORD } from '../support/signed-in.ts';

const here = signInCity();

const status = async (path: string, headers: Record<string, string>): Promise<number> =>
  (await fetch(`${here.url}${path}`, { headers })).status;

describe('signing in', () => {
  it('an invitation opens a session that sees the own area', async () => {
    const { headers, login } = await signIn(here, { role: 'head', area: 'a' });
    expect(await status('/api/v1/areas/a/board', headers)).toBe(200);
    expect(await status('/api/v1/areas/b/board', headers)).toBe(404);
    const again = await send(here.url, '/api/v1/session', { login, password: TEST_PASSWORD });
    expect(await again.json()).toEqual({ kind: 'signed_in', to: '/' });
    expect(await status('/api/v1/areas/a/board', carried(here.url, again).headers)).toBe(200);
  });
});

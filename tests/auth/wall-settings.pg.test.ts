import { beforeAll, expect, it } from 'vitest';
import type { AuditLine } from '../../lib/wire/access/administration.ts';
import { signInCity } from '../support/sign-in-city.ts';
import { type SignedIn, send, signIn } from '../support/signed-in.ts';
import { connectWatcher } from '../support/watcher.ts';

const here = signInCity();
let admin: SignedIn;
beforeAll(async () => {
  admin = await signIn(here, { role: 'admin', area: 'city' });
});

const WALLS = '/api/v1/admin/walls';
const SETTINGS = { distance: 8, night: 'dark', turnSeconds: 20, staySeconds: 40, playlist: [] as object[] };

async function paired(area = 'city') {
  const asked = { name: 'Phòng điều hành', area, view: 'command' };
  const { wall, token } = await (await send(here.url, WALLS, asked, admin.headers)).json();
  const opened = await send(here.url, '/api/v1/wall-session', { token });
  const cookie = opened.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const get = (path: string) => fetch(`${here.url}/api/v1${path}`, { headers: { cookie } });
  return {
    wall,
    cookie,
    get,
    board: async (area: string) => {
      const answer = await get(`/areas/${area}/board`);
      return answer.ok ? (await answer.json()).board.view : answer.status;
    },
    async set(settings: object) {
      const answer = await send(here.url, `${WALLS}/${wall}/settings`, settings, admin.headers);
      return { status: answer.status, body: await answer.json() };
    },
  };
}

it('W7: settings are an event, told to the wall at once, and the wall reloads with them', async () => {
  const { wall, cookie, get, set } = await paired();
  expect((await (await get('/wall-session')).json()).wall.settings).toBeUndefined();
  const tv = await connectWatcher(here.url, { headers: { cookie } });
  await tv.watch('city');
  const heard = new Promise((done) => tv.socket.once('order', done));
  const settings = { ...SETTINGS, hours: { from: '19:00', to: '06:30' } };
  expect(await set(settings)).toEqual({ status: 200, body: { stored: 1, unchanged: 0 } });
  expect(await heard).toMatchObject({ order: 'reload' });
  expect((await (await get('/wall-session')).json()).wall.settings).toEqual(settings);
  expect(await set(settings)).toMatchObject({ body: { stored: 0, unchanged: 1 } });
  const audit = await fetch(`${here.url}/api/v1/admin/audit?type=wall.set`, { headers: admin.headers });
  const { items }: { items: AuditLine[] } = await audit.json();
  expect(items[0]).toMatchObject({ area: 'city', data: { ...settings, wall } });
  tv.close();
});

it('W8, K5: a playlist opens the views on it and ends with it, on the line too', async () => {
  const { cookie, board, set } = await paired();
  expect([await board('north'), await board('city')]).toEqual([404, 'command']);
  await set({ ...SETTINGS, playlist: [{ area: 'north', view: 'command' }] });
  expect([await board('north'), await board('south')]).toEqual(['command', 404]);
  const tv = await connectWatcher(here.url, { headers: { cookie } });
  expect(await tv.watch('north')).toMatchObject({ kind: 'snapshot', board: { view: 'command' } });
  expect(await tv.watch('south')).toMatchObject({ kind: 'error', code: 'unknown_area' });
  await set(SETTINGS);
  expect(await board('north')).toBe(404);
  expect(await tv.watch('north')).toMatchObject({ kind: 'error' });
  tv.close();
});

it('W8: what is not the wall’s own, twice there or its own view is refused by its place', async () => {
  const { set } = await paired('north');
  const refused = async (...playlist: object[]) => {
    const { status, body } = await set({ ...SETTINGS, playlist });
    return [status, body.faults?.map(({ pointer, rule }: Record<string, string>) => `${pointer} ${rule}`)];
  };
  const hall = (area: string) => ({ area, view: 'hall' });
  expect(await refused(hall('city'))).toEqual([422, ['/playlist/0/area not_of_wall']]);
  expect(await refused(hall('north'))).toEqual([422, ['/playlist/0/area shown_twice']]);
  expect(await refused(hall('nowhere'))).toEqual([422, ['/playlist/0/area unknown_area']]);
  expect(await set({ ...SETTINGS, turnSeconds: 1 })).toMatchObject({ status: 422 });
  expect(await set({ ...SETTINGS, hours: { from: '19:00' } })).toMatchObject({ status: 422 });
});

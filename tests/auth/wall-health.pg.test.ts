import { beforeAll, expect, it } from 'vitest';
import type { WallLine } from '../../lib/wire/access/administration.ts';
import type { WallReport } from '../../lib/wire/wall-report.ts';
import { signInCity } from '../support/sign-in-city.ts';
import { type SignedIn, send, signIn } from '../support/signed-in.ts';
import { connectWatcher } from '../support/watcher.ts';

const here = signInCity();
let admin: SignedIn;
beforeAll(async () => {
  admin = await signIn(here, { role: 'admin', area: 'city' });
});

const WALLS = '/api/v1/admin/walls';
const report: WallReport = {
  build: 'b1',
  frameAgoMs: 16,
  memoryMb: 48,
  width: 1920,
  height: 1080,
  driftMs: -12_000,
  upMs: 60_000,
};

async function paired(): Promise<{ wall: string; cookie: string }> {
  const asked = { name: 'Phòng điều hành', area: 'north', view: 'command', distance: 8 };
  const { wall, token } = await (await send(here.url, WALLS, asked, admin.headers)).json();
  const opened = await send(here.url, '/api/v1/wall-session', { token });
  expect(await opened.json()).toMatchObject({ view: 'command', distance: 8 });
  return { wall, cookie: opened.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '' };
}

const lineOf = async (wall: string): Promise<WallLine | undefined> => {
  const answer = await fetch(`${here.url}${WALLS}`, { headers: admin.headers });
  const { walls }: { walls: WallLine[] } = await answer.json();
  return walls.find((line) => line.wall === wall);
};
/** The last fact of the log that a board knows of. */
const head = async (): Promise<number> =>
  (await (await fetch(`${here.url}/api/v1/areas/north/board`, { headers: admin.headers })).json()).seq;
const order = async (wall: string, asked: string) => {
  const answer = await send(here.url, `${WALLS}/${wall}/orders`, { order: asked }, admin.headers);
  return { status: answer.status, body: await answer.json() };
};

it('W6: a wall says how it is, beside the log; an administrator sees it and asks it for its name', async () => {
  const { wall, cookie } = await paired();
  expect(await lineOf(wall)).toEqual({
    wall,
    name: 'Phòng điều hành',
    area: 'north',
    view: 'command',
    distance: 8,
    revoked: false,
  });
  const seq = await head();
  const tv = await connectWatcher(here.url, { headers: { cookie } });
  await tv.watch('north');
  const heard = new Promise((done) => tv.socket.once('order', done));
  tv.socket.emit('report', report);
  // Of one connection what was sent first is heard first.
  await tv.socket.emitWithAck('clock', {});
  expect((await lineOf(wall))?.seen).toEqual({ at: expect.any(Number), report });
  expect(await order(wall, 'identify')).toEqual({ status: 200, body: { heard: 1 } });
  expect(await heard).toEqual({ order: 'identify', name: 'Phòng điều hành' });
  expect(await head(), 'nothing of it is a fact').toBe(seq);
  tv.close();
});

it('what is no report, and whoever is no wall, is not listened to; an unknown wall or order is named', async () => {
  const { wall, cookie } = await paired();
  const tv = await connectWatcher(here.url, { headers: { cookie } });
  const person = await connectWatcher(here.url, { headers: { cookie: admin.cookie } });
  // What a broken or hostile screen may send.
  const wrongs: unknown[] = [null, 'x', { ...report, width: -1 }, { ...report, comment: 'x' }];
  for (const wrong of wrongs) tv.socket.emit('report', wrong as WallReport);
  person.socket.emit('report', report);
  await Promise.all([tv.socket.emitWithAck('clock', {}), person.socket.emitWithAck('clock', {})]);
  expect((await lineOf(wall))?.seen).toBeUndefined();
  expect(await order('w_nothing', 'reload')).toMatchObject({ status: 404 });
  expect(await order(wall, 'dance')).toMatchObject({
    status: 422,
    body: { faults: [{ pointer: '/order', rule: 'bad_value' }] },
  });
  tv.close();
  person.close();
});

it('a person with the cookie of a wall too hears the board of a desk no more once the session ends', async () => {
  const { cookie } = await paired();
  const leader = await signIn(here, { role: 'leader', area: 'north' });
  const both = await connectWatcher(here.url, { headers: { cookie: `${cookie}; ${leader.cookie}` } });
  const desk = await both.watch('north');
  expect(desk.kind === 'snapshot' && desk.board).not.toHaveProperty('view');
  expect((await send(here.url, '/api/v1/session', undefined, leader.headers, 'DELETE')).status).toBe(204);
  const wall = await both.watch('north');
  expect(wall).toMatchObject({ kind: 'snapshot', board: { view: 'command' } });
  both.close();
});

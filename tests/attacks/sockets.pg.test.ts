import { describe, expect, it } from 'vitest';
import { MOST, RATES, SIZES } from '../../server/http/limits.ts';
import { attackedServer } from '../support/attacked.ts';
import { bearer } from '../support/city.ts';
import {
  CLOSE_FRAME,
  CONTINUED,
  frame,
  openRawSocket,
  PING,
  type RawSocket,
  TEXT,
} from '../support/raw-frames.ts';
import { sendRaw, upgradeRequest } from '../support/raw-http.ts';
import { connectWatcher } from '../support/watcher.ts';

const here = attackedServer();

const PATH = '/socket.io/?EIO=4&transport=websocket';
const handshake = (headers: Record<string, string>, path = PATH): Promise<string> =>
  sendRaw(here.port, upgradeRequest(path, { Host: `localhost:${here.port}`, ...headers }), /\r\n\r\n/);
const byKey = (): Promise<RawSocket> => openRawSocket(here.port, bearer(here.city.key.secret));

/** Somebody else's board, live all the while. */
async function othersAreServed(): Promise<void> {
  const watcher = await connectWatcher(here.url, { headers: { cookie: here.admin.cookie } });
  expect((await watcher.watch('city')).kind).toBe('snapshot');
  watcher.close();
}

describe('a handshake', () => {
  it.each([
    ['of another site', { Origin: 'https://evil.example' }],
    ['of a frame without an origin', { Origin: 'null' }],
    ['of a neighbouring port', { Origin: 'http://localhost:1' }],
    ['that the browser calls cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('%s is refused, whatever cookies come with it', async (_what, headers) => {
    expect(await handshake({ Cookie: here.admin.cookie, ...headers })).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('of our own page is taken, and of nobody refused', async () => {
    const ours = { Origin: here.url, 'Sec-Fetch-Site': 'same-origin' };
    expect(await handshake({ Cookie: here.admin.cookie, ...ours })).toMatch(/^HTTP\/1\.1 101 /);
    expect(await handshake(ours)).toMatch(/^HTTP\/1\.1 401 /);
  });

  it.each([
    ['a version that is none', { 'Sec-WebSocket-Version': '99' }, PATH],
    ['a key that is none', { 'Sec-WebSocket-Key': 'short' }, PATH],
    ['another protocol', { Upgrade: 'h2c' }, PATH],
    ['the session of another connection', {}, `${PATH}&sid=AAAAAAAAAAAAAAAAAAAA`],
    ['a prototype for a session', {}, `${PATH}&sid=__proto__`],
    ['another transport', {}, '/socket.io/?EIO=4&transport=polling'],
  ])('with %s is refused', async (_what, headers, path) => {
    const given = { ...bearer(here.city.key.secret), ...headers };
    expect(await handshake(given, path)).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  it('with another version of Engine.IO gets no session', async () => {
    const headers = { Host: `localhost:${here.port}`, ...bearer(here.city.key.secret) };
    const path = '/socket.io/?EIO=3&transport=websocket';
    const said = await sendRaw(here.port, upgradeRequest(path, headers), CLOSE_FRAME);
    expect(said).not.toContain('"sid"');
  });

  it('agrees on no compression, whatever is offered', async () => {
    const answer = await handshake({
      ...bearer(here.city.key.secret),
      'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits, x-webkit-deflate-frame',
    });
    expect(answer).toMatch(/^HTTP\/1\.1 101 /);
    expect(answer.toLowerCase()).not.toContain('sec-websocket-extensions');
  });

  it(`opens ${MOST.socketsOf.wall} sockets for one wall and tells the next to wait, and others are let in`, async () => {
    const answer = await fetch(`${here.url}/api/v1/admin/walls`, {
      method: 'POST',
      headers: { ...here.admin.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Sảnh', area: 'a', view: 'hall' }),
    });
    const { token } = await answer.json();
    const wall = { Cookie: `thuoc_do.wall=${token}` };
    const open: RawSocket[] = [];
    for (let n = 0; n < MOST.socketsOf.wall; n += 1) open.push(await openRawSocket(here.port, wall));
    expect(await handshake(wall)).toMatch(/^HTTP\/1\.1 429 .*\r\nRetry-After: \d+\r\n/s);
    await othersAreServed();
    open.pop()?.end();
    await expect.poll(async () => (await handshake(wall)).slice(9, 12)).toBe('101');
    for (const one of open) one.end();
  });
});

describe('on an open connection', () => {
  it.each([
    ['one frame that is too large', [frame(TEXT, Buffer.alloc(SIZES.frame + 1, 'a'))]],
    [
      'a message of many frames that is too large',
      Array.from({ length: 80 }, (_, at) =>
        frame(at === 0 ? TEXT : CONTINUED, Buffer.alloc(1024, 'a'), { fin: false }),
      ),
    ],
    [
      'a frame that says it has 2^53 bytes',
      [Buffer.from([0x81, 0xff, 0x00, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ],
    ['a frame marked as compressed', [frame(TEXT, '42["clock",{}]', { compressed: true })]],
    ['a frame without its mask', [frame(TEXT, '42["clock",{}]', { masked: false })]],
    ['a frame of an unknown kind', [frame(3, 'a')]],
    ['a continuation of nothing', [frame(CONTINUED, 'a')]],
    ['a ping in pieces', [frame(PING, 'a', { fin: false })]],
    ['a ping that is too large', [frame(PING, Buffer.alloc(126))]],
    ['text that is not UTF-8', [frame(TEXT, Buffer.from([0x34, 0x32, 0xff, 0xfe]))]],
    ['a packet that is none', [frame(TEXT, 'x')]],
    ['a message that is not JSON', [frame(TEXT, '42["watch",{')]],
    ['an event that only the server may send', [frame(TEXT, '42["connect",{}]')]],
    [
      'a message with parts that never come',
      [frame(TEXT, '4599999-["watch",{"_placeholder":true,"num":0}]')],
    ],
  ])('%s ends it', async (_what, bytes) => {
    const socket = await byKey();
    for (const part of bytes) socket.send(part);
    await socket.closed;
    await othersAreServed();
  });

  it('prototypes and strange types in a request are answered as bad, or not at all', async () => {
    const watcher = await connectWatcher(here.url, { headers: { cookie: here.admin.cookie } });
    const strange: unknown[] = [
      JSON.parse('{"area": "city", "__proto__": {"since": 1}}'),
      { area: { toString: 'city' } },
      { area: '__proto__' },
      { area: 'constructor' },
      { area: 'a'.repeat(65) },
      { area: 'city', since: { epoch: 'x', seq: 'NaN' } },
      [],
      null,
      'city',
      -1,
    ];
    for (const request of strange.slice(1)) {
      const answer = await watcher.socket.timeout(5000).emitWithAck('watch', request as { area: string });
      expect(answer.kind, JSON.stringify(request)).toBe('error');
    }
    watcher.socket.emit('unwatch', null as unknown as { area: string });
    watcher.socket.emit('watch', { area: 'city' }, 'no function' as unknown as () => void);
    expect((await watcher.watch('city')).kind).toBe('snapshot');
    watcher.close();
  });

  it.each([
    ['pings', () => frame(PING, 'a')],
    ['messages', () => frame(TEXT, '42["unwatch",{"area":"a"}]')],
    ['packets of Engine.IO', () => frame(TEXT, '3')],
    ['namespaces', () => frame(TEXT, `40/${Math.random()},`)],
  ])(`a flood of %s ends it after ${RATES.socketFrames.points} in a second`, async (_what, make) => {
    const socket = await byKey();
    const flood = Buffer.concat(Array.from({ length: 20_000 }, make));
    socket.send(flood);
    const said = await socket.closed;
    expect(said.length).toBeLessThan(100_000);
    await othersAreServed();
  });

  it('a flood of empty pieces of one message ends it too', async () => {
    const socket = await byKey();
    socket.send(frame(TEXT, '', { fin: false }));
    const pieces = Buffer.concat(Array.from({ length: 200_000 }, () => frame(CONTINUED, '', { fin: false })));
    socket.send(pieces);
    socket.send(frame(CONTINUED, Buffer.alloc(SIZES.frame + 1), { fin: true }));
    await socket.closed;
    await othersAreServed();
  });
});

here.survives();

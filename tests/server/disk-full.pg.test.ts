import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { audit } from '../support/audit.ts';
import { bearer, defineAll, makeKey, testTree } from '../support/city.ts';
import { openCityServer } from '../support/city-server.ts';
import { postEvents, ticketEvent } from '../support/cloud-events.ts';
import { embeddedUrl } from '../support/embedded-url.ts';
import { startSenders } from '../support/senders.ts';
import { startServer } from '../support/server.ts';
import { connectWatcher, type Watcher } from '../support/watcher.ts';

/** Room for a new PostgreSQL (some 60 MB) and little more. */
const SIZE = '160m';

const leftovers: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of leftovers.splice(0).reverse()) await undo();
});

const recording = (watcher: Watcher): Promise<boolean> =>
  new Promise((done) => watcher.socket.once('beat', (beat) => done(beat.recording)));

async function smallDisk(): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'thuoc-do-small-'));
  const mounted =
    process.getuid?.() === 0 &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=0755`, 'tmpfs', folder]);
  leftovers.push(async () => {
    if (mounted) spawnSync('umount', ['-l', folder]);
    await rm(folder, { recursive: true, force: true });
  });
  return mounted && mounted.status === 0 ? folder : null;
}

/** Fills a disk to its last byte. */
async function fill(folder: string): Promise<string> {
  const file = join(folder, 'ballast');
  const status = spawnSync('dd', ['if=/dev/zero', `of=${file}`, 'bs=64k'], { encoding: 'utf8' });
  expect(status.stderr).toContain('No space left');
  return file;
}

const small = await smallDisk();

it.skipIf(small === null)(
  'a full disk: 503 with Retry-After, boards and sockets go on and say so, and recording comes back by itself',
  async () => {
    const disk = small ?? '';
    const dataDir = join(disk, 'data');
    const server = await startServer({ dataDir });
    leftovers.push(() => server.remove());
    const door = await server.door();
    await defineAll(door, testTree);
    const { secret } = await makeKey(door, { area: 'city' });
    await door.close();
    const watcher = await connectWatcher(server.url, { secret });
    leftovers.push(() => watcher.close());
    await watcher.watch('city');
    expect(await recording(watcher)).toBe(true);

    const senders = startSenders({ url: () => server.url, secret, senders: 4, visits: () => 25 });
    await expect.poll(() => senders.acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(300);
    const ballast = await fill(disk);

    // Pages that are allocated still take some events; then nothing is recorded any more.
    await expect
      .poll(async () => (await fetch(`${server.url}/readyz`)).status, { timeout: 60_000, interval: 200 })
      .toBe(503);
    await expect.poll(() => recording(watcher), { timeout: 20_000 }).toBe(false);
    const refused = await postEvents(server.url, ticketEvent(), { secret });
    expect([refused.status, refused.problem.code]).toEqual([503, 'not_recording']);
    expect(Number(refused.retryAfter)).toBeGreaterThan(0);
    expect((await fetch(`${server.url}/api/v1/areas/city/board`, { headers: bearer(secret) })).status).toBe(
      200,
    );
    expect((await watcher.watch('city')).kind).toBe('snapshot');
    expect(watcher.socket.connected).toBe(true);

    const sizeWhenFull = senders.acknowledged.size;
    await rm(ballast);
    const freedAt = performance.now();
    await expect
      .poll(() => senders.acknowledged.size, { timeout: 60_000, interval: 50 })
      .toBeGreaterThan(sizeWhenFull);
    const back = Math.round(performance.now() - freedAt);
    await expect.poll(() => recording(watcher), { timeout: 20_000 }).toBe(true);
    await senders.stop();
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);

    console.info(
      `disk full: recording again ${back} ms after there was room; ${senders.acknowledged.size} events acknowledged`,
    );
    expect(senders.faults).toEqual([]);
    const found = await audit(await embeddedUrl(dataDir), senders.acknowledged);
    expect(found).toEqual({ events: senders.acknowledged.size, missing: [], doubled: [], findings: [] });
    const board = await (
      await fetch(`${server.url}/api/v1/areas/city/board`, { headers: bearer(secret) })
    ).json();
    await expect.poll(() => watcher.held('city')?.seq, { timeout: 5000 }).toBe(board.seq);
    expect(watcher.held('city')?.board).toEqual(board.board);
  },
  180_000,
);

it('PostgreSQL says that the disk is full (53100): the same, nothing acknowledged is lost', async () => {
  const city = await openCityServer();
  leftovers.push(() => city.close());
  const { pool } = city.database;
  const watcher = await city.watcher();
  leftovers.push(() => watcher.close());
  await watcher.watch('city');
  const kept = ticketEvent();
  await city.post(kept);
  await pool.query(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`);
  await pool.query('CREATE TRIGGER no_room BEFORE INSERT ON event EXECUTE FUNCTION no_room()');

  const events = [ticketEvent(), ticketEvent()];
  const refused = await city.post(events);
  expect([refused.status, refused.problem.code, refused.retryAfter]).toEqual([503, 'not_recording', '2']);
  // What was refused is on no board: the reader sees what is on disk.
  const board = await (await city.get('/api/v1/areas/a/board')).json();
  expect(Object.keys(board.board.tickets)).toEqual([kept.data.ticket]);
  expect((await watcher.watch('a')).kind).toBe('snapshot');

  await pool.query('DROP TRIGGER no_room ON event');
  await expect
    .poll(async () => (await city.post(events)).status, { timeout: 10_000, interval: 200 })
    .toBe(200);
  const found = await audit(city.database.connectionString, new Map());
  expect(found).toEqual({ events: 3, missing: [], doubled: [], findings: [] });
  await expect.poll(() => watcher.held('a')?.seq, { timeout: 5000 }).toBeGreaterThan(board.seq);
});

it('an event that the database cannot take costs its neighbours nothing', async () => {
  const city = await openCityServer();
  leftovers.push(() => city.close());
  const { pool } = city.database;
  await pool.query(`CREATE FUNCTION picky() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.id = 'poison' THEN RAISE EXCEPTION 'no' USING ERRCODE = '22000'; END IF; RETURN NEW; END $$`);
  await pool.query('CREATE TRIGGER picky BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION picky()');
  const [one, two] = [ticketEvent(), ticketEvent()];
  const [mixed, other] = await Promise.all([
    city.post([one, ticketEvent({ id: 'poison' }), two]),
    city.post([ticketEvent()]),
  ]);
  expect(mixed.results.map(({ status }) => status)).toEqual(['stored', 'rejected', 'stored']);
  expect(mixed.results[1]?.error).toMatchObject({ code: 'not_storable' });
  expect(other.status).toBe(200);
  // Memory had it folded before the disk refused it, and nothing came after it to put that right.
  const alone = await city.post([ticketEvent({ id: 'poison' })]);
  expect(alone.results.map(({ status }) => status)).toEqual(['rejected']);
  const board = await (await city.get('/api/v1/areas/a/board')).json();
  expect(Object.keys(board.board.tickets)).toHaveLength(3);
  const found = await audit(city.database.connectionString, new Map());
  expect(found).toEqual({ events: 3, missing: [], doubled: [], findings: [] });
});

import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../server/project-folder.ts';
import { audit } from '../support/audit.ts';
import { bearer } from '../support/city.ts';
import { type CityServer, openCityServer } from '../support/city-server.ts';
import { ticketEvent } from '../support/cloud-events.ts';
import { startSenders } from '../support/senders.ts';
import { serverProgram } from '../support/server-program.ts';

describe('a running server', () => {
  let city: CityServer;
  beforeAll(async () => {
    city = await openCityServer({ env: { LOG_LEVEL: 'debug' } });
  });
  afterAll(() => city.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${city.server.url}${path}`, { headers });
  const metric = async (line: string): Promise<number | null> => {
    const text = await (await get('/metrics')).text();
    const found = text.split('\n').find((one) => one.startsWith(`${line} `));
    return found ? Number(found.slice(line.length)) : null;
  };

  it('10: /livez says that the process answers, to everybody', async () => {
    const answer = await get('/livez', { 'x-forwarded-for': '203.0.113.9' });
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('10: /readyz says that nothing is missing', async () => {
    const answer = await get('/readyz');
    expect([answer.status, await answer.json()]).toMatchObject([200, { status: 'ok', missing: [] }]);
  });

  it('10: /metrics counts what was stored, repeated and refused, by code', async () => {
    const stored = (await metric('thuoc_do_events_total{status="stored"}')) ?? 0;
    const event = ticketEvent();
    await city.post([event, event, ticketEvent({ subject: 'nowhere' }), {}]);
    await city.post('{');
    expect(await metric('thuoc_do_events_total{status="stored"}')).toBe(stored + 1);
    expect(await metric('thuoc_do_events_total{status="duplicate"}')).toBe(1);
    expect(await metric('thuoc_do_refused_total{code="unknown_unit"}')).toBe(1);
    expect(await metric('thuoc_do_refused_total{code="missing_field"}')).toBe(1);
    expect(await metric('thuoc_do_refused_total{code="bad_json"}')).toBe(1);
    expect(await metric('thuoc_do_recording')).toBe(1);
    expect(await metric('thuoc_do_ingest_lag_seconds_count')).toBeGreaterThan(0);
    expect(await metric('thuoc_do_group_events_count')).toBeGreaterThan(0);
    expect(await metric('thuoc_do_commit_seconds_count')).toBeGreaterThan(0);
    const { rows } = await city.database.pool.query('SELECT max(seq)::int AS head FROM event');
    expect(await metric('thuoc_do_log_head_seq')).toBe(rows[0]?.head);
    expect(await metric('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('10: /metrics is for this machine, or for a key that may read', async () => {
    const reader = await city.makeKey({ area: 'a', rights: ['read'] });
    const writer = await city.makeKey({ area: 'city', rights: ['write'] });
    const status = async (headers: Record<string, string>) => (await get('/metrics', headers)).status;
    expect(await status({ 'x-forwarded-for': '203.0.113.9' })).toBe(401);
    expect(await status({ authorization: `Bearer ${reader.secret}`, 'x-forwarded-for': '203.0.113.9' })).toBe(
      200,
    );
    expect(await status({ authorization: `Bearer ${writer.secret}` })).toBe(403);
    expect(await status({ authorization: `Bearer td_${'B'.repeat(43)}` })).toBe(401);
  });

  it('5: log lines hold no query, header, body or personal field', async () => {
    const marks = ['geheim-query', 'geheim-header', 'geheim-body', 'geheim-comment'];
    const rating = { rating: 'r1', level: 'satisfied', comment: marks[3] };
    await get(`/api/v1/areas?x=${marks[0]}`, { 'x-note': marks[1] ?? '' });
    await get(`/p/${marks[0]}`);
    await city.post(`{"a": "${marks[2]}`);
    await city.post([
      ticketEvent({ type: 'rating.given', data: rating }),
      ticketEvent({ data: { bad: marks[2] } }),
    ]);
    await city.server.logged(({ route, status }) => route === '/api/v1/events' && status === 207);
    await city.server.logged(({ route }) => route === '/p/:');
    const text = JSON.stringify(city.server.logs);
    for (const mark of [...marks, city.key.secret]) expect(text).not.toContain(mark);
  });
});

describe('a stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    '10: on %s everything accepted is answered and kept, clients are told to come back, exit code 0',
    async (signal) => {
      const city = await openCityServer();
      try {
        const client = io(city.server.url, {
          transports: ['websocket'],
          reconnection: false,
          extraHeaders: bearer(city.key.secret),
        });
        const bye = new Promise((done) => client.once('bye', done));
        const gone = new Promise((done) => client.once('disconnect', done));
        await new Promise<void>((done) => client.once('beat', () => done()));
        const senders = startSenders({
          url: () => city.server.url,
          secret: city.key.secret,
          senders: 4,
          visits: () => 50,
        });
        await expect.poll(() => senders.acknowledged.size, { timeout: 10_000 }).toBeGreaterThan(400);

        const startedAt = performance.now();
        expect(await city.server.stop(signal)).toBe(0);
        expect(performance.now() - startedAt).toBeLessThan(10_000);
        expect(await bye).toEqual({ reason: 'restart' });
        await gone;

        await city.server.restart();
        await senders.stop();
        expect(senders.faults).toEqual([]);
        const found = await audit(city.database.connectionString, senders.acknowledged);
        expect(found).toEqual({ events: senders.acknowledged.size, missing: [], doubled: [], findings: [] });
      } finally {
        await city.close();
      }
    },
  );

  it('10: the same signal twice within a second, as npm sends it, stops in order', async () => {
    const city = await openCityServer();
    try {
      process.kill(city.server.pid, 'SIGINT');
      expect(await city.server.stop('SIGINT')).toBe(0);
      expect(city.server.logs.at(-1)?.msg).toBe('stopped');
    } finally {
      await city.close();
    }
  });
});

describe('a start that cannot be', () => {
  const start = async (env: Record<string, string>, ...flags: string[]) =>
    spawnSync(process.execPath, [await serverProgram(), '--no-pages', ...flags], {
      cwd: projectFolder(),
      env: { ...process.env, LOG_LEVEL: 'error', ...env },
      encoding: 'utf8',
      timeout: 30_000,
    });

  it('10: on a port in use names the port and what to do, exit code 1', async () => {
    const other: Server = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const city = await openCityServer();
    try {
      await city.server.stop();
      const env = { PORT: port, DATA_DIR: city.server.dataDir, DATABASE_URL: city.database.connectionString };
      const { status, stderr } = await start(env);
      expect(status).toBe(1);
      expect(stderr).toContain(`Port ${port} is in use`);
      expect(stderr).toContain(`Cổng ${port} đang được dùng`);
    } finally {
      other.close();
      await city.close();
    }
  });

  it('10: a flag it does not know is named, --help says the flags', async () => {
    const dataDir = join(projectFolder(), 'never-made');
    const unknown = await start({ DATA_DIR: dataDir }, '--pages=no');
    expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining('--pages')]);
    const help = await start({ DATA_DIR: dataDir }, '--help');
    expect([help.status, help.stdout]).toEqual([0, expect.stringContaining('--no-pages')]);
  });
});

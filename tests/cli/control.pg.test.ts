import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { createLinks } from '../../server/auth/one-time-links.ts';
import { createPeople, type People } from '../../server/auth/people.ts';
import { startControl } from '../../server/control.ts';
import { connectControl, type OperatorDoor } from '../../server/control-client.ts';
import { controlPath } from '../../server/control-path.ts';
import { openReadCity, type ReadCity } from '../support/read-city.ts';
import { runCli } from '../support/run-cli.ts';

let city: ReadCity;
let people: People;
let folder: string;
let path: string;
let control: { close(): Promise<void> };
let door: OperatorDoor;

beforeEach(async () => {
  city = await openReadCity();
  folder = mkdtempSync(join(tmpdir(), 'td-control-'));
  path = controlPath(folder);
  people = createPeople(
    city.core,
    createLinks(city.core, () => 'http://localhost'),
  );
  control = await startControl(city.core, people, path);
  const connected = await connectControl(path);
  if (!connected) throw new Error('no control socket');
  door = connected;
});

afterEach(async () => {
  await door.close();
  await control.close();
  await city.close();
  rmSync(folder, { recursive: true });
});

function issued(subject: string, ticket: string): SourceEvent {
  const data = { ticket, number: ticket, service: 'A', appointmentAt: '2026-11-23T09:30:00+07:00' };
  const envelope = {
    specversion: '1.0',
    id: ticket,
    source: '/s',
    type: 'ticket.issued',
    subject,
    time: '2026-11-23T09:00:00+07:00',
    data,
  };
  const read = readEnvelope(envelope);
  if (!read.ok) throw new Error(read.refusal.detail);
  return read.event;
}

test('only this account may open the socket', () => {
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('events through the socket are the same events, with outcomes in their order', async () => {
  const outcomes = await door.submit([issued('a', 't1'), issued('nowhere', 't2'), issued('b', 't3')]);
  expect(
    outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.error.code : outcome.status)),
  ).toEqual(['stored', 'unknown_unit', 'stored']);
  expect(await city.core.door.submit([issued('a', 't1')], { kind: 'operator' })).toMatchObject([
    { status: 'duplicate' },
  ]);
});

test('a definition is in use when its answer comes, and the tree reads back as it is', async () => {
  const data = { area: 'city', service: 'ho-tich', name: 'Hộ tịch', effectiveFrom: '2026-01-01' };
  expect(await door.define([{ type: 'service.defined', data }])).toMatchObject([{ status: 'stored' }]);
  expect(city.core.memory.tree.services.get('city')).toEqual([data]);
  expect(await door.tree()).toEqual(city.core.memory.tree);
});

test('a definition that its schema refuses is answered with the rule', async () => {
  const bad = { area: 'city', service: '', name: 'x', effectiveFrom: '2026-01-01' };
  await expect(door.define([{ type: 'service.defined', data: bad }])).rejects.toMatchObject({
    code: 'bad_request',
  });
});

test('keys are listed without their hash', async () => {
  const data = {
    key: 'k1',
    hash: 'a'.repeat(64),
    name: 'Máy',
    area: 'a',
    sources: [],
    rights: ['write' as const],
    types: [],
  };
  await door.define([{ type: 'key.created', data }]);
  const [key] = await door.keys();
  expect(key).toMatchObject({ key: 'k1', name: 'Máy', revokedAt: null });
  expect(key).not.toHaveProperty('hash');
});

test('a command goes through the running server, which uses the change when the command ends', async () => {
  const csv = join(folder, 'services.csv');
  writeFileSync(csv, 'area,service,name\ncity,dat-dai,Đất đai\n');
  // The server holds the writer's lock: a command that opened the database itself would be refused.
  const said = await runCli(['services', 'import', csv, '--json'], {
    DATA_DIR: folder,
    DATABASE_URL: city.core.database.connectionString,
  });
  expect(JSON.parse(said.stdout)).toMatchObject({ stored: 1, rejected: 0 });
  expect(city.core.memory.tree.services.get('city')).toMatchObject([{ service: 'dat-dai', name: 'Đất đai' }]);
});

test('a second server is refused, the socket of a dead one is replaced', async () => {
  await expect(startControl(city.core, people, path)).rejects.toMatchObject({ code: 'control_taken' });
  const dead = join(folder, 'dead.sock');
  await leaveSocket(dead);
  expect(await connectControl(dead)).toBeNull();
  const second = await startControl(city.core, people, dead);
  expect(await connectControl(dead)).not.toBeNull();
  await second.close();
});

// A socket that nobody listens on: the file outlives a killed server.
async function leaveSocket(at: string): Promise<void> {
  const script = `require('node:net').createServer().listen(${JSON.stringify(at)}, () => process.kill(process.pid, 'SIGKILL'))`;
  await new Promise((done) => spawn(process.execPath, ['-e', script]).once('close', done));
  expect(existsSync(at)).toBe(true);
}

test('a data folder too long for a socket gets one in a folder of this account alone', async () => {
  const long = join(folder, 'x'.repeat(120));
  const short = controlPath(long);
  expect(Buffer.byteLength(short)).toBeLessThan(104);
  expect(controlPath(long)).toBe(short);
  expect(controlPath(`${long}y`)).not.toBe(short);
  const server = createServer();
  await new Promise<void>((done) => server.listen(short, done));
  await new Promise((done) => server.close(done));
});

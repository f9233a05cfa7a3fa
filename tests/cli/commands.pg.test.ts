import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliInstallation, cliInstallation } from '../support/run-cli.ts';

let installation: CliInstallation;
const TREE = 'code,parent,kind,name,timezone\nthat,,city,Thành phố,\nw1,that,ward,Phường Một,\n';
const DEMO = 'code,parent,kind,name\ndemo,,city,Trình diễn\nd1,demo,ward,Phường Thử\n';

beforeAll(async () => {
  installation = await cliInstallation();
  const { cli, file } = installation;
  expect(await cli('areas', 'import', await file('tree.csv', TREE))).toMatchObject({ code: 0 });
  expect(await cli('areas', 'import', await file('demo.csv', DEMO), '--demo')).toMatchObject({ code: 0 });
});
afterAll(() => installation.remove());

test('keys create prints the key alone, once; only its hash is stored, and it can be revoked', async () => {
  const { cli, database } = installation;
  const made = await cli(
    'keys',
    'create',
    '--area',
    'w1',
    '--name',
    'Máy lấy số',
    '--import',
    '--types',
    'ticket.issued,ticket.called',
  );
  expect(made.stdout).toMatch(/^td_[A-Za-z0-9_-]{43}\n$/);
  const { rows } = await database.pool.query('SELECT * FROM api_key');
  expect(rows).toMatchObject([
    {
      name: 'Máy lấy số',
      area: 'w1',
      rights: ['write', 'import'],
      types: ['ticket.issued', 'ticket.called'],
    },
  ]);
  expect(JSON.stringify(rows)).not.toContain(made.stdout.trim());
  const id = String(rows[0]?.key);
  expect((await cli('keys', 'revoke', id)).code).toBe(0);
  const [listed] = JSON.parse((await cli('keys', 'list', '--json')).stdout);
  expect(listed.revokedAt).toBeGreaterThan(0);
});

test('what cannot be done is said with its reason and exit code 1', async () => {
  const { cli } = installation;
  const failures: [string[], string][] = [
    [['keys', 'create', '--area', 'nowhere', '--name', 'x'], 'unknown_area'],
    [['keys', 'create', '--area', 'w1', '--name', 'x', '--types', 'ticket.isued'], 'unknown_type'],
    [['import', 'tickets', 'nowhere.csv', '--area', 'w1'], 'no_file'],
    [['import', 'tickets', installation.dataDir, '--area', 'that'], 'no_file'],
    [['simulate', '--area', 'that'], 'real_tree'],
  ];
  for (const [args, code] of failures) {
    const said = await cli(...args, '--json');
    expect([args, said.code, JSON.parse(said.stdout).error.code]).toEqual([args, 1, code]);
  }
});

test('options may stand before the file and be given several times', async () => {
  const { cli, database, file } = installation;
  const csv = await file('few.csv', 'nr,kind,issued_at\n1,A,2026-11-02T08:00:00\n');
  const said = await cli(
    'import',
    'tickets',
    '--map',
    'ticket=nr',
    '--map',
    'service=kind',
    '--area',
    'w1',
    csv,
    '--json',
  );
  expect(JSON.parse(said.stdout)).toMatchObject({ stored: 1, rejected: 0 });
  await cli('keys', 'create', '--source', '/a', '--source', '/b', '--area', 'w1', '--name', 'hai nguồn');
  const { rows } = await database.pool.query(`SELECT sources FROM api_key WHERE name = 'hai nguồn'`);
  expect(rows).toEqual([{ sources: ['/a', '/b'] }]);
});

test('a replay goes into a demonstration tree only, and away from speed 1 its waits are marked', async () => {
  const { cli, database, file } = installation;
  const csv = await file(
    'day.csv',
    `ticket,service,issued_at,called_at,finished_at,counter
1,A,1999-01-18T08:00:00,1999-01-18T08:10:00,1999-01-18T08:20:00,Q1
2,A,1999-01-18T08:05:00,,,
3,A,1999-01-19T08:00:00,,,`,
  );
  const replay = ['replay', 'tickets', csv, '--day', '1999-01-18', '--speed', '1200', '--json'];
  const real = await cli(...replay, '--area', 'w1');
  expect([real.code, JSON.parse(real.stdout).error.code]).toEqual([1, 'real_tree']);
  const demo = await cli(...replay, '--area', 'd1');
  expect(JSON.parse(demo.stdout)).toEqual({ stored: 4, duplicate: 0, rejected: 0, refusals: {} });
  const { rows } = await database.pool.query(
    `SELECT count(*)::int AS n, max(wait_seconds) AS wait FROM ticket WHERE unit = 'd1'`,
  );
  // Ten minutes at speed 1200 are half a second.
  expect(rows).toEqual([{ n: 2, wait: 0 }]);
  const notes = await database.pool.query(`SELECT text FROM note WHERE unit = 'd1'`);
  expect(notes.rows[0]?.text).toContain('waits are not judged');
});

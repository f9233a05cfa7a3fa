import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliInstallation, cliInstallation } from '../support/run-cli.ts';

const HEAD = 'rank,code,short_name,total_score,ckmb,tdgq_of_20,online,tttt,mdsh,mdhl_of_18\n';
let here: CliInstallation;
beforeAll(async () => {
  here = await cliInstallation();
  await here.cli(
    'areas',
    'import',
    await here.file('areas.csv', 'code,parent,kind,name\ncity,,city,An Bình\n'),
  );
});
afterAll(() => here.remove());

test('V8: import index766 takes what was published, names a line that does not add up, and may be run again', async () => {
  const csv = await here.file(
    'index766.csv',
    `${HEAD}1,H20,Đồng Tháp,68.8,11.46,17.69,8.84,6.42,9.72,14.67\n2,H19,Đồng Nai,99,12.31,16.14,9.25,7.43,10.03,12.32\n`,
  );
  const run = (area: string) =>
    here.cli(
      'import',
      'index766',
      csv,
      ...['--area', area, '--day', '2026-10-10', '--source', 'dichvucong.gov.vn', '--json'],
    );
  const first = await run('city');
  expect(first.code).toBe(1);
  expect(JSON.parse(first.stdout)).toMatchObject({ stored: 1, rejected: 1 });
  expect(first.stdout).toContain('sum_differs');
  await run('city');
  const { rows } = await here.database.pool.query(
    'SELECT area, day::text AS day, code, name, total, source FROM published',
  );
  expect(rows).toEqual([
    {
      area: 'city',
      day: '2026-10-10',
      code: 'H20',
      name: 'Đồng Tháp',
      total: 68.8,
      source: 'dichvucong.gov.vn',
    },
  ]);
  expect((await run('nowhere')).stdout).toContain('unknown_area');
});

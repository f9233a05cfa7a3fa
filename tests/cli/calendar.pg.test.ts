import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliInstallation, cliInstallation } from '../support/run-cli.ts';

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

test('holidays generate closes the days of a year, says each, and adds nothing the second time', async () => {
  const first = await here.cli('holidays', 'generate', '--area', 'city', '--year', '2027');
  expect(first.stdout).toContain('2027-02-06 · Tết Nguyên Đán · Vietnamese New Year · dự kiến · expected\n');
  expect(first.stdout).toContain('2027-11-24 · Ngày Văn hóa Việt Nam · Vietnamese Culture Day\n');
  expect(first.stdout).toContain('stored 15');
  const { rows } = await here.database.pool.query(
    `SELECT spans, source FROM opening_session WHERE area = 'city' AND scope = 'day' AND from_day = '2027-05-03'`,
  );
  expect(rows).toEqual([
    { spans: [], source: 'Nghỉ bù Quốc tế Lao động · Bộ luật Lao động 2019, khoản 3 Điều 111' },
  ]);
  const second = await here.cli('holidays', 'generate', '--area', 'city', '--year', '2027', '--json');
  expect(JSON.parse(second.stdout)).toMatchObject({ stored: 0, duplicate: 15, rejected: 0 });
});

test('holidays generate names a year and an area that it cannot use', async () => {
  const year = await here.cli('holidays', 'generate', '--area', 'city', '--year', '2024');
  expect([year.code, year.stderr]).toEqual([1, expect.stringContaining('2025')]);
  const area = await here.cli('holidays', 'generate', '--area', 'nowhere', '--year', '2027', '--json');
  expect([area.code, JSON.parse(area.stdout)]).toMatchObject([1, { error: { code: 'unknown_area' } }]);
});

test('procedures import stores the good lines and names the bad one', async () => {
  const csv = await here.file(
    'procedures.csv',
    `area,procedure,name,sector,days,hours,cut_off,source
city,2.000815,Chứng thực bản sao từ bản chính,chung-thuc,,,15:00,QĐ 1
city,1.004873,Cấp giấy xác nhận tình trạng hôn nhân,ho-tich,3,,,QĐ 1
city,1.001193,Đăng ký khai sinh,ho-tich,1,8,,QĐ 1
`,
  );
  const said = await here.cli('procedures', 'import', csv, '--json');
  expect(said.code).toBe(1);
  expect(JSON.parse(said.stdout)).toMatchObject({
    stored: 2,
    rejected: 1,
    rejections: [{ line: 4, code: 'one_limit', column: 'hours' }],
  });
  const { rows } = await here.database.pool.query('SELECT procedure, "limit" FROM procedure ORDER BY seq');
  expect(rows).toEqual([
    { procedure: '2.000815', limit: { kind: 'sameDay', cutOff: '15:00' } },
    { procedure: '1.004873', limit: { kind: 'days', days: 3 } },
  ]);
  const again = await here.cli('procedures', 'import', csv, '--json');
  expect(JSON.parse(again.stdout)).toMatchObject({ stored: 0, duplicate: 2 });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliInstallation, cliInstallation } from '../support/run-cli.ts';
import { describeWithSharedData } from '../support/shared-data.ts';

type Place = { code: string; province_code: string; name: string; full_name: string; kind: string };

describeWithSharedData('the official areas of Viet Nam', (folder) => {
  let installation: CliInstallation;
  beforeAll(async () => {
    installation = await cliInstallation();
  });
  afterAll(() => installation.remove());

  const places = (file: string): Place[] =>
    parse(readFileSync(join(folder, 'area', file)), { columns: true, bom: true });

  test('areas import takes 34 provinces and 3,321 communes, and a second run stores nothing', {
    timeout: 180_000,
  }, async () => {
    const rows = [
      'code,parent,kind,name,label',
      ...places('vn_provinces_34.csv').map(({ code, full_name }) => `${code},,city,${full_name},`),
      ...places('vn_communes_3321.csv').map(
        ({ code, province_code, name, kind }) => `${code},${province_code},ward,${name},${kind}`,
      ),
    ];
    const csv = await installation.file('areas.csv', rows.join('\r\n'));
    const first = await installation.cli('areas', 'import', csv, '--json');
    expect(JSON.parse(first.stdout)).toEqual({ stored: 3355, duplicate: 0, rejected: 0, rejections: [] });
    const { rows: kinds } = await installation.database.pool.query(
      'SELECT kind, count(*)::int AS n, count(DISTINCT parent)::int AS parents FROM area GROUP BY kind ORDER BY kind',
    );
    expect(kinds).toEqual([
      { kind: 'city', n: 34, parents: 0 },
      { kind: 'ward', n: 3321, parents: 34 },
    ]);
    const second = await installation.cli('areas', 'import', csv, '--json');
    expect(JSON.parse(second.stdout)).toMatchObject({ stored: 0, duplicate: 3355, rejected: 0 });
    expect([first.code, second.code]).toEqual([0, 0]);
  });
});

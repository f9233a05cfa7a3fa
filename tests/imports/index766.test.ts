import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { index766Definitions } from '../../lib/domain/imports/index766.ts';
import { agrees, sumOf } from '../../lib/domain/index766.ts';
import { describeWithSharedData } from '../support/shared-data.ts';

const OF = { area: 'city', day: '2026-10-10', source: 'dichvucong.gov.vn' };
const row = (more: Record<string, string> = {}) => ({
  code: 'H20',
  short_name: 'Đồng Tháp',
  total_score: '68.8',
  ckmb: '11.46',
  tdgq_of_20: '17.69',
  online: '8.84',
  tttt: '6.42',
  mdsh: '9.72',
  mdhl_of_18: '14.67',
  ...more,
});
const read = (more?: Record<string, string>) => index766Definitions([{ line: 2, row: row(more) }], OF);

test('V8: a line is taken as it was published, and its groups add up to its total', () => {
  expect(read().definitions).toMatchObject([
    { data: { code: 'H20', total: 68.8, parts: { progress: 17.69 } } },
  ]);
});

test('V8: a total that its groups do not add up to is refused by name', () => {
  expect(read({ total_score: '70' }).faults).toMatchObject([
    { line: 2, fault: { code: 'sum_differs', column: 'total_score' } },
  ]);
});

test('V8: a group that is not known is not 0, and then there is no sum', () => {
  const [line] = read({ mdhl_of_18: '' }).definitions;
  expect(line?.data.parts.satisfaction).toBeNull();
  expect(line && sumOf(line.data.parts)).toBeNull();
  expect(read({ mdhl_of_18: '-1' }).faults).toMatchObject([{ fault: { code: 'bad_points' } }]);
});

describeWithSharedData('V8: the index of 2026 as published', (folder) => {
  test('34 provinces, each with the sum of its groups', () => {
    const file = readFileSync(join(folder, 'vn_qd766_provinces_2026ytd_20261010.csv'), 'utf8');
    const rows: Record<string, string>[] = parse(file, { columns: true, bom: true });
    const { definitions, faults } = index766Definitions(
      rows.map((one, i) => ({ line: i + 2, row: one })),
      OF,
    );
    expect(faults).toEqual([]);
    expect(definitions).toHaveLength(34);
    expect(definitions.every(({ data }) => agrees(data.parts, data.total))).toBe(true);
    const total = definitions.reduce((sum, { data }) => sum + data.total, 0);
    expect(total).toBeCloseTo(2127.73, 2);
  });
});

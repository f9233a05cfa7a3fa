import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { index766Definitions } from '../../lib/domain/imports/index766.ts';
import { agrees, INDEX766_PARTS, index766Strip, sumOf } from '../../lib/domain/index766.ts';
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

test('V8: a strip stands by points, and a place of which nothing was published is in no order and no middle', () => {
  const parts = (progress: number | null) => ({
    transparency: null,
    progress,
    online: null,
    payment: null,
    digitisation: null,
    satisfaction: null,
  });
  const place = (code: string, progress: number | null, total: number) => ({
    code,
    parts: parts(progress),
    total,
  });
  const lines = [
    place('a', 3, 40),
    place('b', null, 60),
    place('c', 7, 40),
    place('d', null, 0),
    place('e', 0, 12),
  ];
  const codes = (measure: 'total' | 'progress') => {
    const { known, unknown, middle } = index766Strip(lines, measure);
    return { known: known.map(({ line }) => line.code), unknown: unknown.map(({ code }) => code), middle };
  };
  expect(codes('total')).toEqual({ known: ['b', 'a', 'c', 'e'], unknown: ['d'], middle: 40 });
  // Nothing is told by a group that nobody published; a published 0 is a 0.
  expect(codes('progress')).toEqual({ known: ['c', 'a', 'e'], unknown: ['b', 'd'], middle: 3 });
  expect(index766Strip([], 'total')).toEqual({ known: [], unknown: [], middle: null });
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
    const lines = definitions.map(({ data }) => data);
    const strip = (measure: Parameters<typeof index766Strip>[1]) => index766Strip(lines, measure);
    const points = (measure: Parameters<typeof index766Strip>[1]) =>
      strip(measure).known.reduce((sum, dot) => sum + dot.points, 0);
    expect(strip('total').known.map(({ line }) => line.code)).toEqual(rows.map(({ code }) => code));
    expect(points('total')).toBeCloseTo(2127.73, 2);
    // The groups together are the totals, but for what rounding to two places hides in 34 sums of six.
    const groups = INDEX766_PARTS.reduce((sum, part) => sum + points(part), 0);
    expect(Math.abs(groups - total)).toBeLessThanOrEqual(34 * 0.03);
  });
});

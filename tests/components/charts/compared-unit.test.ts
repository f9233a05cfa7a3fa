import { expect, test } from 'vitest';
import { comparedUnits } from '../../../components/charts/compared-unit.ts';
import { nameRows } from '../../../components/charts/name-rows.ts';

const units = [
  { code: 'few', name: 'Đô Lương', n: 19, of: 20 },
  { code: 'miss', name: 'Tân Ngọc', n: 373, of: 388 },
  { code: 'none', name: 'Yên Thụy', n: 0, of: 0 },
  { code: 'good', name: 'Vọng Hà', n: 288, of: 290 },
];

test('units are compared highest first, and one without cases is left out', () => {
  expect(comparedUnits(units, 0.98).map((unit) => unit.code)).toEqual(['good', 'miss', 'few']);
});

test('only a clear miss is marked as one; few cases are marked as few', () => {
  const compared = comparedUnits(units, 0.98);
  expect(compared.map(({ code, clearMiss, few }) => [code, clearMiss, few])).toEqual([
    ['good', false, false],
    ['miss', true, false],
    ['few', false, true],
  ]);
});

test('a long name takes more lines and a higher row, and no word of it is lost', () => {
  const name = 'Trung tâm Phục vụ hành chính công thành phố An Bình';
  const compared = comparedUnits(
    [
      { code: 'a', name: 'An', n: 9, of: 9 },
      { code: 'b', name, n: 8, of: 9 },
    ],
    0.98,
  );
  const { rows, height } = nameRows(compared);
  expect(rows[1]?.lines.join(' ')).toBe(name);
  expect(rows[1]?.lines.length).toBeGreaterThan(1);
  expect(height).toBe(23 + 45);
  expect(rows.map((row) => row.middle)).toEqual([11.5, 45.5]);
});

import { expect, test } from 'vitest';
import { drawnAreas } from '../../../components/first-run/tree-draft.ts';

const line = (id: number, kind: 'district' | 'ward' | 'centre', name: string, code = '') => ({
  id,
  kind,
  name,
  code,
});

test('units belong to the grouping above them, and to the city before the first', () => {
  const areas = drawnAreas({
    city: { name: 'An Bình', code: '' },
    lines: [line(1, 'ward', 'Lưu Hà'), line(2, 'district', 'Khu Đông'), line(3, 'centre', 'Trung tâm')],
  });
  expect(areas.map(({ code, parent }) => [code, parent])).toEqual([
    ['an-binh', null],
    ['luu-ha', 'an-binh'],
    ['khu-dong', 'an-binh'],
    ['trung-tam', 'khu-dong'],
  ]);
});

test('names that repeat get codes of their own, and a code that was typed is kept', () => {
  const areas = drawnAreas({
    city: { name: 'An Bình', code: 'tp' },
    lines: [line(1, 'ward', 'Tân An'), line(2, 'ward', 'Tân An'), line(3, 'ward', 'X', 'tan-an-2')],
  });
  expect(areas.map(({ code }) => code)).toEqual(['tp', 'tan-an', 'tan-an-3', 'tan-an-2']);
});

test('a line without a name has no code, which the server then asks for', () => {
  const areas = drawnAreas({ city: { name: '', code: '' }, lines: [line(1, 'ward', '')] });
  expect(areas.map(({ code }) => code)).toEqual(['', '']);
});

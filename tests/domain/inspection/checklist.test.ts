import { expect, test } from 'vitest';
import { checklistsOf } from '../../../lib/domain/inspection/checklist.ts';
import { defineArea, emptyTree, setChecklist } from '../../../lib/domain/tree.ts';
import { testTree } from '../../support/city.ts';

test('I9: each checklist is that of the nearest ancestor in force on the day; without lines it is left out', () => {
  const tree = emptyTree();
  for (const { type, data } of testTree) if (type === 'area.defined') defineArea(tree, data);
  const codes = (area: string, day = '2026-11-23') =>
    checklistsOf(tree, area, day).map(({ checklist }) => checklist);
  const product = ['uniform', 'card', 'published', 'conduct', 'hours', 'waiting'];
  expect(codes('a')).toEqual(product);
  const set = (area: string, checklist: string, texts: string[], effectiveFrom = '2026-11-01') =>
    setChecklist(tree, {
      area,
      checklist,
      name: `${checklist} ${area}`,
      items: texts.map((text, n) => ({ item: `${n}`, text })),
      effectiveFrom,
      source: 'law',
    });
  set('city', 'card', ['Đeo thẻ']);
  set('north', 'card', ['Đeo thẻ bên trái', 'Thẻ có ảnh']);
  set('city', 'waiting', []);
  set('city', 'parking', ['Có chỗ để xe'], '2026-12-01');
  const card = (area: string) =>
    checklistsOf(tree, area, '2026-11-23').find((one) => one.checklist === 'card');
  expect(card('a')).toMatchObject({
    name: 'card north',
    items: [{ text: 'Đeo thẻ bên trái' }, { text: 'Thẻ có ảnh' }],
  });
  expect(card('c')).toMatchObject({ name: 'card city' });
  expect(card('x')?.items).toHaveLength(2);
  expect(codes('a')).toEqual(product.filter((one) => one !== 'waiting'));
  expect(codes('a', '2026-10-31')).toEqual(product);
  expect(codes('c', '2026-12-01').at(-1)).toBe('parking');
});

import { expect, test } from 'vitest';
import { areaChoices } from '../../components/shell/area-choices.ts';
import type { AreaItem } from '../../lib/wire/area-item.ts';

const item = (code: string, parent: string | null, name: string, rest: Partial<AreaItem> = {}): AreaItem => ({
  code,
  parent,
  kind: 'ward',
  name,
  nameEn: null,
  label: null,
  queue: 'machine',
  timezone: 'Asia/Ho_Chi_Minh',
  demo: true,
  validFrom: null,
  validTo: null,
  ...rest,
});

const areas = [
  item('AB', null, 'Thành phố An Bình', { kind: 'city' }),
  item('KV1', 'AB', 'Khu vực Sông Ngân', { kind: 'district' }),
  item('KV2', 'AB', 'Khu vực Núi Đèo', { kind: 'district' }),
  item('P1', 'KV1', 'Phường Hòa Lạc'),
  item('P2', 'KV1', 'Phường Tân Hoà'),
  item('P3', 'KV2', 'Phường Đô Lương', { validTo: '2025-06-30' }),
];
const codes = (current: string, query = ''): string[] =>
  areaChoices(areas, current, query, '2026-11-23').shown.map(({ code }) => code);

test('without a query the switcher shows the way up and what lies below, or beside a unit', () => {
  expect([codes('AB'), codes('P2')]).toEqual([
    ['AB', 'KV1', 'KV2'],
    ['AB', 'KV1', 'P2', 'P1'],
  ]);
});

test('5-look: either spelling of hòa finds both wards, by name or by code', () => {
  expect([
    codes('AB', 'hoa'),
    codes('AB', 'Hoà'),
    codes('AB', 'hòa'.normalize('NFD')),
    codes('AB', 'p1'),
  ]).toEqual([['P1', 'P2'], ['P1', 'P2'], ['P1', 'P2'], ['P1']]);
});

test('an area that is no longer in force is not offered', () => {
  expect(codes('AB', 'do luong')).toEqual([]);
});

test('of very many matches the rest is counted, not dropped silently', () => {
  const many = Array.from({ length: 60 }, (_, i) => item(`T${i}`, 'KV1', `Phường Tân An ${i}`));
  const { shown, more } = areaChoices(many, 'KV1', 'tan an', '2026-11-23');
  expect([shown.length, more]).toEqual([50, 10]);
});

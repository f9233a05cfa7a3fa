import { expect, test } from 'vitest';
import { keepPlaces } from '../../../components/board/held-order.ts';
import { mosaicGroups } from '../../../components/board/mosaic-groups.ts';
import { needOrder } from '../../../components/board/need-order.ts';
import { commonLabel, fullName } from '../../../components/board/place-name.ts';
import type { Place, Row } from '../../../lib/wire/board.ts';

const place = (name: string, more: Partial<Place> = {}): Place => ({
  name,
  nameEn: null,
  label: 'Phường',
  kind: 'ward',
  queue: 'machine',
  group: null,
  groupName: null,
  ...more,
});
const row = (w: number | null): Row => ({
  w,
  s: null,
  c: [1, 2],
  x: [0, 0],
  m: [0, 0],
  l: null,
  q: null,
  f: 15,
  h: [],
});

test('units that need somebody stand first as judged, then by people waiting, then by name, queueless last', () => {
  const units = { a: row(1), b: row(9), c: row(null), d: row(9), e: row(0), f: row(null) };
  const places = {
    a: place('A'),
    b: place('Đông'),
    c: place('C', { queue: 'none' }),
    d: place('Dương'),
    e: place('E'),
    f: place('F'),
  };
  expect(needOrder(['e'], units, places)).toEqual({ pinned: ['e'], rest: ['d', 'b', 'a', 'f', 'c'] });
});

test('rows keep their place while the reader is on the table: what has gone leaves, what is new comes last', () => {
  const kept = { pinned: ['a', 'b'], rest: ['c', 'd'] };
  expect(keepPlaces(kept, { pinned: ['d', 'n'], rest: ['a', 'c'] })).toEqual({
    pinned: ['a'],
    rest: ['c', 'd', 'n'],
  });
});

test('the mosaic groups units by place, both by Vietnamese name', () => {
  const groups = mosaicGroups({
    x: place('Đông', { group: '2', groupName: 'Khu vực B' }),
    y: place('Dương', { group: '2', groupName: 'Khu vực B' }),
    z: place('An', { group: '1', groupName: 'Khu vực A' }),
  });
  expect(groups).toEqual([
    { group: '1', name: 'Khu vực A', codes: ['z'] },
    { group: '2', name: 'Khu vực B', codes: ['y', 'x'] },
  ]);
});

test('names that end in a number stand in the order of people, in the list and in the mosaic', () => {
  const places = { j: place('Khu 10'), b: place('Khu 2'), a: place('Khu 1') };
  expect(needOrder([], { j: row(0), b: row(0), a: row(0) }, places).rest).toEqual(['a', 'b', 'j']);
  expect(mosaicGroups(places)).toEqual([{ group: '', name: null, codes: ['a', 'b', 'j'] }]);
});

test('a name is said with its label once, and labels are one word only where all units share it', () => {
  expect(fullName('vi', place('Lưu Hà'))).toBe('Phường Lưu Hà');
  expect(fullName('vi', place('Phường Lưu Hà'))).toBe('Phường Lưu Hà');
  expect(fullName('en', place('Lưu Hà'))).toBe('Lưu Hà');
  expect(commonLabel([place('A'), place('B')])).toBe('phường');
  expect(commonLabel([place('A'), place('B', { label: 'Xã' })])).toBeNull();
});

import { expect, test } from 'vitest';
import { contactOf, dialled } from '../../lib/domain/area-contact.ts';
import { treeEvents } from '../../lib/domain/events/tree.ts';
import { smallTree } from '../support/imported-lines.ts';

function contactIn(said: Record<string, { hotline?: string; address?: string }>) {
  const { areas } = smallTree();
  return contactOf('w1', (code) => {
    const area = areas.get(code);
    return area && { ...area, ...said[code] };
  });
}

test('G12: a unit without a hotline has that of the nearest area above, and only an address of its own', () => {
  expect(contactIn({})).toEqual({ hotline: null, address: null });
  expect(contactIn({ city: { hotline: '1022', address: '1 Quảng trường' } })).toEqual({
    hotline: '1022',
    address: null,
  });
  expect(
    contactIn({ city: { hotline: '1022' }, w1: { hotline: '0204 385 1111', address: '2 Phố Chợ' } }),
  ).toEqual({ hotline: '0204 385 1111', address: '2 Phố Chợ' });
});

test('G12: of what does not exist nobody knows a hotline, and a loop of parents ends', () => {
  expect(contactOf('x', () => undefined)).toEqual({ hotline: null, address: null });
  expect(contactOf('x', () => ({ parent: 'x' })).hotline).toBeNull();
});

test.each([
  ['1022', '1022'],
  ['0204 385 1111 (giờ hành chính)', '02043851111'],
  ['0204.385.1111 – 0912 345 678', '02043851111'],
  ['+84 (204) 385-1111', '+842043851111'],
  ['Đường dây nóng: 19001234, máy lẻ 5', '19001234'],
  ['hỏi tại quầy 12', null],
  ['', null],
])('what a phone dials of "%s" is %s', (written, number) => {
  expect(dialled(written)).toBe(number);
});

test('a hotline that nobody could dial is refused by name', () => {
  const area = { ...smallTree().areas.get('w1'), hotline: 'hỏi tại quầy' };
  expect(treeEvents['area.defined'].safeParse(area).error?.issues).toMatchObject([
    { path: ['hotline'], message: 'hotline_number' },
  ]);
});

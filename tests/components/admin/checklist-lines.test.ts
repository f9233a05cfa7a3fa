import { expect, test } from 'vitest';
import { linesText, linesTyped } from '../../../components/admin/checklist-lines.ts';
import { plainCode } from '../../../components/admin/plain-code.ts';

const HELD = [
  { item: 'worn', text: 'Mặc đồng phục', textEn: 'Dress is worn' },
  { item: 'tidy', text: 'Gọn gàng' },
];

test('I9: lines are typed as they are shown, and a line that says what it said keeps its code', () => {
  expect(linesText({ items: HELD })).toBe('Mặc đồng phục | Dress is worn\nGọn gàng');
  expect(linesTyped(linesText({ items: HELD }), HELD)).toEqual(HELD);
  expect(linesTyped('Gọn gàng | Tidy\n\n  Đeo thẻ  \nĐeo thẻ', HELD)).toEqual([
    { item: 'tidy', text: 'Gọn gàng', textEn: 'Tidy' },
    { item: 'deo_the', text: 'Đeo thẻ' },
    { item: 'deo_the_2', text: 'Đeo thẻ' },
  ]);
  expect(linesTyped(' \n', HELD)).toEqual([]);
});

test('a code comes out of words in any spelling, and none of none', () => {
  expect(plainCode('Luôn đúng hẹn!')).toBe('luon_dung_hen');
  expect(plainCode('Luôn đúng hẹn'.normalize('NFD'))).toBe('luon_dung_hen');
  expect(plainCode(' … ')).toBe('');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MASK, maskPersonal } from '../../lib/domain/personal-text.ts';
import { lawRuns } from '../support/law-runs.ts';

test.each([
  'gọi tôi số 0912345678 nhé',
  'gọi tôi số 0912 345 678 nhé',
  'gọi tôi số +84 (91) 234-56-78 nhé',
  'gọi tôi số 091.234.5678 nhé',
  'gọi tôi số 0912,345,678 nhé',
  'gọi tôi số 0912–345_678 nhé',
  'gọi tôi số 0912\u200b345\u200b678 nhé',
  'gọi tôi số C1234567 nhé',
  'gọi tôi số ０９１２３４５６７８ nhé',
  'gọi tôi số 001099012345 nhé',
  'gọi tôi số 012345678 nhé',
  'gọi tôi số le.minh@example.vn nhé',
  'gọi tôi số lê_minh @ thư.vn nhé',
  'gọi tôi số 29A-123.45 nhé',
  'gọi tôi số 30E12345 nhé',
  'gọi tôi số 59-X1 123.45 nhé',
  'gọi tôi số 29 md1 0123 nhé',
])('K14: what finds a person is masked: %s', (text) => {
  expect(maskPersonal(text)).toBe(`gọi tôi số ${MASK} nhé`);
});

test('K14: days, times, amounts, counters and numbers of tickets stay', () => {
  for (const text of [
    'Chờ từ 8:30 đến 10:15 ngày 23/11/2026 ở quầy 4, số A012.',
    'Ngày 05.11.2026 thu 150.000 đồng, đi lại 3 lần.',
    'Nghị định 61/2018/NĐ-CP, điều 12.',
  ])
    expect(maskPersonal(text)).toBe(text);
});

test('K14: no text keeps a run of eight digits or an address, and masking twice changes nothing', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '0912345678',
      '09 12.34-56 78',
      'a@b.vn',
      '30E-123.45',
      ' ',
      'quầy',
      '5',
      '.',
      '-',
      '23/11/2026',
    ),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const masked = maskPersonal(pieces.join(''));
      expect(masked).not.toMatch(/\d{9}/);
      expect(masked).not.toMatch(/[\p{L}\d]@[\p{L}\d-]+\.[\p{L}\d]/u);
      expect(maskPersonal(masked)).toBe(masked);
    }),
    { numRuns: lawRuns(2_000) },
  );
});

test('K14: a long word without an address is read once, not from each of its letters', () => {
  const word = 'a'.repeat(200_000);
  const from = performance.now();
  expect(maskPersonal(word)).toBe(word);
  // Read from each letter it takes many seconds.
  expect(performance.now() - from).toBeLessThan(1000);
});

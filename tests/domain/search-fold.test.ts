import { expect, test } from 'vitest';
import { searchFold, searchMatches } from '../../lib/i18n/search-fold.ts';

test('5-look: search folds both places of the tone mark, missing marks and NFD', () => {
  const spellings = ['Hoà', 'Hòa', 'hoa', 'HOÀ', 'Hòa'.normalize('NFD'), 'Hoà'.normalize('NFD')];
  expect(new Set(spellings.map(searchFold))).toEqual(new Set(['hoa']));
  expect(searchFold('Phường Đô Lương')).toBe('phuong do luong');
});

test('every word of the query begins a word of the name', () => {
  expect(searchMatches('Phường Tân Ngọc', 'tan ng')).toBe(true);
  expect(searchMatches('Phường Tân Ngọc', 'ngoc phuong')).toBe(true);
  expect(searchMatches('Phường Tân Ngọc', 'an')).toBe(false);
  expect(searchMatches('Khu vực Sông Ngân', '  ')).toBe(true);
});

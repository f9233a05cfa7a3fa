import { expect, test } from 'vitest';
import { letterAt, nextNumber } from '../../lib/domain/ticket-number.ts';

test('NT5: every service has a letter of its own, none of which is taken for a digit', () => {
  const letters = Array.from({ length: 400 }, (_, place) => letterAt(place));
  expect(new Set(letters).size).toBe(400);
  expect(letters.slice(0, 3)).toEqual(['A', 'B', 'C']);
  expect(letters.join('')).not.toMatch(/[IOQSZ0-9]/);
});

test('NT5: the next number is one more than the highest of its letter, whoever gave it out', () => {
  expect(nextNumber('A', [])).toBe('A001');
  expect(nextNumber('A', ['A007', 'A003', 'B950', null, 'A-12', 'AB9', '12'])).toBe('A008');
  expect(nextNumber('A', ['A999'])).toBe('A1000');
  // Of a machine that writes its numbers in another way: still none twice.
  expect(nextNumber('A', ['A0041'])).toBe('A042');
});

test('NT5: numbers of one letter are not those of two', () => {
  expect(nextNumber('A', ['AA500'])).toBe('A001');
  expect(nextNumber('AA', ['A500', 'AA004'])).toBe('AA005');
});

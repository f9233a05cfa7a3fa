import { expect, test } from 'vitest';
import { typedSpans } from '../../../components/admin/typed-spans.ts';

test('spans of the clock are read as people type them, and what is none stays for the server to name', () => {
  expect(typedSpans('')).toEqual([]);
  expect(typedSpans(' 11:30–13:30; 17h-24h, 7:00 - 7:30 ')).toEqual([
    { from: '11:30', to: '13:30' },
    { from: '17:00', to: '24:00' },
    { from: '07:00', to: '07:30' },
  ]);
  expect(typedSpans('trưa')).toEqual([{ from: 'trưa', to: '' }]);
});

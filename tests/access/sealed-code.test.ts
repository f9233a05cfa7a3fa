import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSealedCodes } from '../../server/access/sealed-code.ts';

const SECRET = 'a secret of these tests';
/** Codes of units and tickets are at most so long. */
const VALUE = fc.tuple(
  fc.string({ unit: 'grapheme', maxLength: 64 }),
  fc.string({ unit: 'grapheme', maxLength: 128 }),
);

test('K15: a sealed code opens to what was sealed, until its time and not after', () => {
  fc.assert(
    fc.property(VALUE, fc.nat(), fc.nat(), (value, until, moment) => {
      let now = 0;
      const codes = createSealedCodes(SECRET, 'ticket-page', () => now);
      const code = codes.seal(value, until);
      now = moment;
      expect(codes.open(code)).toEqual(moment <= until ? value : null);
    }),
  );
});

test('K15: altered in any place, of another purpose or another secret it opens nothing', () => {
  const codes = createSealedCodes(SECRET, 'ticket-page', () => 0);
  const code = codes.seal({ unit: 'a', ticket: 'b' }, 1);
  const bytes = Buffer.from(code, 'base64url');
  for (const place of bytes.keys()) {
    const altered = Buffer.from(bytes);
    altered[place] = (altered[place] ?? 0) ^ 1;
    expect(codes.open(altered.toString('base64url'))).toBeNull();
  }
  expect(createSealedCodes(SECRET, 'rate-later', () => 0).open(code)).toBeNull();
  expect(createSealedCodes('another', 'ticket-page', () => 0).open(code)).toBeNull();
  for (const none of ['', 'x', 'x'.repeat(9000), '../..', code.slice(0, 20)])
    expect(codes.open(none)).toBeNull();
});

test('K15: of the same place in line two codes never look alike', () => {
  const codes = createSealedCodes(SECRET, 'ticket-page', () => 0);
  expect(codes.seal('same', 1)).not.toBe(codes.seal('same', 1));
});

import { expect, test } from 'vitest';
import { createPairingCodes } from '../../server/devices/pairing-codes.ts';
import { MOST, TIMES } from '../../server/http/limits.ts';

test('K16: a code is read across a room, typed in any way, and good once', () => {
  const codes = createPairingCodes(() => 0);
  const { code, token } = codes.make();
  expect(code).toMatch(/^[ACDEFHJKLMNPRTWXY3479]{4}-[ACDEFHJKLMNPRTWXY3479]{4}$/);
  expect(codes.isWaiting(token)).toBe(true);
  expect(codes.take('AAAA-AAAA')).toBeNull();
  expect(codes.take(` ${code.replace('-', ' ').toLowerCase()} `)).toMatch(/^[0-9a-f]{64}$/);
  expect(codes.take(code)).toBeNull();
  expect(codes.isWaiting(token)).toBe(false);
});

test('K16: after ten minutes it opens nothing', () => {
  let now = 0;
  const codes = createPairingCodes(() => now);
  const { code, token } = codes.make();
  now = TIMES.pairing;
  expect(codes.isWaiting(token)).toBe(true);
  now += 1;
  expect(codes.isWaiting(token)).toBe(false);
  expect(codes.take(code)).toBeNull();
});

test('of more codes than may stand the oldest is forgotten', () => {
  const codes = createPairingCodes(() => 0);
  const first = codes.make();
  const second = codes.make();
  for (let n = 2; n <= MOST.pairingCodes; n += 1) codes.make();
  expect(codes.isWaiting(first.token)).toBe(false);
  expect(codes.isWaiting(second.token)).toBe(true);
});

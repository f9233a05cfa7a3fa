import { expect, test } from 'vitest';
import { createSealedCodes } from '../../server/access/sealed-code.ts';
import { createTicketCodes, ticketPagePath } from '../../server/citizen/ticket-code.ts';

const SECRET = 'a secret of these tests';
const ZONE = 'Asia/Ho_Chi_Minh';
const PLACE = { unit: 'p-1', ticket: 'A-001', day: '2026-11-23' };

test("K15: a ticket's code opens its place until its day ends where the unit stands, and not after", () => {
  let now = Date.parse('2026-11-23T08:00:00+07:00');
  const codes = createTicketCodes(SECRET, () => now);
  const code = codes.seal(PLACE, ZONE);
  expect(codes.open(code)).toEqual(PLACE);
  now = Date.parse('2026-11-23T23:59:59.999+07:00');
  expect(codes.open(code)).toEqual(PLACE);
  now = Date.parse('2026-11-24T00:00:00+07:00');
  expect(codes.open(code)).toBeNull();
});

test('K15: what was sealed for another purpose, or is no place, opens nothing', () => {
  const codes = createTicketCodes(SECRET, () => 0);
  expect(codes.open(createSealedCodes(SECRET, 'rate-later', () => 0).seal(PLACE, 1))).toBeNull();
  expect(codes.open(createSealedCodes(SECRET, 'ticket-page', () => 0).seal({ unit: 'p-1' }, 1))).toBeNull();
  expect(codes.open('nothing')).toBeNull();
});

test('K15: the path of the page names the code and nothing else', () => {
  const codes = createTicketCodes(SECRET, () => 0);
  const path = ticketPagePath(codes.seal(PLACE, ZONE));
  expect(path).toMatch(/^\/t\/[A-Za-z0-9_-]+$/);
  expect(path).not.toContain(PLACE.ticket);
});

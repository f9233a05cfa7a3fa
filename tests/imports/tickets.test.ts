import { expect, test } from 'vitest';
import { type FieldReader, fieldReader, readPairs } from '../../lib/domain/imports/field-map.ts';
import { RATING_FIELDS, ratingEventOf } from '../../lib/domain/imports/ratings.ts';
import { TICKET_FIELDS, type TicketField, ticketEventsOf } from '../../lib/domain/imports/tickets.ts';
import { unitFinder } from '../../lib/domain/imports/unit-finder.ts';
import { smallTree } from '../support/imported-lines.ts';

const UNIT = { code: 'w1', timezone: 'Asia/Ho_Chi_Minh' };

function reader(columns: string[], map = '', defaults = ''): FieldReader<TicketField> {
  const pairs = (text: string): Map<string, string> => {
    const read = readPairs('--map', text, TICKET_FIELDS);
    if (!read.ok) throw new Error(read.fault.en);
    return read.value;
  };
  const read = fieldReader(TICKET_FIELDS, columns, pairs(map), pairs(defaults));
  if (!read.ok) throw new Error(read.fault.en);
  return read.value;
}

test('a field takes its mapped column, its own, its default, or none', () => {
  const read = reader(['id', 'service', 'counter', 'note'], 'ticket=id,counter=', 'counter=Q1,officer=x');
  const row = { id: 'T1', service: '', counter: 'Q9', note: 'n' };
  expect([read(row, 'ticket'), read(row, 'service'), read(row, 'counter'), read(row, 'officer')]).toEqual([
    'T1',
    '',
    'Q1',
    'x',
  ]);
});

test('an unknown field and an unknown column are refused by name', () => {
  expect(readPairs('--map', 'tiket=id', TICKET_FIELDS)).toMatchObject({
    ok: false,
    fault: { code: 'unknown_field', column: 'tiket' },
  });
  expect(readPairs('--map', 'ticket', TICKET_FIELDS)).toMatchObject({
    ok: false,
    fault: { code: 'unknown_field' },
  });
  expect(fieldReader(TICKET_FIELDS, ['a'], new Map([['ticket', 'b']]), new Map())).toMatchObject({
    ok: false,
    fault: { code: 'unknown_column', column: 'b' },
  });
});

test('a line becomes one event for each of its times, with ids made of kind, key and field', () => {
  const row = {
    ticket: 'T1',
    service: 'A',
    issued_at: '2026-11-23 08:00:00',
    called_at: '2026-11-23 08:05:00',
    finished_at: '',
    counter: 'Q1',
  };
  const events = ticketEventsOf(row, reader(Object.keys(row)), UNIT);
  expect(events).toEqual({
    ok: true,
    value: [
      {
        id: 'ticket:T1:issued_at',
        source: '/import/w1',
        type: 'ticket.issued',
        unit: 'w1',
        at: Date.parse('2026-11-23T08:00:00+07:00'),
        data: { ticket: 'T1', number: 'T1', service: 'A' },
      },
      expect.objectContaining({ id: 'ticket:T1:called_at', data: { ticket: 'T1', counter: 'Q1' } }),
    ],
  });
});

test.each([
  [{ service: 'A', issued_at: '2026-11-23 08:00' }, 'missing_value', 'ticket'],
  [{ ticket: 'T', issued_at: '2026-11-23 08:00' }, 'missing_value', 'service'],
  [{ ticket: 'T', service: 'A', called_at: '2026-11-23 08:00' }, 'missing_value', 'counter'],
  [{ ticket: 'T', service: 'A', issued_at: 'hôm qua' }, 'bad_time', 'issued_at'],
  [{ ticket: 'T', service: 'A' }, 'no_time', null],
  [{ ticket: 'T'.repeat(200), service: 'A', issued_at: '2026-11-23 08:00' }, 'bad_value', '/id'],
])('a line with one bad value gives no event: %o', (row, code, column) => {
  expect(ticketEventsOf(row, reader(Object.keys(row)), UNIT)).toMatchObject({
    ok: false,
    fault: { code, column },
  });
});

test('a rating takes its line number as id, its score on the scale, and one instant for the file', () => {
  const read = fieldReader(RATING_FIELDS, ['s'], new Map([['score', 's']]), new Map());
  if (!read.ok) throw new Error(read.fault.en);
  const options = { scale: '5', time: '2026-11-23T09:00:00Z' } as const;
  expect(ratingEventOf({ line: 7, row: { s: '5' } }, read.value, UNIT, options)).toMatchObject({
    ok: true,
    value: { id: 'rating:7:time', data: { rating: '7', raw: 5, scale: '5' } },
  });
  expect(ratingEventOf({ line: 7, row: { s: '6' } }, read.value, UNIT, options)).toMatchObject({
    fault: { code: 'bad_score' },
  });
  expect(
    ratingEventOf({ line: 7, row: { s: '4' } }, read.value, UNIT, { scale: '3', time: options.time }),
  ).toMatchObject({ ok: false });
  expect(
    ratingEventOf({ line: 7, row: { s: '4' } }, read.value, UNIT, { scale: '5', time: null }),
  ).toMatchObject({
    fault: { code: 'missing_value', column: 'time' },
  });
});

test('a unit is found by its code, else by its exact name; a name of several is refused', () => {
  const tree = smallTree();
  const held = tree.areas.get('w2');
  if (held) tree.areas.set('w2', { ...held, name: 'W1' });
  const find = unitFinder(tree, null);
  expect(find('w1')).toMatchObject({ ok: true, value: { code: 'w1' } });
  expect(find('D1')).toMatchObject({ ok: true, value: { code: 'd1' } });
  expect(find('W1')).toMatchObject({ ok: false, fault: { code: 'ambiguous_unit' } });
  expect(find('city')).toMatchObject({ ok: false, fault: { code: 'unknown_unit' } });
  expect(unitFinder(tree, 'demo')('w1')).toMatchObject({ ok: false, fault: { code: 'unknown_unit' } });
});

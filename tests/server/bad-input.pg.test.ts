import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CityServer, openCityServer } from '../support/city-server.ts';
import { ticketEvent } from '../support/cloud-events.ts';

// A heap of this size holds what the server needs; a leak of the batches below would end it.
const HEAP_MB = 128;
const BATCHES = 3000;
const GROWTH_MB = 60;

let city: CityServer;
beforeAll(async () => {
  city = await openCityServer({ nodeFlags: [`--max-old-space-size=${HEAP_MB}`] });
});
afterAll(() => city.close());

const ticket = { ticket: 't', number: 'A1', service: 's' };
const rating = (data: object) => ({ type: 'rating.given', data: { rating: 'r', ...data } });
const raw = (json: string): object => JSON.parse(json);

type Bad = [what: string, over: object, code: string, pointer: string];
const bad: Bad[] = [
  ['no specversion', { specversion: undefined }, 'missing_field', '/specversion'],
  ['another specversion', { specversion: '0.3' }, 'bad_value', '/specversion'],
  ['no id', { id: undefined }, 'missing_field', '/id'],
  ['an id that is a number', { id: 7 }, 'wrong_type', '/id'],
  ['an empty id', { id: '' }, 'bad_value', '/id'],
  ['an id of 129 characters', { id: 'x'.repeat(129) }, 'bad_value', '/id'],
  ['no source', { source: undefined }, 'missing_field', '/source'],
  ['no type', { type: undefined }, 'missing_field', '/type'],
  ['an unknown type', { type: 'ticket.eaten' }, 'unknown_type', '/type'],
  ['a type named as a member of every object', { type: 'constructor' }, 'unknown_type', '/type'],
  ['no subject', { subject: undefined }, 'missing_field', '/subject'],
  ['an unknown unit', { subject: 'nowhere' }, 'unknown_unit', '/subject'],
  ['a unit named as a member of every object', { subject: '__proto__' }, 'unknown_unit', '/subject'],
  ['no time', { time: undefined }, 'missing_field', '/time'],
  ['a time as a number', { time: 1_763_000_000_000 }, 'wrong_type', '/time'],
  ['a time without offset', { time: '2026-11-20T08:00:00' }, 'bad_value', '/time'],
  ['a day that does not exist', { time: '2026-02-30T08:00:00Z' }, 'bad_value', '/time'],
  ['a time in the future', { time: '2098-01-01T00:00:00Z' }, 'clock_ahead', '/time'],
  ['a time too old', { time: '1999-01-01T00:00:00Z' }, 'too_old', '/time'],
  ['a year before the calendar', { time: '0000-01-01T00:00:00Z' }, 'bad_value', '/time'],
  ['another datacontenttype', { datacontenttype: 'text/xml' }, 'bad_value', '/datacontenttype'],
  ['no data', { data: undefined }, 'missing_field', '/data'],
  ['data that is a list', { data: [] }, 'wrong_type', '/data'],
  ['data that is null', { data: null }, 'wrong_type', '/data'],
  ['an unknown field in data', { data: { ...ticket, colour: 'red' } }, 'unknown_field', '/data/colour'],
  ['an unknown field with a slash', { data: { ...ticket, 'a/b~c': 1 } }, 'unknown_field', '/data/a~1b~0c'],
  [
    'a required field missing in data',
    { data: { ticket: 't', number: '1' } },
    'missing_field',
    '/data/service',
  ],
  [
    'a number as text',
    { type: 'gauge.reported', data: { service: 's', waiting: '7' } },
    'wrong_type',
    '/data/waiting',
  ],
  ['a text as number', { data: { ...ticket, number: 7 } }, 'wrong_type', '/data/number'],
  [
    'a negative count',
    { type: 'gauge.reported', data: { service: 's', waiting: -1 } },
    'bad_value',
    '/data/waiting',
  ],
  [
    'a half count',
    { type: 'gauge.reported', data: { service: 's', waiting: 1.5 } },
    'wrong_type',
    '/data/waiting',
  ],
  [
    'an endless count',
    { type: 'gauge.reported', data: { service: 's', waiting: 1e308 } },
    'bad_value',
    '/data/waiting',
  ],
  ['another word of a list', { data: { ...ticket, purpose: 'chat' } }, 'bad_value', '/data/purpose'],
  [
    'an appointment past the calendar',
    { data: { ...ticket, appointmentAt: '9999-12-31T23:59:59Z' } },
    'bad_value',
    '/data/appointmentAt',
  ],
  ['a rating without level', rating({}), 'bad_value', '/data'],
  ['a rating with level and raw', rating({ level: 'satisfied', raw: 5, scale: '5' }), 'bad_value', '/data'],
  ['a raw value outside its scale', rating({ raw: 5, scale: '3' }), 'bad_value', '/data/raw'],
  ['U+0000 in a text', rating({ level: 'satisfied', comment: 'a\u0000b' }), 'nul_character', '/data/comment'],
  ['U+0000 in a code', { data: { ...ticket, service: 'a\u0000' } }, 'nul_character', '/data/service'],
  ['U+0000 in the id', { id: 'a\u0000' }, 'nul_character', '/id'],
  [
    'half a character in a text',
    rating({ level: 'satisfied', comment: '\ud83d' }),
    'lone_surrogate',
    '/data/comment',
  ],
  ['half a character in the source', { source: '/q\udc00' }, 'lone_surrogate', '/source'],
  ['a code in NFD', { data: { ...ticket, service: 'đất'.normalize('NFD') } }, 'not_nfc', '/data/service'],
  ['a source in NFD', { source: '/quầy'.normalize('NFD') }, 'not_nfc', '/source'],
  [
    '__proto__ in data',
    { data: raw('{"ticket":"t","number":"1","service":"s","__proto__":{"admin":true}}') },
    'unknown_field',
    '/data/__proto__',
  ],
  [
    'constructor in data',
    { data: { ...ticket, constructor: { prototype: 1 } } },
    'unknown_field',
    '/data/constructor',
  ],
];

describe('bad items', () => {
  it.each(bad)('%s is refused by name, its neighbours are stored', async (_what, over, code, pointer) => {
    const [before, after] = [ticketEvent(), ticketEvent()];
    const { status, results } = await city.post([before, { ...ticketEvent(), ...over }, after]);
    expect(status).toBe(207);
    expect(results.map(({ status }) => status)).toEqual(['stored', 'rejected', 'stored']);
    const { error } = results[1] ?? {};
    expect({ code: error?.code, pointer: error?.pointer }).toEqual({ code, pointer });
    expect(error?.detail.length).toBeGreaterThan(0);
    expect(error?.title.length).toBeGreaterThan(0);
  });

  it('__proto__ beside the fields of the envelope is refused by name', async () => {
    const text = JSON.stringify([ticketEvent()]).replace('{', '{"__proto__":{"polluted":true},');
    const { status, results } = await city.post(text);
    expect([status, results[0]?.error]).toMatchObject([
      207,
      { code: 'unknown_field', pointer: '/__proto__' },
    ]);
  });

  it.each([null, 7, 'text', true, [], [[]]])('%j is no event', async (item) => {
    const { status, results } = await city.post([item]);
    expect([status, results[0]?.error?.code, results[0]?.id]).toEqual([207, 'wrong_type', null]);
  });

  it('names in NFD are stored in NFC, and the same text in either form is the same content', async () => {
    const given = ticketEvent(
      rating({ rating: 'nfd', level: 'satisfied', comment: 'Cảm ơn bộ phận Một cửa'.normalize('NFD') }),
    );
    expect((await city.post(given)).status).toBe(200);
    const again = { ...given, data: { ...given.data, comment: 'Cảm ơn bộ phận Một cửa'.normalize('NFC') } };
    expect((await city.post(again)).results[0]?.status).toBe('duplicate');
  });

  it('a name of 200,000 characters is not repeated in full', async () => {
    const { results } = await city.post([ticketEvent({ data: { ...ticket, ['x'.repeat(200_000)]: 1 } })]);
    expect(results[0]?.error?.code).toBe('unknown_field');
    expect(JSON.stringify(results).length).toBeLessThan(2000);
  });
});

describe('bad bodies', () => {
  it.each([
    ['cut JSON', '[{"specversion":"1.0"'],
    ['no JSON', 'id=1&type=ticket.issued'],
    ['nothing', ''],
    ['a number past JSON', '[NaN]'],
    ['UTF-16', Buffer.from('[]', 'utf16le')],
    ['broken UTF-8', Buffer.from([0x5b, 0x22, 0xff, 0xfe, 0x22, 0x5d])],
  ])('%s answers 400 bad_json', async (_what, body) => {
    const { status, problem } = await city.post(body);
    expect([status, problem.code]).toEqual([400, 'bad_json']);
  });

  it('10,000 items answer 413 and store nothing', async () => {
    const { rows: before } = await city.database.pool.query('SELECT count(*) FROM event');
    const { status, problem } = await city.post(`[${'{},'.repeat(9999)}{}]`);
    expect([status, problem.code]).toEqual([413, 'too_many_items']);
    expect((await city.database.pool.query('SELECT count(*) FROM event')).rows).toEqual(before);
  });

  it('half a million nested lists do not end the server', async () => {
    const { status } = await city.post(`${'['.repeat(500_000)}${']'.repeat(500_000)}`);
    expect(status).toBe(207);
  });
});

it('memory stays flat over thousands of bad batches, and the server takes good events afterwards', async () => {
  const batch = JSON.stringify(
    bad.map(([, over], index) => ({ ...ticketEvent({ source: `/flood/${index}` }), ...over })),
  );
  const flood = async (n: number): Promise<void> => {
    for (let sent = 0; sent < n; sent += 10)
      await Promise.all(
        Array.from({ length: 10 }, (_, at) => city.post(batch.replaceAll('/flood/', `/flood/${sent + at}/`))),
      );
  };
  await flood(BATCHES / 3);
  const before = residentMb(city.server.pid);
  await flood((BATCHES * 2) / 3);
  const after = residentMb(city.server.pid);
  console.info(
    `bad batches: ${Math.round(before)} MB after ${BATCHES / 3}, ${Math.round(after)} MB after ${BATCHES}`,
  );
  expect(after - before).toBeLessThan(GROWTH_MB);
  expect((await city.post(ticketEvent())).status).toBe(200);
  expect(city.server.logs.filter(({ level }) => level === 'error' || level === 'fatal')).toEqual([]);
}, 180_000);

/** Resident memory of a process; where /proc is not, nothing can be said and 0 stands for every moment. */
function residentMb(pid: number): number {
  if (process.platform !== 'linux') return 0;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

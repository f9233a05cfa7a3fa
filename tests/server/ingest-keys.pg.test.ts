import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CityServer, openCityServer } from '../support/city-server.ts';
import { ticketEvent } from '../support/cloud-events.ts';

let city: CityServer;
beforeAll(async () => {
  city = await openCityServer();
});
afterAll(() => city.close());

const errorOf = async (event: object, secret: string) =>
  (await city.post([event], { secret })).results[0]?.error;

describe('the key of a request', () => {
  it.each([
    [null, 401, 'no_key'],
    ['td_', 401, 'bad_key'],
    [`td_${'A'.repeat(43)}`, 401, 'bad_key'],
    [`td_${'A'.repeat(43)}\t`, 401, 'bad_key'],
  ])('%s answers %i %s', async (secret, status, code) => {
    const posted = await city.post(ticketEvent(), { secret });
    expect([posted.status, posted.problem.code]).toEqual([status, code]);
  });

  it('of another scheme is no key', async () => {
    const posted = await city.post(ticketEvent(), {
      secret: null,
      headers: { authorization: `Basic ${city.key.secret}` },
    });
    expect([posted.status, posted.problem.code]).toEqual([401, 'bad_key']);
  });

  it('is asked for before the body is looked at, and the answer survives a long body', async () => {
    const posted = await city.post(`[${' '.repeat(4 * 1024 * 1024)}`, { secret: null });
    expect([posted.status, posted.problem.code]).toEqual([401, 'no_key']);
  });

  it('that may only read answers 403', async () => {
    const { secret } = await city.makeKey({ area: 'city', rights: ['read'] });
    const posted = await city.post(ticketEvent(), { secret });
    expect([posted.status, posted.problem.code]).toEqual([403, 'forbidden']);
  });

  it('revoked answers 401 from the next request on', async () => {
    const { id, secret } = await city.makeKey({ area: 'city' });
    expect((await city.post(ticketEvent(), { secret })).status).toBe(200);
    await city.revoke(id);
    const posted = await city.post(ticketEvent(), { secret });
    expect([posted.status, posted.problem.code]).toEqual([401, 'revoked_key']);
  });

  it('stands in the log by its id alone; the secret is nowhere in the database', async () => {
    const { rows } = await city.database.pool.query('SELECT * FROM api_key');
    const { rows: events } = await city.database.pool.query('SELECT * FROM event');
    expect(JSON.stringify([rows, events])).not.toContain(city.key.secret);
  });
});

describe('units', () => {
  it('one answer for a unit that does not exist, one outside the area and an area that is no unit', async () => {
    const { secret } = await city.makeKey({ area: 'north' });
    const errors = await Promise.all(
      ['nowhere', 'x', 'c', 'north', 'city', 'A'].map((subject) => errorOf(ticketEvent({ subject }), secret)),
    );
    expect(errors[0]).toMatchObject({ code: 'unknown_unit', pointer: '/subject' });
    for (const error of errors) expect(error).toEqual(errors[0]);
    expect(await errorOf(ticketEvent({ subject: 'b', source: '/queue/north' }), secret)).toBeUndefined();
  });

  it('ids of another area cannot be explored: the unit is judged before the id is looked up', async () => {
    const source = '/queue/of-x';
    const other = await city.makeKey({ area: 'other' });
    const event = ticketEvent({ subject: 'x', source });
    expect((await city.post([event], { secret: other.secret })).status).toBe(200);
    const asked = [
      event,
      { ...event, data: { ...event.data, number: 'Z' } },
      ticketEvent({ subject: 'x', source }),
    ];
    const codes = (await city.post(asked)).results.map(({ error }) => error?.code);
    expect(codes).toEqual(['unknown_unit', 'unknown_unit', 'unknown_unit']);
    const inOwnUnit = [{ ...event, subject: 'a' }, ticketEvent({ source })];
    expect((await city.post(inOwnUnit)).results.map(({ error }) => error?.code)).toEqual([
      'source_taken',
      'source_taken',
    ]);
  });
});

describe('sources', () => {
  it('first use binds a source to the area of the key; every key of that area may use it, no other', async () => {
    const source = '/queue/bound';
    const [own, same, above] = await Promise.all([
      city.makeKey({ area: 'a' }),
      city.makeKey({ area: 'a' }),
      city.makeKey({ area: 'north' }),
    ]);
    expect(await errorOf(ticketEvent({ source }), own.secret)).toBeUndefined();
    expect(await errorOf(ticketEvent({ source }), same.secret)).toBeUndefined();
    expect(await errorOf(ticketEvent({ source }), above.secret)).toMatchObject({
      code: 'source_taken',
      pointer: '/source',
    });
  });

  it('two areas that name one new source in the same moment: one gets it', async () => {
    const source = '/queue/race';
    const [one, two] = await Promise.all([city.makeKey({ area: 'a' }), city.makeKey({ area: 'b' })]);
    const [first, second] = await Promise.all([
      errorOf(ticketEvent({ source, subject: 'a' }), one.secret),
      errorOf(ticketEvent({ source, subject: 'b' }), two.secret),
    ]);
    expect([first?.code, second?.code].sort()).toEqual(['source_taken', undefined]);
  });

  it('a key made with sources may use only those', async () => {
    const { secret } = await city.makeKey({ area: 'city', sources: ['/queue/named'] });
    expect(await errorOf(ticketEvent({ source: '/queue/named' }), secret)).toBeUndefined();
    expect(await errorOf(ticketEvent({ source: '/queue/free' }), secret)).toMatchObject({
      code: 'source_not_allowed',
      pointer: '/source',
    });
  });

  it.each(['/server', '/operator', '/person/p_1', '/person/p_1/for/p_2'])(
    'nobody speaks in the name of %s, who acts in the log',
    async (source) => {
      expect(await errorOf(ticketEvent({ source }), city.key.secret)).toMatchObject({
        code: 'source_not_allowed',
      });
    },
  );
});

describe('types', () => {
  it('a key made with types may send only those', async () => {
    const { secret } = await city.makeKey({ area: 'city', types: ['ticket.left'] });
    const source = '/queue/types';
    expect(await errorOf(ticketEvent({ source }), secret)).toMatchObject({
      code: 'type_not_allowed',
      pointer: '/type',
    });
    const left = ticketEvent({ source, type: 'ticket.left', data: { ticket: 't' } });
    expect(await errorOf(left, secret)).toBeUndefined();
  });

  it.each([
    'alert.raised',
    'area.defined',
    'key.created',
    'key.revoked',
    'session.opened',
    'personal.erased',
    'access.denied',
  ])('%s is the server’s alone', async (type) => {
    const error = await errorOf(ticketEvent({ type, data: {} }), city.key.secret);
    expect(error).toMatchObject({ code: 'server_only_type', pointer: '/type' });
  });
});

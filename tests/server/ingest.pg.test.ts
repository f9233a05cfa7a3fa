import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CityServer, openCityServer } from '../support/city-server.ts';
import { ticketEvent } from '../support/cloud-events.ts';

let city: CityServer;
beforeAll(async () => {
  city = await openCityServer();
});
afterAll(() => city.close());

const storedIds = async (source: string): Promise<string[]> =>
  (await city.database.pool.query('SELECT id FROM event WHERE source = $1 ORDER BY seq', [source])).rows.map(
    ({ id }: { id: string }) => id,
  );

describe('media types (3: CloudEvents 1.0, JSON)', () => {
  it.each([
    ['application/cloudevents-batch+json', 'batch'],
    ['application/cloudevents+json', 'one'],
    ['application/json', 'batch'],
    ['application/json', 'one'],
    ['Application/JSON; charset="UTF-8"', 'one'],
  ])('%s takes %s', async (type, form) => {
    const event = ticketEvent();
    const { status, results } = await city.post(form === 'one' ? event : [event], { type });
    expect(status).toBe(200);
    expect(results).toEqual([{ index: 0, id: event.id, status: 'stored', seq: expect.any(Number) }]);
  });

  it.each([
    ['application/cloudevents-batch+json', 'one'],
    ['application/cloudevents+json', 'batch'],
  ])('%s does not take %s: 400 bad_shape', async (type, form) => {
    const { status, problem } = await city.post(form === 'one' ? ticketEvent() : [ticketEvent()], { type });
    expect([status, problem.code]).toEqual([400, 'bad_shape']);
  });

  it.each([
    ['text/plain', {}],
    [null, {}],
    ['application/json; charset=utf-16', {}],
    ['application/json', { 'content-encoding': 'gzip' }],
    // Binary mode: the envelope stands in headers.
    [
      'application/json',
      { 'ce-specversion': '1.0', 'ce-id': '1', 'ce-type': 'ticket.left', 'ce-source': '/q' },
    ],
  ])('%s with %o answers 415 and stores nothing', async (type, headers) => {
    const source = `/refused/${type}/${Object.keys(headers).length}`;
    const { status, problem } = await city.post(ticketEvent({ source }), { type, headers });
    expect([status, problem.code]).toEqual([415, 'unsupported_media_type']);
    expect(await storedIds(source)).toEqual([]);
  });

  it.each(['null', '7', '"text"', 'true'])('a body of %s is no event and no batch: 400', async (body) => {
    const { status, problem } = await city.post(body);
    expect([status, problem.code]).toEqual([400, 'bad_shape']);
  });

  it('an empty batch is answered with no results', async () => {
    expect(await city.post([])).toMatchObject({ status: 200, results: [] });
  });

  it.each(['GET', 'PUT', 'DELETE'])('%s answers 405 and says what is allowed', async (method) => {
    const answer = await fetch(`${city.server.url}/api/v1/events`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('the answer to a batch', () => {
  it('is 200, in order, when all are stored; stored means on disk', async () => {
    const events = Array.from({ length: 20 }, () => ticketEvent({ source: '/queue/order' }));
    const { status, results } = await city.post(events);
    expect(status).toBe(200);
    expect(results.map(({ index, id }) => [index, id])).toEqual(events.map(({ id }, index) => [index, id]));
    expect(await storedIds('/queue/order')).toEqual(events.map(({ id }) => id));
    const seqs = results.map(({ seq = 0 }) => seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  });

  it('calls a repeated event a duplicate with its first seq, in the same batch and later', async () => {
    const event = ticketEvent();
    const first = await city.post([event, event]);
    expect(first.status).toBe(200);
    expect(first.results.map(({ status }) => status)).toEqual(['stored', 'duplicate']);
    const again = await city.post([event]);
    expect(again.status).toBe(200);
    expect(again.results).toEqual([
      { index: 0, id: event.id, status: 'duplicate', seq: first.results[0]?.seq },
    ]);
  });

  it('takes another order of keys and another offset of the same instant for the same content', async () => {
    const event = ticketEvent({ time: '2026-11-20T03:00:00Z' });
    const { ticket, number, service } = event.data;
    const turned = { ...event, time: '2026-11-20T10:00:00.000+07:00', data: { service, number, ticket } };
    await city.post([event]);
    expect((await city.post([turned])).results[0]?.status).toBe('duplicate');
  });

  it('refuses the same id with other content as id_conflict and keeps the first', async () => {
    const event = ticketEvent({ source: '/queue/conflict' });
    await city.post([event]);
    for (const other of [
      { ...event, subject: 'b' },
      { ...event, data: { ...event.data, number: 'Z9' } },
    ]) {
      const { status, results } = await city.post([other]);
      expect(status).toBe(207);
      expect(results[0]).toMatchObject({
        status: 'rejected',
        error: { code: 'id_conflict', pointer: '/id' },
      });
    }
    expect(await storedIds('/queue/conflict')).toEqual([event.id]);
  });

  it('tells ids of two sources apart', async () => {
    const event = ticketEvent({ source: '/queue/one' });
    const other = ticketEvent({ id: event.id, source: '/queue/two' });
    expect((await city.post([event, other])).results.map(({ status }) => status)).toEqual([
      'stored',
      'stored',
    ]);
  });

  it('is 207 when any is rejected; good neighbours are stored and stand in their places', async () => {
    const [good, late, good2] = [ticketEvent(), ticketEvent({ subject: 'nowhere' }), ticketEvent()];
    const { status, results } = await city.post([good, late, { nothing: true }, 7, good2]);
    expect(status).toBe(207);
    expect(results.map(({ index, id, status }) => [index, id, status])).toEqual([
      [0, good.id, 'stored'],
      [1, late.id, 'rejected'],
      [2, null, 'rejected'],
      [3, null, 'rejected'],
      [4, good2.id, 'stored'],
    ]);
  });

  it('takes dataschema and extension attributes and does not store them', async () => {
    const event = ticketEvent({
      dataschema: 'https://example.org/s',
      traceparent: '00-a-b-01',
      colour: 'red',
    });
    expect((await city.post(event)).status).toBe(200);
    const { rows } = await city.database.pool.query('SELECT data FROM event WHERE id = $1', [event.id]);
    expect(rows).toEqual([{ data: event.data }]);
  });
});

describe('limits', () => {
  it('takes 1,000 items and refuses 1,001 as a whole with 413', async () => {
    const many = Array.from({ length: 1000 }, () => ticketEvent({ source: '/queue/many' }));
    expect((await city.post(many)).status).toBe(200);
    const { status, problem } = await city.post([...many, ticketEvent({ source: '/queue/many' })]);
    expect([status, problem.code]).toEqual([413, 'too_many_items']);
    expect(await storedIds('/queue/many')).toHaveLength(1000);
  });

  it.each([
    ['with its length told', (text: string) => text],
    [
      'in chunks',
      (text: string) =>
        new ReadableStream({
          start(controller) {
            for (let at = 0; at < text.length; at += 65_536)
              controller.enqueue(new TextEncoder().encode(text.slice(at, at + 65_536)));
            controller.close();
          },
        }),
    ],
  ])('refuses a body over 1 MiB, %s, and the refusal reaches the sender', async (_how, bodyOf) => {
    for (const megabytes of [1, 3]) {
      const answer = await fetch(`${city.server.url}/api/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${city.key.secret}`, 'content-type': 'application/json' },
        body: bodyOf(`"${'x'.repeat(megabytes * 1024 * 1024)}"`),
        duplex: 'half',
      } as RequestInit);
      expect([answer.status, (await answer.json()).code]).toEqual([413, 'body_too_large']);
    }
  });

  it('a problem is RFC 9457 with a stable code, in the language that was asked for', async () => {
    const vi = await city.post('{');
    const en = await city.post('{', { headers: { 'accept-language': 'en-GB,vi' } });
    expect(vi.contentType).toBe('application/problem+json');
    expect(vi.problem).toEqual({
      type: 'urn:thuoc-do:error:bad_json',
      title: 'Nội dung không phải là JSON',
      status: 400,
      code: 'bad_json',
    });
    expect(en.problem.title).toBe('The body is not JSON');
  });
});

describe('time', () => {
  const minutes = (n: number): string => new Date(Date.now() + n * 60_000).toISOString();

  it('takes an event 4 minutes ahead and refuses one 6 minutes ahead: clock_ahead', async () => {
    const { results } = await city.post([
      ticketEvent({ time: minutes(4) }),
      ticketEvent({ time: minutes(6) }),
    ]);
    expect(results[0]?.status).toBe('stored');
    expect(results[1]?.error).toMatchObject({ code: 'clock_ahead', pointer: '/time' });
  });

  it('remembers a source whose clock is ahead', async () => {
    await city.post([
      ticketEvent({ source: '/queue/fast' }),
      ticketEvent({ source: '/queue/fast', time: minutes(60) }),
    ]);
    await expect
      .poll(
        async () => {
          const { rows } = await city.database.pool.query(
            "SELECT clock_ahead_at IS NOT NULL AS noted FROM source WHERE source = '/queue/fast'",
          );
          return rows;
        },
        { timeout: 5000 },
      )
      .toEqual([{ noted: true }]);
  });

  it('takes 14 days of age from any key, 16 only with the import right, then any age', async () => {
    const days = (n: number): string => minutes(-n * 24 * 60);
    const { results } = await city.post([ticketEvent({ time: days(14) }), ticketEvent({ time: days(16) })]);
    expect(results[0]?.status).toBe('stored');
    expect(results[1]?.error).toMatchObject({ code: 'too_old', pointer: '/time' });
    const { secret } = await city.makeKey({ area: 'city', rights: ['import'] });
    const old = [ticketEvent({ time: days(16) }), ticketEvent({ time: '1999-01-18T08:00:00+07:00' })];
    expect((await city.post(old, { secret })).status).toBe(200);
  });
});

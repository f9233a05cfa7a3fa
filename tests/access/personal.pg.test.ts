import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import type { RatingLineItem } from '../../lib/wire/reads.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { type Came, openRevokedCity, type RevokedCity } from './revoked-city.ts';

let city: RevokedCity;
let people: Record<string, Came>;
let at: number;

const LOW = { level: 'dissatisfied', counter: '7', ticket: 'phieu-kin', officer: 'can-bo-kin' };
const commentOf = (rating: string): string => `Lời riêng của ${rating}`;

beforeAll(async () => {
  city = await openRevokedCity();
  at = city.server.core.now();
  people = {
    root: city.root,
    leader: await city.person('leader', 'north'),
    head: await city.person('head', 'a'),
    clerk: await city.person('clerk', 'a'),
    officer: await city.person('officer', 'a'),
    inspector: await city.person('inspector', 'city'),
    analyst: await city.person('analyst', 'city'),
    neighbour: await city.person('head', 'b'),
    key: await city.key('city'),
    wall: await city.wall('a'),
  };
});
afterAll(() => city.close());

const who = (name: string): Came => people[name] ?? city.root;

async function rate(rating: string, comment = commentOf(rating)): Promise<number> {
  const read = readEnvelope({
    specversion: '1.0',
    id: rating,
    source: '/rate/a',
    subject: 'a',
    type: 'rating.given',
    time: new Date(at).toISOString(),
    data: { rating, ...LOW, comment },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const [outcome] = await city.server.core.door.submit([read.event], { kind: 'operator' });
  if (outcome?.status !== 'stored') throw new Error(JSON.stringify(outcome));
  return outcome.seq;
}

const text = async (name: string, path: string, accept = 'application/json'): Promise<string> =>
  (await city.kept.ask('GET', path, { ...who(name).headers, accept })).text;

const ratings = async (name: string, area: string): Promise<RatingLineItem[]> =>
  JSON.parse(await text(name, `/api/v1/ratings?area=${area}`)).items;

const csv = (name: string, area: string) => text(name, `/api/v1/ratings?area=${area}`, 'text/csv');

/** How many ratings the unit's own figures of the counter hold. */
const atCounter = async (name: string, area: string): Promise<number> =>
  JSON.parse(await text(name, `/api/v1/areas/${area}/kpis?counter=7`)).ratings.n;

describe('rules 5 and 8: what is personal', () => {
  it('B5, B6: two low ratings are not yet the unit’s to see, nor at which counter they were given', async () => {
    await rate('r1');
    await rate('r2');
    for (const name of ['head', 'clerk']) expect(await ratings(name, 'a')).toEqual([]);
    expect(await csv('head', 'a')).not.toContain('r1');
    expect(await atCounter('head', 'a')).toBe(0);
    // The count of the day is live for everybody.
    expect(JSON.parse(await text('head', '/api/v1/areas/a/kpis')).ratings.n).toBe(2);
  });

  it('leaders above see them at once, with what was written and at which counter, never with the officer', async () => {
    const lines = await ratings('leader', 'north');
    expect(lines.map(({ rating, comment, counter, cut }) => [rating, comment, counter, cut])).toEqual([
      ['r1', commentOf('r1'), '7', false],
      ['r2', commentOf('r2'), '7', false],
    ]);
    expect(await atCounter('leader', 'north')).toBe(2);
    expect(await ratings('leader', 'a')).toEqual([]);
  });

  it('B5: three of them are, at the half hour and without their ticket', async () => {
    await rate('r3');
    const lines = await ratings('head', 'a');
    expect(lines.map(({ rating, comment, ticket }) => [rating, comment, ticket])).toEqual(
      ['r1', 'r2', 'r3'].map((rating) => [rating, commentOf(rating), null]),
    );
    expect(lines.every((line) => line.cut && Date.parse(line.at) % 1_800_000 === 0)).toBe(true);
    expect(await atCounter('head', 'a')).toBe(3);
  });

  it.each([
    ['leader', 'north', true],
    ['head', 'a', true],
    ['inspector', 'city', true],
    ['clerk', 'a', false],
    ['analyst', 'city', false],
    ['root', 'city', false],
    ['key', 'city', false],
  ])('K10: comments for a %s in %s: %s', async (name, area, may) => {
    const lines = await ratings(name, area);
    expect(lines.length).toBe(3);
    for (const line of lines) expect(line.comment).toBe(may ? commentOf(line.rating) : undefined);
    const list = await csv(name, area);
    if (name === 'clerk') expect(JSON.parse(list).code).toBe('forbidden');
    // K14: what people wrote leaves with no file.
    else expect(list).not.toMatch(/Lời riêng|comment/);
  });

  it('K14: what finds a person in a comment is masked until somebody who may opens it, and that is in the log', async () => {
    const said = 'Xin gọi 0912 345 678 hoặc a@b.vn';
    const read = await rate('r5', said);
    expect(read).toBeGreaterThan(0);
    const line = async (name: string, area: string) =>
      (await ratings(name, area)).find(({ rating }) => rating === 'r5');
    expect(await line('leader', 'north')).toMatchObject({ comment: 'Xin gọi ●●● hoặc ●●●', masked: true });
    const open = (name: string, area: string, unit = 'a', rating = 'r5') =>
      city.kept.ask('POST', `/api/v1/areas/${area}/opened-comments`, who(name).headers, { unit, rating });
    expect(JSON.parse((await open('leader', 'north')).text)).toEqual({ comment: said });
    // B5: not yet the unit's to see.
    expect((await open('head', 'a')).status).toBe(404);
    expect((await open('leader', 'north', 'c')).status).toBe(404);
    expect((await open('leader', 'north', 'a', 'none')).status).toBe(404);
    for (const name of ['clerk', 'officer', 'analyst', 'neighbour', 'key', 'wall', 'root'])
      expect([401, 403, 404], name).toContain((await open(name, 'a')).status);
    const { rows } = await city.server.core.database.pool.query(
      `SELECT unit, data, source FROM event WHERE type = 'comment.opened'`,
    );
    expect(rows).toMatchObject([{ unit: 'a', data: { area: 'a', rating: 'r5' } }]);
    expect(rows[0].source).toMatch(/^\/person\//);
    const audit = await text('root', '/api/v1/admin/audit?type=comment.opened');
    expect(audit).toContain('r5');
    expect(audit).not.toContain('0912');
  });

  it('an officer, the head next door and a wall read none of the list', async () => {
    for (const name of ['officer', 'neighbour', 'wall'])
      expect(await text(name, '/api/v1/ratings?area=a')).toMatch(/"code":"(forbidden|unknown_area)"/);
  });

  it('K10: no board, list or figure names an officer, whoever asks', async () => {
    const paths = [
      ...['a', 'north', 'city'].flatMap((area) => [
        `/api/v1/areas/${area}/board`,
        `/api/v1/areas/${area}/kpis`,
        `/api/v1/areas/${area}/compare?metric=satisfied`,
        `/api/v1/ratings?area=${area}`,
        `/api/v1/tickets?area=${area}`,
      ]),
      '/api/v1/admin/audit',
    ];
    for (const name of Object.keys(people))
      for (const path of paths)
        for (const accept of ['application/json', 'text/csv'])
          expect(await text(name, path, accept), `${name} ${path}`).not.toContain(LOW.officer);
  });

  it('no board tells what was written or whose ticket it was, on walls as elsewhere', async () => {
    for (const name of Object.keys(people))
      for (const area of ['a', 'north', 'city']) {
        const board = await text(name, `/api/v1/areas/${area}/board`);
        expect(board).not.toContain('Lời riêng');
        expect(board).not.toContain(LOW.ticket);
      }
  });

  it('L5: an erased comment is gone for whoever might read it', async () => {
    const seq = await rate('r4');
    const { door } = city.server.core;
    await door.define([{ type: 'personal.erased', data: { seq } }], OPERATOR);
    const line = (await ratings('leader', 'north')).find(({ rating }) => rating === 'r4');
    expect(line?.comment).toBeNull();
  });
});

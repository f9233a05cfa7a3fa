import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PublicFormAnswer, PublicSuggestionMade, ReceiptAnswer } from '../../lib/wire/public-form.ts';
import type { PageAnswer } from '../../lib/wire/suggestion-reads.ts';
import { createFormLimits } from '../../server/book/form-limits.ts';
import { createFormSlips } from '../../server/book/form-slips.ts';
import { MOST, RATES, TIMES } from '../../server/http/limits.ts';
import { type Came, openRevokedCity, type RevokedCity } from '../access/revoked-city.ts';
import { findingsIn } from '../support/law-log.ts';
import { TEST_PASSWORD } from '../support/signed-in.ts';

let city: RevokedCity;
let people: Record<string, Came>;
/** How far time went: forms are sent some seconds after they were opened. */
const SECONDS = 5_000;

beforeAll(async () => {
  city = await openRevokedCity();
  people = {
    head: await city.person('head', 'a'),
    clerk: await city.person('clerk', 'a'),
    officer: await city.person('officer', 'a'),
    district: await city.person('leader', 'north'),
    leader: await city.person('leader', 'city'),
    inspector: await city.person('inspector', 'city'),
    analyst: await city.person('analyst', 'city'),
    admin: await city.person('admin', 'city'),
    wall: await city.wall('a'),
    key: await city.key('city'),
  };
  await city.server.auth.credentials.setPassword(people.head?.code ?? '', TEST_PASSWORD, {
    from: '203.0.113.1',
    headers: new Headers(),
  });
  people.head = await city.again(people.head?.code ?? '');
});
afterAll(async () => {
  expect(await findingsIn(city.server.database.connectionString)).toEqual([]);
  await city.close();
});

const nobody = () => ({ origin: city.server.url });
const as = (name: string) => people[name]?.headers ?? nobody();
const ask = (headers: Record<string, string>, method: string, path: string, body?: object) =>
  city.kept.ask(method, `/api/v1/${path}`, headers, body);

async function slip(unit = 'a'): Promise<string> {
  const { status, text } = await ask(nobody(), 'GET', `public/${unit}`);
  expect(status).toBe(200);
  const answer: PublicFormAnswer = JSON.parse(text);
  return answer.slip;
}

async function send(body: object, unit = 'a') {
  const own = await slip(unit);
  city.server.pass(SECONDS);
  return ask(nobody(), 'POST', `public/${unit}/suggestions`, { slip: own, ...body });
}
async function sent(body: object): Promise<PublicSuggestionMade> {
  const { status, text } = await send(body);
  expect([status, text.slice(0, 200)]).toEqual([201, expect.any(String)]);
  return JSON.parse(text);
}
async function receipt(code: string): Promise<ReceiptAnswer> {
  const { status, text } = await ask(nobody(), 'GET', `public/a/receipts/${code}`);
  expect(status).toBe(200);
  return JSON.parse(text);
}
async function page(name: string, number: number): Promise<PageAnswer & { status: number }> {
  const { status, text } = await ask(as(name), 'GET', `areas/a/suggestions/${number}`);
  return { status, ...JSON.parse(text) };
}

describe('N9: a citizen writes into the book without signing in', () => {
  it('as a page of the channel qr, with words and contact for who may read them', async () => {
    const made = await sent({ text: 'Ghế chờ hỏng', contact: '0900 111 222' });
    expect(made.receipt).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(await page('clerk', made.page)).toMatchObject({
      text: 'Ghế chờ hỏng',
      contact: '0900 111 222',
      channel: 'qr',
      kind: null,
      state: 'unseen',
    });
  });

  it('the receipt tells number, day and state, and follows the page', async () => {
    const { receipt: code, page: number } = await sent({ text: 'Thiếu bàn viết' });
    expect(await receipt(code)).toEqual({ page: number, day: expect.any(String), state: 'unseen' });
    const act = (name: string, what: string, body: object) =>
      ask(as(name), 'POST', `areas/a/suggestions/${number}/${what}`, body);
    expect((await act('clerk', 'sort', { kind: 'suggestion' })).status).toBe(200);
    expect((await act('head', 'seen', { title: 'Chủ tịch', password: TEST_PASSWORD })).status).toBe(200);
    expect((await receipt(code)).state).toBe('seen');
    await act('head', 'answer', { title: 'Chủ tịch', text: 'Đã thêm bàn' });
    const told = await ask(nobody(), 'GET', `public/a/receipts/${code}`);
    expect(JSON.parse(told.text)).toMatchObject({ page: number, state: 'answered' });
    expect(told.text).not.toContain('bàn');
  });

  it('a photo is drawn anew, and what is none is refused by name', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
      .withExif({ IFD0: { Copyright: 'kín' } })
      .jpeg()
      .toBuffer();
    const made = await sent({ text: 'Có ảnh', photo: photo.toString('base64') });
    expect(await page('clerk', made.page)).toMatchObject({ photo: true });
    const bad = await send({ text: 'x', photo: Buffer.from('<svg onload=x>').toString('base64') });
    expect([bad.status, JSON.parse(bad.text).faults]).toEqual([
      422,
      [{ pointer: '/photo', rule: 'photo_form' }],
    ]);
  });

  it('nothing of who sent it is kept: no address, no receipt, in no table', async () => {
    const { receipt: code } = await sent({ text: 'Không để lại gì' });
    const { pool } = city.server.database;
    const { rows } = await pool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of rows) {
      const { rowCount } = await pool.query(`SELECT FROM "${name}" t WHERE strpos(t::text, $1) > 0`, [code]);
      expect(rowCount, name).toBe(0);
    }
    const { rows: kept } = await pool.query(
      `SELECT p.value FROM event e JOIN personal p ON p.seq = e.seq WHERE e.source = '/server/public-form'`,
    );
    for (const { value } of kept)
      expect(Object.keys(value).filter((key) => !['text', 'contact', 'photo'].includes(key))).toEqual([]);
  });
});

describe('N5, rule 10: what is sent above never opens inside the unit', () => {
  it('from its first moment: no list, page, photo, book or table of the unit has a word of it', async () => {
    const WORDS = 'Chủ tịch phường nhận tiền của dân';
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    const made = await sent({
      text: WORDS,
      contact: 'kín 0900',
      photo: photo.toString('base64'),
      above: true,
    });
    expect((await receipt(made.receipt)).state).toBe('away');
    const paths = [
      `areas/a/suggestions/${made.page}`,
      `areas/a/suggestions/${made.page}/photo`,
      'suggestions?area=a',
      'suggestions?area=a&kind=about_head',
      'areas/a/kpis',
      'areas/a/board',
    ];
    for (const name of ['head', 'clerk', 'officer', 'analyst', 'wall', 'key'])
      for (const path of paths)
        for (const accept of ['application/json', 'text/csv']) {
          const { text } = await ask({ ...as(name), accept }, 'GET', path);
          expect(text.includes(WORDS) || text.includes('kín 0900'), `${name} ${path}`).toBe(false);
        }
    expect((await ask(as('head'), 'GET', `areas/a/suggestions/${made.page}/photo`)).status).toBe(404);
    expect(await page('district', made.page)).toMatchObject({
      text: WORDS,
      state: 'away',
      kind: 'about_head',
    });
    // The log has the sorting before the words: there was no moment in between.
    const { rows } = await city.server.database.pool.query<{ type: string }>(
      `SELECT type FROM event WHERE source = '/server/public-form' ORDER BY seq DESC LIMIT 2`,
    );
    expect(rows.map(({ type }) => type)).toEqual(['suggestion.submitted', 'suggestion.sorted']);
  });
});

describe('what a form is protected by', () => {
  it('a slip is good once, for its unit, and neither at once nor for ever', async () => {
    const post = (own: string, unit = 'a') =>
      ask(nobody(), 'POST', `public/${unit}/suggestions`, { slip: own, text: 'x' });
    const rule = ({ status, text }: { status: number; text: string }) => [status, JSON.parse(text).faults];
    const stale = [422, [{ pointer: '', rule: 'slip_stale' }]];
    expect(rule(await post(await slip()))).toEqual(stale);
    const own = await slip();
    city.server.pass(SECONDS);
    expect(rule(await post(own, 'b'))).toEqual(stale);
    expect((await post(own)).status).toBe(201);
    expect(rule(await post(own))).toEqual(stale);
    expect(rule(await post(`${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`))).toEqual(stale);
    const old = await slip();
    city.server.pass(3 * 3_600_000);
    expect(rule(await post(old))).toEqual(stale);
  });

  it('is refused from the page of another site, and where it is too large or says nothing', async () => {
    const own = await slip();
    city.server.pass(SECONDS);
    const body = { slip: own, text: 'x' };
    const foreign = await ask({ origin: 'https://another.example' }, 'POST', 'public/a/suggestions', body);
    expect(JSON.parse(foreign.text).code).toBe('cross_origin');
    expect((await send({ text: '' })).status).toBe(422);
    expect((await send({ text: 'x'.repeat(4001) })).status).toBe(422);
    expect((await send({ text: 'a\u0000b' })).status).toBe(422);
    expect((await send({ text: 'x', suggestion: 's1' })).status).toBe(422);
  });

  it('is for units alone: what is no unit is not there', async () => {
    for (const code of ['city', 'north', 'nowhere'])
      expect((await ask(nobody(), 'GET', `public/${code}`)).status).toBe(404);
  });

  it('a receipt opens nothing else, by whatever way it is shown', async () => {
    const { receipt: code, page: number } = await sent({ text: 'x' });
    for (const headers of [
      { ...nobody(), authorization: `Bearer ${code}` },
      { ...nobody(), cookie: `thuoc_do.session_token=${code}` },
      { ...nobody(), cookie: `thuoc_do.wall=${code}` },
    ])
      for (const path of [
        'me',
        'areas',
        `areas/a/suggestions/${number}`,
        'suggestions?area=a',
        'areas/a/board',
      ])
        expect((await ask(headers, 'GET', path)).status).toBe(401);
    expect((await ask(nobody(), 'GET', `public/b/receipts/${code}`)).status).toBe(404);
    expect((await ask(nobody(), 'GET', `public/a/receipts/${'x'.repeat(22)}`)).status).toBe(404);
    expect((await ask(nobody(), 'GET', 'public/a/receipts/q_0')).status).toBe(404);
  });

  it('one unit takes so many a day, and says when there is room again', async () => {
    let last = await send({ text: 'nhiều' }, 'b');
    for (let tries = 0; tries < 400 && last.status === 201; tries += 1)
      last = await send({ text: 'nhiều' }, 'b');
    expect([last.status, JSON.parse(last.text).code]).toEqual([429, 'rate_limited']);
    expect((await send({ text: 'chỗ khác' })).status).toBe(201);
    // N5: the way to the level above has a budget of its own.
    expect((await send({ text: 'lên trên', above: true }, 'b')).status).toBe(201);
  }, 60_000);

  it('one address sends so many an hour and a day, and above as many of its own', async () => {
    const limits = createFormLimits();
    const clock = vi.spyOn(Date, 'now');
    let time = 1_800_000_000_000;
    clock.mockImplementation(() => time);
    try {
      let through = 0;
      for (let hour = 0; hour < 5; hour += 1) {
        let own = 0;
        while ((await limits.ofAddress('203.0.113.9', false)) === 0) own += 1;
        expect(own).toBeLessThanOrEqual(RATES.publicForms.points);
        through += own;
        time += 3_600_001;
      }
      expect(through).toBe(RATES.publicFormsOfDay.points);
      expect(through).toBeLessThan(RATES.publicFormsOfUnit.points);
      expect(await limits.ofAddress('203.0.113.9', true)).toBe(0);
      expect(await limits.ofAddress('203.0.113.10', false)).toBe(0);
      time += 86_400_000;
      expect(await limits.ofAddress('203.0.113.9', false)).toBe(0);
    } finally {
      clock.mockRestore();
    }
  });

  it('looking at a slip does not take it, and of two tries at once one goes through', async () => {
    let time = 1_800_000_000_000;
    const slips = createFormSlips(() => time);
    const own = slips.make('a');
    time += SECONDS;
    expect([slips.good('a', own), slips.good('a', own), slips.good('b', own)]).toEqual([true, true, false]);
    expect([slips.take('a', own), slips.take('a', own), slips.good('a', own)]).toEqual([true, false, false]);
    const last = await slip();
    city.server.pass(SECONDS);
    const post = () => ask(nobody(), 'POST', 'public/a/suggestions', { slip: last, text: 'x' });
    const both = await Promise.all([post(), post()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('used slips are remembered while they would be good, and never more than so many', () => {
    let time = 1_800_000_000_000;
    const slips = createFormSlips(() => time);
    const many = Array.from({ length: MOST.slipsUsed + 1 }, () => slips.make('a'));
    time += TIMES.formYoungest;
    for (const one of many) expect(slips.take('a', one)).toBe(true);
    // Only the oldest was forgotten.
    expect(many.slice(0, 3).map((one) => slips.good('a', one))).toEqual([true, false, false]);
    time += TIMES.formOldest;
    expect(many.slice(0, 3).some((one) => slips.good('a', one))).toBe(false);
  }, 30_000);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { findingsIn } from '../support/law-log.ts';
import { openWatchedCity, type WatchedCity } from '../support/watched-city.ts';

/** Wednesday, 09:00 in Vietnam. */
const START = Date.UTC(2026, 10, 25, 2, 0);

let city: WatchedCity;
beforeEach(async () => {
  city = await openWatchedCity(START);
});
afterEach(() => city.close());

const logged = async (): Promise<string[]> =>
  (
    await city.database.pool.query(
      `SELECT unit || ' ' || type || ' ' || coalesce(data ->> 'kind', data ->> 'cause') AS line FROM event
       WHERE type IN ('alert.raised', 'alert.cleared') ORDER BY seq`,
    )
  ).rows.map(({ line }) => line);

const issue = (unit: string, ticket: string): Promise<void> =>
  city.tell(unit, 'ticket.issued', { ticket, number: ticket, service: 'civil' });

/** Somebody waits in a unit for longer than the default rule lets pass; its machine has just spoken. */
async function waitLong(unit: string): Promise<void> {
  await issue(unit, 't1');
  city.pass(31);
  await issue(unit, 't2');
}

test('AA2, AA4: a cause is raised once, stays over restarts, and is cleared once when it has been calm for its hold', async () => {
  await waitLong('a');
  await city.watch.look();
  expect(await logged()).toEqual(['a alert.raised longWait']);
  await city.watch.look(true);
  await city.restart();
  await city.watch.look(true);
  expect(await logged()).toHaveLength(1);

  await city.tell('a', 'ticket.called', { ticket: 't1', counter: '1' });
  await city.watch.look();
  city.pass(2);
  await city.watch.look(true);
  expect(await logged()).toHaveLength(1);
  // The hold begins anew with a new server, and never with an old one.
  await city.restart();
  await city.watch.look(true);
  city.pass(3);
  await city.watch.look(true);
  expect(await logged()).toEqual(['a alert.raised longWait', 'a alert.cleared over']);
  expect(city.core.memory.alerts.size).toBe(0);
  expect(await findingsIn(city.database.connectionString)).toEqual([]);
});

test('AA6: silence is found by the passing of time alone, and its end by hearing', async () => {
  await issue('a', 't1');
  await city.tell('a', 'ticket.called', { ticket: 't1', counter: '1' });
  await city.tell('a', 'ticket.finished', { ticket: 't1', counter: '1' });
  await city.core.door.define(
    [
      {
        type: 'sessions.set',
        data: { area: 'city', scope: 'day', fromDay: '2026-11-25', spans: [{ from: '07:30', to: '11:30' }] },
      },
    ],
    { kind: 'operator' },
  );
  await city.watch.look(true);
  city.pass(14);
  await city.watch.look(true);
  // Of `b` nothing was ever heard today, which opened at 07:30.
  expect(await logged()).toEqual(['b alert.raised silent']);
  city.pass(1);
  await city.watch.look(true);
  expect(await logged()).toEqual(['b alert.raised silent', 'a alert.raised silent']);
  await issue('b', 't9');
  await city.watch.look();
  expect(await logged()).toContain('b alert.cleared over');
});

test('AA16: ratings that stop coming are an own alert, until one comes; the queue is not touched', async () => {
  await city.core.door.define(
    [
      {
        type: 'sessions.set',
        data: { area: 'city', scope: 'day', fromDay: '2026-11-25', spans: [{ from: '07:30', to: '17:00' }] },
      },
    ],
    { kind: 'operator' },
  );
  city.core.memory.usualGaps.set('a', { ratings: 10 * 60_000 });
  await issue('a', 't1');
  await city.tell('a', 'rating.given', { rating: 'r1', level: 'satisfied' });
  city.pass(29);
  await issue('b', 't2');
  await issue('a', 't3');
  await city.watch.look(true);
  expect(await logged()).toEqual([]);
  city.pass(1);
  await city.watch.look(true);
  expect(await logged()).toEqual(['a alert.raised silentRatings']);
  await city.watch.look(true);
  await city.tell('a', 'rating.given', { rating: 'r2', level: 'satisfied' });
  await city.watch.look(true);
  expect(await logged()).toEqual(['a alert.raised silentRatings', 'a alert.cleared over']);
});

test('AA1: a rule that is switched off clears what stands, and raises nothing', async () => {
  await waitLong('a');
  await city.watch.look();
  await city.core.door.define(
    [
      {
        type: 'alert_rule.set',
        data: { area: 'north', kind: 'longWait', on: false, effectiveFrom: '2026-11-25', source: 'thử' },
      },
    ],
    { kind: 'operator' },
  );
  await city.watch.look(true);
  await city.watch.look(true);
  expect(await logged()).toEqual(['a alert.raised longWait', 'a alert.cleared switched_off']);
});

test('AA7: what somebody does about an alert is in the log, and its cause goes on being watched', async () => {
  await waitLong('a');
  const [raised] = await city.watch.look();
  const alert = raised?.data.alert ?? '';
  await city.tell('a', 'alert.acknowledged', { alert });
  await city.tell('a', 'alert.closed', { alert, note: 'Đã mở thêm quầy.' });
  await city.watch.look(true);
  expect(await logged()).toHaveLength(1);
  expect(city.core.memory.alerts.get('a')?.get(alert)?.alert).toMatchObject({
    state: 'closed',
    clearedAt: null,
  });
  await city.tell('a', 'ticket.left', { ticket: 't1' });
  await city.watch.look();
  city.pass(3);
  await city.watch.look(true);
  expect(await logged()).toHaveLength(2);
  const { rows } = await city.database.pool.query('SELECT state, taken_by, closed_by FROM alert');
  expect(rows).toEqual([{ state: 'closed', taken_by: '/test', closed_by: '/test' }]);
  // What was written stands beside the log.
  const { rows: notes } = await city.database.pool.query(
    `SELECT p.value FROM personal p JOIN event e USING (seq) WHERE e.type = 'alert.closed'`,
  );
  expect(notes).toEqual([{ value: { note: 'Đã mở thêm quầy.' } }]);
  expect(await findingsIn(city.database.connectionString)).toEqual([]);
});

test('AA14: a page unseen past its bound is raised, and cleared when somebody marks it or it leaves the book', async () => {
  await city.tell('a', 'suggestion.submitted', { suggestion: 's1', text: 'Xin thêm ghế chờ.' });
  await city.tell('a', 'suggestion.submitted', { suggestion: 's2', text: 'Về trưởng bộ phận.' });
  // Without a calendar a page may wait for a day.
  city.pass(24 * 60 - 1);
  await city.watch.look(true);
  expect(await logged()).toEqual([]);
  city.pass(1);
  const [raised] = await city.watch.look(true);
  expect(raised).toMatchObject({ unit: 'a', data: { kind: 'suggestionUnseen', value: 2, since: city.at } });
  await city.tell('a', 'suggestion.seen', { suggestion: 's1', by: { name: 'Lê Thị Hằng' } });
  await city.watch.look();
  expect(await logged()).toHaveLength(1);
  await city.tell('a', 'suggestion.sorted', { suggestion: 's2', kind: 'about_head' });
  await city.watch.look();
  expect(await logged()).toEqual(['a alert.raised suggestionUnseen', 'a alert.cleared over']);
});

test('AA15: an apology owed for longer than it may is raised, and cleared when its letter is drafted', async () => {
  const dueAt = city.at + 60_000;
  await city.tell('a', 'dossier.received', { dossier: 'h1', procedure: 'p', dueAt });
  await city.tell('a', 'dossier.received', { dossier: 'h2', procedure: 'p', dueAt });
  city.pass(2);
  await city.tell('a', 'dossier.settled', { dossier: 'h2', result: 'done' });
  await city.watch.look(true);
  expect(await logged()).toEqual(['a alert.raised overdue']);
  city.pass(24 * 60);
  const [raised] = await city.watch.look(true);
  expect(raised).toMatchObject({ unit: 'a', data: { kind: 'apologyOwed', value: 2, limit: 1 } });
  for (const dossier of ['h1', 'h2'])
    await city.tell('a', 'apology.drafted', { apology: `x-${dossier}`, dossier, cause: 'staff' });
  await city.watch.look();
  expect((await logged()).slice(1)).toEqual(['a alert.raised apologyOwed', 'a alert.cleared over']);
});

test('AA15: what was settled late counts for thirty days', async () => {
  const dueAt = city.at + 60_000;
  await city.tell('a', 'dossier.received', { dossier: 'h1', procedure: 'p', dueAt });
  city.pass(2);
  await city.tell('a', 'dossier.settled', { dossier: 'h1', result: 'done' });
  city.pass(30 * 24 * 60);
  await city.watch.look(true);
  expect(await logged()).toEqual(['a alert.raised apologyOwed']);
  city.pass(24 * 60);
  await city.watch.look(true);
  expect(await logged()).toEqual(['a alert.raised apologyOwed', 'a alert.cleared over']);
});

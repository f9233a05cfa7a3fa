import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWaits } from '../../server/jobs/wait-days.ts';
import { createBoards } from '../../server/live/boards.ts';
import { momentAt } from '../../server/replay/past.ts';
import { pastMemory } from '../../server/replay/past-memory.ts';
import { findingsIn } from '../support/law-log.ts';
import { openReadCity, type ReadCity, type Told } from '../support/read-city.ts';

let city: ReadCity;
const two = (n: number): string => String(n).padStart(2, '0');

/** A day of one counter: 40 tickets, one each six minutes, served five minutes after they came. */
const dayOf = (day: string, andSeconds = 0): Told[] => [
  ['a', day, '07:30:00', 'counter.opened', { counter: '1', services: ['s'] }],
  ...Array.from({ length: 40 }, (_, index): Told[] => {
    const clock = (minutes: number, seconds = 0) =>
      `${two(8 + Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds)}`;
    const ticket = `${day}-${index}`;
    const from = index * 6;
    return [
      ['a', day, clock(from), 'ticket.issued', { ticket, number: ticket, service: 's' }],
      ['a', day, clock(from + 5, andSeconds), 'ticket.called', { ticket, counter: '1' }],
      ['a', day, clock(from + 11), 'ticket.finished', { ticket }],
    ];
  }).flat(),
];
const cases = async (day: string) =>
  (
    await city.core.database.pool.query('SELECT cases FROM rollup_wait_case WHERE unit = $1 AND day = $2', [
      'a',
      day,
    ])
  ).rows[0]?.cases;
const serviceNow = () => {
  const board = createBoards(city.core.memory).board('a', city.context.now())?.board;
  return board && 'services' in board ? board.services.s : undefined;
};

beforeAll(async () => {
  city = await openReadCity();
  await city.tell(...dayOf('2026-11-18'), ...dayOf('2026-11-19'), ...dayOf('2026-11-20', 45));
  await city.tell(
    ['a', '2026-11-23', '09:00:00', 'counter.opened', { counter: '1', services: ['s'] }],
    ['a', '2026-11-23', '09:50:00', 'ticket.issued', { ticket: 'x', number: 'X', service: 's' }],
    ['a', '2026-11-23', '09:51:00', 'ticket.called', { ticket: 'x', counter: '1' }],
  );
});
afterAll(() => city.close());

test('E4, E5, E7: past days are read once, estimate the board of today, and are held against the newest of them', async () => {
  expect(serviceNow()).toMatchObject({ estimate: null, estimatesHeld: null });
  await readWaits(city.core);
  expect(await cases('2026-11-18')).toHaveLength(40);
  // On the newest day everybody waited 45 seconds longer than on the two before it.
  const checked = city.core.memory.waits.get('a')?.checked;
  expect(checked).toMatchObject({ day: '2026-11-20' });
  expect(checked?.all.of).toBeGreaterThan(30);
  expect(checked?.all.held).toBe(0);
  const service = serviceNow();
  expect(service?.estimate?.highSec).toBeGreaterThanOrEqual(service?.estimate?.lowSec ?? 1);
  expect(service?.estimatesHeld?.[1]).toBe(checked?.all.of);
});

test('E4: a fact that comes late for a past day makes it read again', async () => {
  const before = await cases('2026-11-19');
  await city.tell([
    'a',
    '2026-11-19',
    '13:00:00',
    'ticket.issued',
    { ticket: 'late', number: 'L', service: 's' },
  ]);
  await city.tell(['a', '2026-11-19', '13:30:00', 'ticket.called', { ticket: 'late', counter: '1' }]);
  await readWaits(city.core);
  const after = await cases('2026-11-19');
  expect(after).toHaveLength(before.length + 1);
  expect(after.at(-1)?.[2]).toBe(1800);
});

test('E4: verify reads every stored day from the log anew, and names the one that was changed', async () => {
  const { connectionString } = city.core.database;
  expect(await findingsIn(connectionString)).toEqual([]);
  const { pool } = city.core.database;
  const kept = JSON.stringify(await cases('2026-11-18'));
  await pool.query(`UPDATE rollup_wait_case SET cases = '[["s", 0, 1]]' WHERE day = '2026-11-18'`);
  expect(await findingsIn(connectionString)).toEqual([
    {
      table: 'rollup_wait_case',
      key: { unit: 'a', day: '2026-11-18' },
      kind: 'different',
      columns: ['cases'],
    },
  ]);
  await pool.query(`UPDATE rollup_wait_case SET cases = $1 WHERE day = '2026-11-18'`, [kept]);
});

test('E7, Y2: a past board of a unit is estimated by the days before its own, and that of an area estimates nothing', async () => {
  const at = Date.parse('2026-11-20T10:00:00+07:00');
  const query = async (text: string, values: readonly unknown[]) =>
    (await city.core.database.pool.query(text, [...values])).rows;
  const moment = momentAt('now', at, city.core.memory.head.seq);
  const { memory } = await pastMemory(query, city.core.memory.tree, 'a', moment);
  expect(memory.waits.get('a')?.checked?.day).toBe('2026-11-19');
  const above = await pastMemory(query, city.core.memory.tree, 'city', moment);
  expect(above.memory.waits.size).toBe(0);
});

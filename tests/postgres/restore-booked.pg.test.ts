import { expect, test } from 'vitest';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { boardsOf } from '../support/law-city.ts';
import { cityDefinitions, cityNames, foldedMemory, LAW_NOW, openLawCore } from '../support/law-core.ts';
import { freshDatabase } from '../support/postgres.ts';

const DAY_MS = 86_400_000;

test('L5: a booking for another day is on the board of that day after a restart the day before', async () => {
  const database = await freshDatabase();
  const names = cityNames();
  const areas = Object.values(names);
  const booked: SourceEvent = {
    source: '/q',
    id: 'e1',
    type: 'ticket.issued',
    unit: names.w1,
    at: LAW_NOW,
    data: { ticket: 't1', number: 'A1', service: 'civil', appointmentAt: LAW_NOW + DAY_MS - 3_600_000 },
  };
  const before = await openLawCore(database.connectionString);
  await before.door.define(cityDefinitions(names), OPERATOR);
  await before.door.submit([booked], { kind: 'operator' });
  await before.close();

  const after = await openLawCore(database.connectionString);
  const boards = boardsOf(after.memory, LAW_NOW + DAY_MS, areas);
  expect(boards).toEqual(boardsOf(await foldedMemory(after, areas), LAW_NOW + DAY_MS, areas));
  expect(boards[names.w1]?.totals).toMatchObject({ issued: 1, waiting: 1 });
  await after.close();
  await database.drop();
});

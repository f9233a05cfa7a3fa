import { expect, test } from 'vitest';
import type { DataOf, SourceEvent } from '../../lib/domain/events/registry.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { cityDefinitions, cityNames, LAW_NOW, openLawCore } from '../support/law-core.ts';
import { findingsIn } from '../support/law-log.ts';
import { freshDatabase } from '../support/postgres.ts';

const DAY_MS = 86_400_000;

// Shrunk from law L6, whose last look at the tables found it.
test('S2: a rating told again knows the older ratings of its ticket that have left memory', async () => {
  const database = await freshDatabase();
  const core = await openLawCore(database.connectionString);
  const names = cityNames();
  await core.door.define(cityDefinitions(names), OPERATOR);
  const rated = (id: string, at: number, data: DataOf<'rating.given'>): SourceEvent => ({
    source: '/pad',
    id,
    type: 'rating.given',
    unit: names.w1,
    at,
    data,
  });
  const tell = (event: SourceEvent) => core.door.submit([event], { kind: 'operator' });
  await tell(rated('e1', LAW_NOW - 3 * DAY_MS, { rating: 'old', level: 'satisfied', ticket: 't1' }));
  await tell(rated('e2', LAW_NOW - 2000, { rating: 'new', level: 'satisfied', ticket: 't1' }));
  await tell(rated('e3', LAW_NOW - 1000, { rating: 'new', level: 'neutral' }));
  const { rows } = await database.pool.query('SELECT rating, second, repeats FROM rating ORDER BY at');
  expect(rows).toEqual([
    { rating: 'old', second: false, repeats: 0 },
    { rating: 'new', second: true, repeats: 1 },
  ]);
  expect(await findingsIn(database.connectionString)).toEqual([]);
  await core.close();
  await database.drop();
});

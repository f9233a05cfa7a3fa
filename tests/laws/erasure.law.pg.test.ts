import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import type { Core } from '../../server/core.ts';
import { arbitraryEvents } from '../support/arbitrary-events.ts';
import { boardsOf, LAW_UNITS } from '../support/law-city.ts';
import {
  cityDefinitions,
  cityNames,
  foldedMemory,
  inCity,
  LAW_NOW,
  openLawCore,
} from '../support/law-core.ts';
import { findingsIn } from '../support/law-log.ts';
import { lawRuns } from '../support/law-runs.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let core: Core;

beforeAll(async () => {
  database = await freshDatabase();
  core = await openLawCore(database.connectionString);
});
afterAll(async () => {
  await core.close();
  await database.drop();
});

/** Comments that nobody else wrote, so that a trace of one is a trace of this one. */
const withComments = (events: readonly SourceEvent[], mark: string): SourceEvent[] =>
  events.map((event) =>
    event.type === 'rating.given' && event.data.comment !== undefined
      ? { ...event, data: { ...event.data, comment: `${mark} ${event.id} nhân viên rất thô lỗ` } }
      : event,
  );

/** Whether a text stands anywhere in the tables of the database. */
async function stands(text: string): Promise<boolean> {
  const { rows } = await database.pool.query<{ table: string }>(
    `SELECT relname AS table FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  for (const { table } of rows) {
    const found = await database.pool.query(`SELECT FROM "${table}" t WHERE t::text LIKE $1 LIMIT 1`, [
      `%${text}%`,
    ]);
    if (found.rowCount) return true;
  }
  return false;
}

test('L6: erasing a comment leaves chain, fold and boards as they were, and the comment nowhere', async () => {
  let erased = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryEvents(LAW_UNITS), fc.nat({ max: 30 }), async (drawn, pick) => {
      const names = cityNames();
      const areas = Object.values(names);
      const events = inCity(withComments(drawn, names.city), names).filter(({ at }) => at <= LAW_NOW);
      await core.door.define(cityDefinitions(names));
      const outcomes = await core.door.submit(events, { kind: 'operator' });
      const comments = events.flatMap((event, index) => {
        const outcome = outcomes[index];
        const comment = event.type === 'rating.given' ? event.data.comment : undefined;
        return comment !== undefined && outcome?.status === 'stored'
          ? [{ event, comment, seq: outcome.seq }]
          : [];
      });
      const chosen = comments[pick % Math.max(1, comments.length)];
      fc.pre(chosen !== undefined);
      if (!chosen) return;
      erased += 1;
      const before = boardsOf(core.memory, LAW_NOW, areas);
      expect(await stands(chosen.comment)).toBe(true);

      const [outcome] = await core.door.define([{ type: 'personal.erased', data: { seq: chosen.seq } }]);
      expect(outcome?.status).toBe('stored');

      expect(await stands(chosen.comment)).toBe(false);
      const { rows } = await database.pool.query('SELECT salt, value FROM personal WHERE seq = $1', [
        chosen.seq,
      ]);
      expect(rows).toEqual([{ salt: null, value: null }]);
      for (const other of comments) if (other !== chosen) expect(await stands(other.comment)).toBe(true);
      expect(boardsOf(core.memory, LAW_NOW, areas)).toEqual(before);
      expect(boardsOf(await foldedMemory(core, areas), LAW_NOW, areas)).toEqual(before);
      // The same event sent again is still the same event.
      expect(await core.door.submit([chosen.event], { kind: 'operator' })).toEqual([
        { status: 'duplicate', seq: chosen.seq },
      ]);
    }),
    { numRuns: lawRuns(200), endOnFailure: true },
  );
  expect(erased).toBeGreaterThan(lawRuns(200) / 2);
  expect(await findingsIn(database.connectionString)).toEqual([]);
});

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import type { Core } from '../../server/core.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { arbitraryEvents, arbitraryRatings, firstOfEach } from '../support/arbitrary-events.ts';
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
import { lawPatienceMs, lawRuns } from '../support/law-runs.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let core: Core;
let anywhere: string;

beforeAll(async () => {
  database = await freshDatabase();
  core = await openLawCore(database.connectionString);
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  expect(rows.map(({ name }) => name)).toContain('personal');
  anywhere = `SELECT ${rows.map(({ name }) => `EXISTS (SELECT FROM "${name}" t WHERE t::text LIKE ANY($1))`).join(' OR ')} AS found`;
});
afterAll(async () => {
  await core.close();
  await database.drop();
});

/** Comments that nobody else wrote, so that a trace of one is a trace of this one. */
const withComments = (events: readonly SourceEvent[], mark: string): SourceEvent[] =>
  events.map((event) =>
    event.type === 'rating.given' && event.data.comment !== undefined
      ? {
          ...event,
          data: { ...event.data, comment: `${mark} ${event.source} ${event.id} nhân viên rất thô lỗ` },
        }
      : event,
  );

/** Whether one of the texts stands anywhere in the tables of the database. */
async function standsAny(texts: readonly string[]): Promise<boolean> {
  const { rows } = await database.pool.query<{ found: boolean }>(anywhere, [
    texts.map((text) => `%${text}%`),
  ]);
  return rows[0]?.found === true;
}

/** A city of its own for every run would mean waiting for definitions most of the time. */
const RUNS_OF_A_CITY = 10;

// A comment in every list, or nothing could be erased.
const events = fc
  .tuple(arbitraryEvents(LAW_UNITS, 16), arbitraryRatings('w1'))
  .map(([some, ratings]) => firstOfEach([...some, ...ratings.slice(0, 12)]));

test(
  'L6: erasing a comment leaves chain, fold and boards as they were, and the comment nowhere',
  async () => {
    let names = cityNames();
    let run = -1;
    const erased: string[] = [];
    const kept: string[] = [];
    await fc.assert(
      fc.asyncProperty(events, fc.nat({ max: 30 }), async (drawn, pick) => {
        run += 1;
        if (run % RUNS_OF_A_CITY === 0) {
          names = cityNames();
          await core.door.define(cityDefinitions(names), OPERATOR);
        }
        const areas = Object.values(names);
        const named = drawn.map((event) => ({ ...event, id: `${run}-${event.id}` }));
        const told = inCity(withComments(named, names.city), names).filter(({ at }) => at <= LAW_NOW);
        const outcomes = await core.door.submit(told, { kind: 'operator' });
        const comments = told.flatMap((event, index) => {
          const outcome = outcomes[index];
          const comment = event.type === 'rating.given' ? event.data.comment : undefined;
          return comment !== undefined && outcome?.status === 'stored'
            ? [{ event, comment, seq: outcome.seq }]
            : [];
        });
        const chosen = comments[pick % Math.max(1, comments.length)];
        fc.pre(chosen !== undefined);
        if (!chosen) return;
        erased.push(chosen.comment);
        kept.push(...comments.filter((one) => one !== chosen).map(({ comment }) => comment));
        const before = boardsOf(core.memory, LAW_NOW, areas);

        const [outcome] = await core.door.define(
          [{ type: 'personal.erased', data: { seq: chosen.seq } }],
          OPERATOR,
        );
        expect(outcome?.status).toBe('stored');

        const { rows } = await database.pool.query('SELECT salt, value FROM personal WHERE seq = $1', [
          chosen.seq,
        ]);
        expect(rows).toEqual([{ salt: null, value: null }]);
        expect(boardsOf(core.memory, LAW_NOW, areas)).toEqual(before);
        expect(boardsOf(await foldedMemory(core, areas), LAW_NOW, areas)).toEqual(before);
        // The same event sent again is still the same event.
        expect(await core.door.submit([chosen.event], { kind: 'operator' })).toEqual([
          { status: 'duplicate', seq: chosen.seq },
        ]);
      }),
      { numRuns: lawRuns(200), endOnFailure: true },
    );
    expect(erased.length).toBeGreaterThan(lawRuns(200) / 2);
    expect(await standsAny(erased)).toBe(false);
    // The search would find one, and nobody else's comment is gone.
    expect(await standsAny(kept.slice(0, 1))).toBe(true);
    const left = await database.pool.query('SELECT FROM personal WHERE value IS NOT NULL');
    expect(left.rowCount).toBeGreaterThanOrEqual(kept.length);
    expect(await findingsIn(database.connectionString)).toEqual([]);
  },
  lawPatienceMs,
);

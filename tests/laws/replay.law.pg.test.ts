import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { applyPaths } from '../../lib/domain/paths.ts';
import { startOfDay } from '../../lib/domain/zoned-time.ts';
import type { Board } from '../../lib/wire/board.ts';
import { KNOWN, type Known } from '../../lib/wire/replay.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { epochMs } from '../../server/log/load-entries.ts';
import { emptyMemory } from '../../server/log/memory.ts';
import type { Query } from '../../server/log/query.ts';
import { seqAt } from '../../server/log/seq-at.ts';
import { inOneMoment } from '../../server/read/in-one-moment.ts';
import { queryOf } from '../../server/read/query-of.ts';
import { type Moment, momentAt } from '../../server/replay/past.ts';
import { pastMemory } from '../../server/replay/past-memory.ts';
import { createPastTrees } from '../../server/replay/past-tree.ts';
import { openSession } from '../../server/replay/replay-session.ts';
import {
  arbitraryDossiers,
  arbitraryEvents,
  arbitraryInstant,
  arbitraryRatings,
  LAW_DAY,
  LAW_ZONE,
} from '../support/arbitrary-events.ts';
import { boardsOf, foldInto, LAW_UNITS } from '../support/law-city.ts';
import { cityDefinitions, cityNames, inCity, openLawCore } from '../support/law-core.ts';
import { lawPatienceMs, lawRuns } from '../support/law-runs.ts';
import { freshDatabase } from '../support/postgres.ts';

const MIDNIGHT = startOfDay(LAW_ZONE, LAW_DAY);
const DAY = 86_400_000;
const FIRST = MIDNIGHT - 3 * DAY;

/** How late an event comes; some come a little before their time, as from a clock that is ahead. */
const delay = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: -240_000, max: 60_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 2 * 3_600_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 * DAY }) },
);
/** Dossiers as they mostly are: received, settled, handed out, one after another. */
const plainLife = fc
  .record({
    unit: fc.constantFrom(...LAW_UNITS),
    receivedAt: arbitraryInstant,
    due: fc.option(fc.integer({ min: 0, max: DAY }), { nil: undefined }),
    steps: fc.array(fc.integer({ min: 1, max: DAY }), { maxLength: 2 }),
    done: fc.boolean(),
  })
  .map(({ unit, receivedAt, due, steps: [settled, delivered], done }) => {
    const events: Pick<SourceEvent, 'type' | 'at' | 'data'>[] = [];
    const add = (type: SourceEvent['type'], at: number, data: object): void =>
      void events.push({ type, at, data } as (typeof events)[number]);
    const dueAt = due === undefined ? {} : { dueAt: receivedAt + due };
    add('dossier.received', receivedAt, { procedure: 'birth', ...dueAt });
    if (settled !== undefined)
      add('dossier.settled', receivedAt + settled, { result: done ? 'done' : 'stopped' });
    if (settled !== undefined && delivered !== undefined)
      add('dossier.delivered', receivedAt + settled + delivered, {});
    return { unit, events };
  });
const plainDossiers = fc.array(plainLife, { maxLength: 12 }).map((lives) =>
  lives.flatMap(({ unit, events }, n) =>
    events.map(
      (event, step) =>
        // Each of these types has a dossier and what was said beside it.
        ({
          ...event,
          unit,
          source: '/d',
          id: `${n}-${step}`,
          data: { dossier: `D${n}`, ...event.data },
        }) as SourceEvent,
    ),
  ),
);
const told = fc
  .oneof(arbitraryEvents(LAW_UNITS), arbitraryDossiers(LAW_UNITS), arbitraryRatings('w1'), plainDossiers)
  .chain((events) =>
    fc.tuple(fc.constant(events), fc.array(delay, { minLength: events.length, maxLength: events.length })),
  );
const moments = fc.array(arbitraryInstant, { minLength: 7, maxLength: 7 });

type Logged = SourceEvent & { seq: number };

/** A city of its own whose events came when they are said to have come, and its log. */
async function liveThrough(events: readonly SourceEvent[], delays: readonly number[]) {
  const database = await freshDatabase();
  let clock = FIRST;
  const core = await openLawCore(database.connectionString, () => clock);
  const names = cityNames();
  const areas = Object.values(names);
  await core.door.define(cityDefinitions(names), OPERATOR);
  const coming = inCity(events, names).map((event, index) => ({
    event,
    at: Math.max(FIRST + 1, event.at + (delays[index] ?? 0)),
  }));
  for (const { event, at } of coming.toSorted((a, b) => a.at - b.at)) {
    clock = at;
    await core.door.submit([event], { kind: 'operator' });
  }
  const { rows: log } = await core.database.pool.query<Logged>(
    `SELECT seq::float8 AS seq, source, id, type, unit, ${epochMs('at', 'at')}, data FROM event
     WHERE type !~ '^(area|service|target|sessions|procedure|reporting_periods|alert_rule)[.]' ORDER BY seq`,
  );
  const momentOf = async (query: Query, known: Known, at: number): Promise<Moment> =>
    momentAt(known, at, await seqAt(query, known === 'then' ? at : clock + DAY));
  /** The boards as a fold of the log alone has them. */
  const folded = ({ known, seq, at }: Moment) => {
    const memory = { ...emptyMemory(), tree: core.memory.tree };
    const own = log.filter((event) => (known === 'then' ? event.seq <= seq : event.at <= at));
    foldInto(memory, known === 'then' ? own : own.toSorted((a, b) => a.at - b.at), 1, at, null);
    return boardsOf(memory, at, areas);
  };
  return {
    city: names.city,
    areas,
    momentOf,
    folded,
    ask: <T>(work: (query: Query) => Promise<T>) =>
      inOneMoment(core.database.pool, (queries) => work(queryOf(queries))),
    async close() {
      await core.close();
      await database.drop();
    },
  };
}

test(
  'Y1, Y2: at any moment the past boards are the fold of what was received by then, or of what had happened by then',
  async () => {
    await fc.assert(
      fc.asyncProperty(told, moments, async ([events, delays], instants) => {
        const { city, areas, ask, momentOf, folded, close } = await liveThrough(events, delays);
        const trees = createPastTrees();
        try {
          for (const at of instants)
            for (const known of KNOWN) {
              const [memory, moment] = await ask(async (query) => {
                const read = await momentOf(query, known, at);
                const past = await pastMemory(query, await trees(query, read.seq), city, read);
                return [past.memory, read];
              });
              const when = `${known} at ${new Date(at).toISOString()}`;
              expect(boardsOf(memory, at, areas), when).toEqual(folded(moment));
            }
        } finally {
          await close();
        }
      }),
      { numRuns: lawRuns(15) },
    );
  },
  lawPatienceMs,
);

const pace = fc.record({
  at: arbitraryInstant,
  stepMs: fc.constantFrom(1_000, 30_000, 600_000, 3_600_000),
  windows: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
  known: fc.constantFrom(...KNOWN),
});

test(
  'Y3: whoever plays on, at any pace and in any windows, sees the boards of the moments between',
  async () => {
    await fc.assert(
      fc.asyncProperty(told, pace, async ([events, delays], { at, stepMs, windows, known }) => {
        const { city, ask, momentOf, folded, close } = await liveThrough(events, delays);
        const trees = createPastTrees();
        try {
          const session = await ask(async (query) => {
            const moment = await momentOf(query, known, at);
            return openSession(query, await trees(query, moment.seq), city, moment);
          });
          let board = session.board()?.board;
          for (const steps of windows) {
            const to = session.moment.at + steps * stepMs;
            const moved = await ask((query) => session.advance(query, to, stepMs));
            for (const { put, remove } of moved.steps) board = board && applyPaths(board, put, remove);
            const [own] = Object.entries(folded(session.moment));
            expect(board && { ...board, notes: notesIn(board) }).toEqual(own?.[1]);
            if (moved.ended) break;
            expect(moved.until).toBe(to);
          }
        } finally {
          await close();
        }
      }),
      { numRuns: lawRuns(15) },
    );
  },
  lawPatienceMs,
);

const notesIn = (board: Board): string[] =>
  Object.values(board.notes)
    .map((note) => JSON.stringify(note))
    .sort();

import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { type AlertWatch, startAlertWatch } from '../../server/alerts/alert-watch.ts';
import { type Core, openCore } from '../../server/core.ts';
import { createRooms } from '../../server/live/rooms.ts';
import { createLogger } from '../../server/logger.ts';
import { defineAll, testTree } from './city.ts';
import { freshDatabase, type TestDatabase } from './postgres.ts';

const HOUR_MS = 3_600_000;

export type WatchedCity = {
  readonly core: Core;
  readonly watch: AlertWatch;
  database: TestDatabase;
  readonly at: number;
  /** Lets time pass. */
  pass(minutes: number): void;
  /** Stores events, as their operator tells them, at the instant that it is. */
  tell(unit: string, type: SourceEvent['type'], data: object): Promise<void>;
  /** Ends the server and opens another one on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** The test tree with a watch that looks only when it is told to, and a clock that is moved by hand. */
export async function openWatchedCity(startAt: number): Promise<WatchedCity> {
  const database = await freshDatabase();
  let now = startAt;
  let told = 0;
  const open = async () => {
    const core = await openCore(
      { DATABASE_URL: database.connectionString, DATA_DIR: '' },
      createLogger('silent'),
      () => now,
    );
    const rooms = createRooms(core.memory, { now: () => now, monotonic: () => performance.now() });
    core.accept.onCommit(({ units, treeChanged }) => {
      if (treeChanged) rooms.touchAll();
      for (const unit of units) rooms.touch(unit);
    });
    const live = {
      withReadings: <T>(work: (readingOf: typeof rooms.alertReading) => T) =>
        core.accept.settled(() => work(rooms.alertReading)),
    };
    return { core, watch: startAlertWatch(core, live, HOUR_MS) };
  };
  let opened = await open();
  const shut = async (): Promise<void> => {
    await opened.watch.stop();
    await opened.core.close();
  };
  await defineAll(opened.core.door, testTree);
  return {
    get core() {
      return opened.core;
    },
    get watch() {
      return opened.watch;
    },
    database,
    get at() {
      return now;
    },
    pass(minutes) {
      now += minutes * 60_000;
    },
    async tell(unit, type, data) {
      told += 1;
      // Type and data are paired by the test.
      const event = { source: '/test', id: `e${told}`, type, unit, at: now, data } as SourceEvent;
      const [outcome] = await opened.core.door.submit([event], { kind: 'operator' });
      if (outcome?.status !== 'stored') throw new Error(JSON.stringify(outcome));
    },
    async restart() {
      await shut();
      opened = await open();
    },
    async close() {
      await shut();
      await database.drop();
    },
  };
}

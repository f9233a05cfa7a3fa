import type { Core } from '../core.ts';
import { epochMs } from './load-entries.ts';

const WRITE_MS = 1000;
/** Sources with a wrong clock that are remembered at once: a key may name as many as it likes. */
const MOST_SOURCES = 1000;

export type ClockAhead = {
  /** A source told an event of this unit that lies ahead of the server's clock. */
  note(source: string, unit: string): void;
  /**
   * Sources whose clock was last seen ahead at an instant not before `since`, with the unit they spoke of; until they
   * speak again after a restart, with the area they are bound to.
   */
  list(since: number): { source: string; area: string; at: number }[];
  stop(): Promise<void>;
};

type Seen = { area: string; at: number };

/**
 * Remembers sources with a wrong clock: in memory for who shows them, and in the table of sources once the source is
 * bound. Nothing of it is in the log, since a refused event is not; losing it costs a warning, never a fact.
 */
export async function createClockAhead(core: Core): Promise<ClockAhead> {
  const { pool } = core.database;
  const { rows } = await pool.query<{ source: string; area: string; at: number }>(
    `SELECT source, area, ${epochMs('clock_ahead_at', 'at')} FROM source WHERE clock_ahead_at IS NOT NULL
     ORDER BY clock_ahead_at DESC LIMIT ${MOST_SOURCES}`,
  );
  // The oldest first, as in order of arrival.
  const seen = new Map<string, Seen>(rows.reverse().map(({ source, area, at }) => [source, { area, at }]));
  const unwritten = new Map<string, Seen>();
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    const lines = [...unwritten].map(([source, { at }]) => ({ source, at }));
    unwritten.clear();
    try {
      await pool.query(
        `UPDATE source SET clock_ahead_at = to_timestamp(x.at / 1000.0)
         FROM json_to_recordset($1::json) AS x(source text, at double precision) WHERE source.source = x.source`,
        [JSON.stringify(lines)],
      );
    } catch (err) {
      core.logger.warn({ err, sources: lines.length }, 'sources with a wrong clock could not be noted');
    }
  };

  const writer = setInterval(() => {
    if (unwritten.size > 0) writing = writing.then(write);
  }, WRITE_MS);
  writer.unref();

  return {
    note(source, unit) {
      const now = { area: unit, at: core.now() };
      // Moves to the end, so that the one heard longest ago goes first.
      seen.delete(source);
      seen.set(source, now);
      if (core.memory.sources.has(source)) unwritten.set(source, now);
      const [oldest] = seen.keys();
      if (seen.size > MOST_SOURCES && oldest !== undefined) seen.delete(oldest);
    },
    list: (since) =>
      [...seen].flatMap(([source, { area, at }]) => (at >= since ? [{ source, area, at }] : [])),
    async stop() {
      clearInterval(writer);
      await writing;
      if (unwritten.size > 0) await write();
    },
  };
}

import { openingOf } from '../../lib/domain/calendar/opening.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { SELDOM_KINDS, type UsualGaps } from '../../lib/domain/silence.ts';
import { type AreaDefinition, isUnit, zoneOf } from '../../lib/domain/tree.ts';
import { SIGNAL_KINDS } from '../../lib/domain/unit-state.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { Core } from '../core.ts';
import { seldomGaps } from '../read/seldom-gaps.ts';
import { usualGaps } from '../read/usual-gap.ts';

const HOURLY_MS = 3_600_000;

/**
 * Keeps the usual gaps between signals of every unit up to date: soon after the start and hourly, beside the serving.
 * Until the first reading is there the silence of a queue is judged by 15 minutes alone, and that of nothing else.
 */
export function startUsualGaps(core: Core, changed: () => Promise<void>): { stop(): Promise<void> } {
  const { memory, logger } = core;
  let running: Promise<void> = Promise.resolve();
  const refresh = async (): Promise<void> => {
    try {
      const gaps = await readGaps(core);
      for (const [unit, ofUnit] of gaps) memory.usualGaps.set(unit, ofUnit);
      await keepGaps(core, gaps);
      await changed();
    } catch (error) {
      logger.warn({ err: error }, 'the usual gaps could not be read; those of before hold');
    }
  };
  const hourly = setInterval(() => {
    running = refresh();
  }, HOURLY_MS);
  running = refresh();
  return {
    async stop() {
      clearInterval(hourly);
      await running;
    },
  };
}

/** The usual gaps of every unit, whole; a queue that lost its pattern keeps the last one, the others lose theirs. */
async function readGaps({ memory, database, now }: Core): Promise<Map<string, UsualGaps>> {
  const units = [...memory.tree.areas.values()].filter(isUnit);
  const gaps = new Map<string, UsualGaps>();
  const ofUnit = (unit: string): UsualGaps => heldOrMade(gaps, unit, (): UsualGaps => ({}));
  const machines = units.filter(({ queue }) => queue === 'machine');
  for (const { code } of machines) {
    const before = memory.usualGaps.get(code)?.queue;
    if (before !== undefined) ofUnit(code).queue = before;
  }
  const asked = machines.map(({ code, timezone }: AreaDefinition) => ({ code, zone: timezone }));
  for (const [unit, gap] of await usualGaps(database.pool, asked, now())) ofUnit(unit).queue = gap;
  for (const kind of SELDOM_KINDS) {
    const told = units
      .filter(({ code }) => memory.units.get(code)?.signals.has(kind))
      .map(({ code }) => ({ code, opening: openingOf(memory.tree, code) }));
    for (const { code } of told) ofUnit(code);
    for (const [unit, gap] of await seldomGaps(database.pool, kind, told, now())) ofUnit(unit)[kind] = gap;
  }
  return gaps;
}

/** Who looks back at this day judges silence as it was judged on it: the log cannot tell by what that was. */
async function keepGaps(
  { memory, database, now }: Core,
  gaps: ReadonlyMap<string, UsualGaps>,
): Promise<void> {
  const rows = [...gaps].flatMap(([unit, ofUnit]) => {
    const day = localDay(zoneOf(memory.tree, unit), now());
    return SIGNAL_KINDS.flatMap((kind) => {
      const ms = ofUnit[kind];
      return ms === undefined ? [] : [{ unit, day, kind, ms }];
    });
  });
  await database.pool.query(
    `INSERT INTO usual_gap (unit, day, kind, gap_ms)
     SELECT * FROM unnest($1::text[], $2::date[], $3::text[], $4::float8[])
     ON CONFLICT (unit, day, kind) DO UPDATE SET gap_ms = excluded.gap_ms`,
    [
      rows.map(({ unit }) => unit),
      rows.map(({ day }) => day),
      rows.map(({ kind }) => kind),
      rows.map(({ ms }) => ms),
    ],
  );
}

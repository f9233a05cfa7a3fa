import { randomBytes } from 'node:crypto';
import type { WallView } from '../../lib/domain/access/wall-view.ts';
import type { LiveReading } from '../../lib/domain/alerts/reading.ts';
import { contactOf } from '../../lib/domain/area-contact.ts';
import { openingOf } from '../../lib/domain/calendar/opening.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { pathsOf } from '../../lib/domain/paths.ts';
import { streamAbove } from '../../lib/domain/rating-stream.ts';
import { sessionsOf, targetOf } from '../../lib/domain/settings.ts';
import { isUnit, lineOf, unitsBelow, zoneOf } from '../../lib/domain/tree.ts';
import { readUnit, type UnitReading, type UnitSettings } from '../../lib/domain/unit-reading.ts';
import type { UnitState } from '../../lib/domain/unit-state.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { alertMark } from '../../lib/wire/alert-marks.ts';
import { alertReading } from '../../lib/wire/alert-reading.ts';
import { areaBoard, rowOf, type UnitView } from '../../lib/wire/area-board.ts';
import { type AlertMark, AREA_MAPS, type AreaBoard, type Board, UNIT_MAPS } from '../../lib/wire/board.ts';
import { pieceOf } from '../../lib/wire/board-totals.ts';
import { commandBoard } from '../../lib/wire/command-board.ts';
import { hallBoard } from '../../lib/wire/hall-board.ts';
import { notesOf, ratingsToday, unitBoard } from '../../lib/wire/unit-board.ts';
import { COMMAND_MAPS, HALL_MAPS } from '../../lib/wire/wall-board.ts';
import { type Memory, unitIn } from '../log/memory.ts';
import { areaOf, viewOf } from './channel.ts';
import type { Fresh } from './room.ts';

type Read = { reading: UnitReading; settings: UnitSettings; view: UnitView; alerts?: LiveReading };

/**
 * Boards as views of live memory at an instant. Readings of units are kept until an event touches the unit or time
 * alone changes them (`nextChangeAt`), so a busy city re-reads only what moved. Call it between groups only.
 */
export type Boards = {
  /** The board, and the key of everything that time alone has changed in it; null for an unknown area. */
  board(code: string, at: number): Fresh<Board> | null;
  /** The same of what a channel carries: the board of a desk or that of a wall. */
  shown(channel: string, at: number): Fresh | null;
  /** What the rules of alerts read of a unit; null for what is none. */
  alertReading(unit: string, at: number): LiveReading | null;
  touch(unit: string): void;
  /** Definitions changed: every reading may be different. */
  touchAll(): void;
  /** Units that time alone has changed since they were read; they are touched. */
  expire(at: number): string[];
  /** Milliseconds since the unit that is silent longest, and should speak, was heard; 0: none is silent. */
  oldestSilence(at: number): number;
};

export function createBoards(memory: Memory): Boards {
  // Names this run: a client that comes from another run gets a snapshot.
  const run = randomBytes(6).toString('base64url');
  let reads = new Map<string, Read>();

  const settingsFor = (unit: UnitState, at: number): UnitSettings => {
    const day = localDay(unit.zone, at);
    const seconds = new Map<string, number>();
    return {
      queue: memory.tree.areas.get(unit.code)?.queue ?? 'none',
      spans: sessionsOf(memory.tree, unit.code, unit.zone, day),
      opening: openingOf(memory.tree, unit.code),
      usualGaps: memory.usualGaps.get(unit.code) ?? {},
      waits: memory.waits.get(unit.code) ?? null,
      withinSeconds: (service) =>
        heldOrMade(seconds, service, () => targetOf(memory.tree, unit.code, 'within', day, service).seconds),
    };
  };

  const read = (code: string, at: number): Read | null => {
    const unit = unitIn(memory, code);
    if (!unit) return null;
    const held = reads.get(code);
    if (held && held.reading.nextChangeAt > at) return held;
    const settings = settingsFor(unit, at);
    const reading = readUnit(unit, settings, at);
    const fresh: Read = {
      reading,
      settings,
      view: {
        code,
        piece: pieceOf(unit, reading),
        row: rowOf(unit, reading, settings),
        byHalfHour: reading.byHalfHour,
        stream: streamAbove(code, ratingsToday(unit, reading.day)),
        notes: notesOf(unit, reading.day),
      },
    };
    reads.set(code, fresh);
    return fresh;
  };

  const viewsOf =
    (at: number) =>
    (code: string): UnitView[] =>
      unitsBelow(memory.tree, code).flatMap((unit) => read(unit, at)?.view ?? []);

  const board = (code: string, at: number): Fresh<Board> | null => {
    const [area] = lineOf(memory.tree, code);
    if (!area) return null;
    const epoch = `${run}.${localDay(area.timezone, at)}`;
    const made = isUnit(area) ? unitAt(code, at)?.board : areaAt(code, at);
    return made
      ? { board: made, paths: pathsOf(made, 'units' in made ? AREA_MAPS : UNIT_MAPS), epoch }
      : null;
  };

  const areaAt = (code: string, at: number): AreaBoard | null =>
    areaBoard(memory.tree, code, localDay(zoneOf(memory.tree, code), at), viewsOf(at), alertMarks(memory));

  const unitAt = (code: string, at: number) => {
    const unit = unitIn(memory, code);
    const own = read(code, at);
    if (!unit || !own) return null;
    const made = unitBoard(memory.tree, unit, own.reading, own.settings, markOf(memory, code));
    return made && { board: made, unit, reading: own.reading };
  };

  const hotlineOf = (code: string): string | null =>
    contactOf(code, (one) => memory.tree.areas.get(one)).hotline;

  /** W2: a hall is that of a unit; of a larger area a wall shows what command rooms see, and of a unit its one tile. */
  const wall = (view: WallView, code: string, at: number): Fresh | null => {
    const [area] = lineOf(memory.tree, code);
    if (!area) return null;
    const epoch = `${run}.${localDay(area.timezone, at)}`;
    if (view === 'hall' && isUnit(area)) {
      const own = unitAt(code, at);
      const hall = own && hallBoard(own.board, hotlineOf(code), own.unit, own.reading);
      return hall && { board: hall, paths: pathsOf(hall, HALL_MAPS), epoch };
    }
    const whole = areaAt(code, at);
    const command = whole && commandBoard(whole);
    return command && { board: command, paths: pathsOf(command, COMMAND_MAPS), epoch };
  };

  return {
    board,
    shown(channel, at) {
      const view = viewOf(channel);
      return view ? wall(view, areaOf(channel), at) : board(channel, at);
    },
    alertReading(code, at) {
      const unit = unitIn(memory, code);
      const own = read(code, at);
      if (!unit || !own) return null;
      own.alerts ??= alertReading(memory.tree, unit, own.reading, own.settings, own.view.row);
      return own.alerts;
    },
    touch: (unit) => void reads.delete(unit),
    touchAll: () => {
      reads = new Map();
    },
    expire(at) {
      const expired: string[] = [];
      for (const [code, { reading }] of reads) if (reading.nextChangeAt <= at) expired.push(code);
      for (const code of expired) reads.delete(code);
      return expired;
    },
    oldestSilence(at) {
      let oldest = 0;
      for (const [code, unit] of memory.units) {
        const silentFrom = read(code, at)?.view.row.q ?? null;
        // A unit never heard counts from when its silence began to count.
        if (silentFrom !== null && silentFrom <= at)
          oldest = Math.max(oldest, at - (unit.signals.get('queue') ?? silentFrom));
      }
      return oldest;
    },
  };
}

const markOf = ({ alerts }: Memory, area: string): AlertMark | null =>
  alertMark([...(alerts.get(area)?.values() ?? [])].map(({ alert }) => alert));

function* alertMarks(memory: Memory): Generator<[string, AlertMark]> {
  for (const area of memory.alerts.keys()) {
    const mark = markOf(memory, area);
    if (mark) yield [area, mark];
  }
}

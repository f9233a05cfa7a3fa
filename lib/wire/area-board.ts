import { heldOrMade } from '../domain/held-or-made.ts';
import type { StreamLine } from '../domain/rating-stream.ts';
import { emptyCell, mergeCells } from '../domain/rollup.ts';
import { silentFrom } from '../domain/silence.ts';
import type { Tree } from '../domain/tree.ts';
import { childAreas, isUnit, isWithin, lineOf } from '../domain/tree.ts';
import type { UnitReading, UnitSettings } from '../domain/unit-reading.ts';
import type { UnitState } from '../domain/unit-state.ts';
import type { AlertMark, AreaBoard, NoteLine, Place, Row } from './board.ts';
import { areaHeader, targetsOf } from './board-header.ts';
import {
  HALF_HOUR_COLUMNS,
  type HalfHourCell,
  halfHourOf,
  halfHoursOf,
  type Piece,
  pieceOf,
  poolDossiers,
  totalsOf,
} from './board-totals.ts';

/** More units than this and a row stands for a direct child. */
const MOST_ROWS = 600;
const STREAM_SHOWN = 20;

/** What one unit hands to every board above it. */
export type UnitView = {
  code: string;
  piece: Piece;
  row: Row;
  byHalfHour: ReadonlyMap<number, HalfHourCell>;
  stream: [string, StreamLine][];
  notes: Record<string, NoteLine>;
};

/** The row of a unit: the same reading as its own board. */
export function rowOf(unit: UnitState, reading: UnitReading, settings: UnitSettings): Row {
  const stopped = [...unit.issuing.values()].filter((entry) => entry.stopped).length;
  const piece = pieceOf(unit, reading);
  return {
    ...rowOfPiece(piece, reading.byHalfHour),
    // A rating says nothing about the queue: the silence of one is not broken by the other.
    ...(settings.queue === 'machine' && { l: unit.signals.get('queue') ?? null }),
    q:
      settings.queue === 'machine'
        ? silentFrom(unit.signals.get('queue') ?? null, settings.spans, settings.usualGaps.queue ?? null)
        : null,
    ...(stopped > 0 && { z: stopped }),
  };
}

function rowOfPiece(piece: Piece, byHalfHour: UnitView['byHalfHour']): Row {
  return {
    w: piece.waiting,
    s: piece.waitingSince,
    c: [piece.counters[0], piece.counters[1]],
    x: [piece.within[0], piece.within[1]],
    m: [...piece.satisfiedMonth],
    l: piece.lastEventAt,
    q: null,
    ...spark(byHalfHour),
    ...dossierPart(piece.dossiers),
  };
}

const dossierPart = (dossiers: Piece['dossiers']): Pick<Row, 'd' | 'o'> =>
  dossiers === null
    ? {}
    : { d: [dossiers.open, dossiers.overdue, dossiers.dueToday], o: [...dossiers.onTimeMonth] };

// Waiting at the end of each half hour: arrivals so far less those called or gone so far.
function spark(byHalfHour: UnitView['byHalfHour']): Pick<Row, 'f' | 'h'> {
  const numbers = [...byHalfHour]
    .filter(([, cell]) => Object.values(halfHourOf(cell)).some((n) => n > 0))
    .map(([number]) => number);
  if (numbers.length === 0) return { f: 0, h: [] };
  const first = Math.min(...numbers);
  const h: number[] = [];
  let waiting = 0;
  for (let number = first; number <= Math.max(...numbers); number += 1) {
    const cell = byHalfHour.get(number);
    if (cell) waiting += cell.issued - cell.calledThen - cell.endedUncalledThen;
    h.push(Math.max(0, waiting));
  }
  return { f: first, h };
}

const sumOf = (views: readonly UnitView[], read: (piece: Piece) => number): number =>
  views.reduce((sum, { piece }) => sum + read(piece), 0);

// Units that do not know are left out; null only when none knows.
function poolOf(
  views: readonly UnitView[],
  read: (piece: Piece) => number | null,
  pool: (a: number, b: number) => number,
): number | null {
  let pooled: number | null = null;
  for (const { piece } of views) {
    const value = read(piece);
    if (value !== null) pooled = pooled === null ? value : pool(pooled, value);
  }
  return pooled;
}

/** Pools units by sums. Null only when no unit knows. */
function poolPieces(views: readonly UnitView[]): {
  piece: Piece;
  byHalfHour: UnitView['byHalfHour'];
} {
  const byHalfHour = new Map<number, HalfHourCell>();
  for (const view of views) {
    for (const [number, cell] of view.byHalfHour) {
      const sum: HalfHourCell = heldOrMade(byHalfHour, number, emptyCell);
      for (const column of HALF_HOUR_COLUMNS) sum[column] += cell[column];
    }
  }
  const piece = {
    today: mergeCells(views.map((view) => view.piece.today)),
    satisfiedMonth: [
      sumOf(views, (one) => one.satisfiedMonth[0]),
      sumOf(views, (one) => one.satisfiedMonth[1]),
    ] as const,
    within: [sumOf(views, (one) => one.within[0]), sumOf(views, (one) => one.within[1])] as const,
    waiting: poolOf(
      views,
      (one) => one.waiting,
      (a, b) => a + b,
    ),
    waitingSince: poolOf(views, (one) => one.waitingSince, Math.min),
    counters: [
      poolOf(
        views,
        (one) => one.counters[0],
        (a, b) => a + b,
      ),
      poolOf(
        views,
        (one) => one.counters[1],
        (a, b) => a + b,
      ),
    ] as const,
    lastEventAt: poolOf(views, (one) => one.lastEventAt, Math.max),
    dossiers: poolDossiers(views.map((view) => view.piece.dossiers)),
  };
  return { piece, byHalfHour };
}

/** The board of a city or district. `viewsOf` gives the views of the units below a code, `marks` tells the alerts of every area that has some. */
export function areaBoard(
  tree: Tree,
  code: string,
  day: string,
  viewsOf: (code: string) => UnitView[],
  marks: Iterable<[string, AlertMark]>,
): AreaBoard | null {
  const views = viewsOf(code);
  const grain = views.length > MOST_ROWS ? 'child' : 'unit';
  const header = areaHeader(tree, code, day, grain);
  if (!header) return null;
  const { piece, byHalfHour } = poolPieces(views);
  return {
    header,
    totals: totalsOf(piece),
    targets: targetsOf(tree, code, day),
    places: placesOf(tree, code, grain, views),
    units:
      grain === 'unit'
        ? Object.fromEntries(views.map((view) => [view.code, view.row]))
        : childRows(tree, code, viewsOf),
    halfHours: halfHoursOf(byHalfHour),
    ratings: Object.fromEntries(
      views
        .flatMap((view) => view.stream)
        .sort(([, a], [, b]) => b.at - a.at)
        .slice(0, STREAM_SHOWN),
    ),
    notes: Object.assign({}, ...views.map((view) => view.notes)),
    alerts: alertsOf(tree, code, grain, marks),
  };
}

function alertsOf(
  tree: Tree,
  code: string,
  grain: 'unit' | 'child',
  marks: Iterable<[string, AlertMark]>,
): Record<string, AlertMark> {
  const alerts: Record<string, AlertMark> = {};
  for (const [marked, mark] of marks) {
    const area = tree.areas.get(marked);
    const shown = area && (grain === 'unit' || !isUnit(area));
    if (shown && isWithin(tree, marked, code)) alerts[marked] = mark;
  }
  return alerts;
}

function childRows(tree: Tree, code: string, viewsOf: (code: string) => UnitView[]): Record<string, Row> {
  return Object.fromEntries(
    childAreas(tree, code).map((child) => {
      const pooled = poolPieces(viewsOf(child.code));
      return [child.code, rowOfPiece(pooled.piece, pooled.byHalfHour)];
    }),
  );
}

function placesOf(
  tree: Tree,
  code: string,
  grain: 'unit' | 'child',
  views: readonly UnitView[],
): Record<string, Place> {
  const codes =
    grain === 'child' ? childAreas(tree, code).map((child) => child.code) : views.map((view) => view.code);
  const places: Record<string, Place> = {};
  for (const place of codes) {
    const [area, parent] = lineOf(tree, place);
    if (!area) continue;
    const group = isUnit(area) && parent && parent.code !== code ? parent : undefined;
    places[place] = {
      name: area.name,
      nameEn: area.nameEn ?? null,
      label: area.label ?? null,
      kind: area.kind,
      queue: area.queue,
      group: group?.code ?? null,
      groupName: group?.name ?? null,
    };
  }
  return places;
}

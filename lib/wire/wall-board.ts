import type { Board, Count, Kind, QueueKind, Targets } from './board.ts';

/**
 * W1: what a wall is sent, and nothing else of its area: every field stands here by name, so that what boards of desks
 * gain later reaches no wall by itself. Paths and deltas are those of boards. Instants are epoch ms.
 */
export type WallBoard = CommandBoard | HallBoard;

/** Whatever a line of the socket carries: the board of a desk, or that of a wall. */
export type ShownBoard = Board | WallBoard;

export const isWallBoard = (board: ShownBoard): board is WallBoard => 'view' in board;

export const COMMAND_MAPS = ['places', 'units'] as const;
export const HALL_MAPS = ['services', 'calls', 'missed'] as const;

export type WallHeader = {
  code: string;
  name: string;
  nameEn: string | null;
  kind: Kind;
  label: string | null;
  demo: boolean;
  timezone: string;
  /** Local date that "today" stands for. */
  day: string;
  monthFrom: string;
  /** Opening spans of `day`; null: no sessions known. */
  sessions: { fromAt: number; toAt: number }[] | null;
};

/** The figures of the period that every wall shows. */
export type WallTotals = {
  within: Count;
  satisfiedMonth: Count;
  /** On time of those judged this month; null: nothing was ever told of dossiers. */
  onTimeMonth: Count | null;
  /** Latest fact of any unit below, by its own time. */
  lastEventAt: number | null;
};

export type WallPlace = { name: string; nameEn: string | null; group: string | null; queue: QueueKind };

/** What the rules of attention need of a unit (as `Row`). */
export type WallRow = {
  w: number | null;
  s: number | null;
  m: Count;
  l: number | null;
  q: number | null;
  z?: number;
  d?: [open: number, overdue: number, dueToday: number];
};

export type CommandBoard = {
  view: 'command';
  header: WallHeader & { grain: 'unit' | 'child' };
  totals: WallTotals;
  targets: Targets;
  places: Record<string, WallPlace>;
  units: Record<string, WallRow>;
};

/**
 * Seconds that eight of ten people wait: for whoever comes now as past days tell (E5; `n` null), else of `n` calls of
 * today.
 */
export type WaitRange = { lowSec: number; highSec: number; n: number | null };

export type HallService = {
  name: string;
  nameEn: string | null;
  /** Waiting now, without those who only collect a result. */
  waiting: number;
  /** Waiting now to collect a result. */
  collecting: number;
  wait: WaitRange | null;
  openCounters: number | null;
  stoppedSince: number | null;
};

/** The number at a counter: called, or already served there. */
export type HallCall = {
  number: string;
  at: number;
  state: 'called' | 'serving';
  /** The group is nobody's business in a hall. */
  priority: boolean;
  collects: boolean;
};

/** A number that was called while nobody came. */
export type HallMissed = { at: number; collects: boolean };

export type HallBoard = {
  view: 'hall';
  header: WallHeader & { queue: QueueKind; hotline: string | null };
  totals: WallTotals & { waiting: number | null; openCounters: number | null; silentFrom: number | null };
  targets: Targets;
  services: Record<string, HallService>;
  /** By counter. */
  calls: Record<string, HallCall>;
  /** By printed number; the latest of the day. */
  missed: Record<string, HallMissed>;
};

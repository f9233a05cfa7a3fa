import { judge } from './judgement.ts';

/** What the rules need of a row of an area board (a part of lib/wire/board `Row`). */
export type AttentionRow = {
  w: number | null;
  s: number | null;
  m: readonly [number, number];
  l: number | null;
  q: number | null;
  z?: number;
  d?: readonly [open: number, overdue: number, dueToday: number];
};

/** What the rules need of an area board. */
export type AttentionBoard = {
  header: { sessions: readonly { fromAt: number; toAt: number }[] | null };
  targets: { satisfied: { value: number }; within: { seconds: number } };
  places: Readonly<Record<string, { name: string; queue: 'machine' | 'paper' | 'none' }>>;
  units: Readonly<Record<string, AttentionRow>>;
};

/** Most pressing first. */
export const ATTENTION_LEVELS = ['urgent', 'silent', 'attention'] as const;
export type AttentionLevel = (typeof ATTENTION_LEVELS)[number];

/** Why a unit needs somebody; `people` is how many it touches. */
export type AttentionCause = { level: AttentionLevel; people: number } & (
  | { kind: 'longWait'; since: number; waiting: number | null }
  | { kind: 'silent'; lastHeardAt: number | null }
  | { kind: 'issuingStopped'; services: number; waiting: number }
  | { kind: 'satisfaction'; n: number; of: number; target: number }
  | { kind: 'overdue'; dossiers: number }
  | { kind: 'dueToday'; dossiers: number; closesAt: number }
);

export type UnitAttention = {
  kind: 'unit';
  code: string;
  name: string;
  level: AttentionLevel;
  people: number;
  causes: [AttentionCause, ...AttentionCause[]];
};
export type StormAttention = { kind: 'storm'; urgent: number; units: number; people: number };
export type AttentionItem = StormAttention | UnitAttention;

/** A10: a storm is more than this share of all units and at least this many of them. */
const STORM_SHARE = 0.2;
const STORM_UNITS = 3;

/** A13: so long before the last closing what is due today needs somebody. */
const BEFORE_CLOSING_MS = 2 * 3_600_000;

/** A4: nothing was heard for longer than its sources are ever quiet; what it last said is no longer known. */
export const isSilent = (row: Pick<AttentionRow, 'q'>, at: number): boolean => row.q !== null && at >= row.q;

/** A2: how pressing a wait since `since` is at `at` (epoch ms) against a target of `seconds`; null: not at all. */
export function waitLevel(since: number | null, seconds: number, at: number): 'urgent' | 'attention' | null {
  if (since === null || at - since <= seconds * 1000) return null;
  return at - since > 2000 * seconds ? 'urgent' : 'attention';
}

/** A1, A9: everything that needs somebody at the instant `at` (epoch ms), most pressing first. */
export function needsAttention(board: AttentionBoard, at: number): AttentionItem[] {
  const units: UnitAttention[] = [];
  for (const [code, row] of Object.entries(board.units)) {
    const place = board.places[code];
    const [first, ...rest] = place?.queue === 'none' ? otherCauses(board, row, at) : causesOf(board, row, at);
    if (!first) continue;
    const { level, people } = first;
    units.push({ kind: 'unit', code, name: place?.name ?? code, level, people, causes: [first, ...rest] });
  }
  units.sort(byNeed);
  return [...stormOf(units, Object.keys(board.units).length), ...units];
}

function causesOf(board: AttentionBoard, row: AttentionRow, at: number): AttentionCause[] {
  const queue = isSilent(row, at) ? silentCause(board, row, at) : queueCauses(board, row, at);
  return [...queue, ...otherCauses(board, row, at)].sort((a, b) => rank(a.level) - rank(b.level));
}

function otherCauses(board: AttentionBoard, row: AttentionRow, at: number): AttentionCause[] {
  return [...dossierCauses(board, row, at), ...satisfactionCause(board, row)];
}

function silentCause(board: AttentionBoard, row: AttentionRow, at: number): AttentionCause[] {
  const sessions = board.header.sessions;
  const opens = sessions?.[0];
  const closes = sessions?.at(-1);
  const duringDay = sessions === null || (opens && closes && at >= opens.fromAt && at < closes.toAt);
  if (!duringDay) return [];
  return [{ kind: 'silent', level: 'silent', people: row.w ?? 0, lastHeardAt: row.l }];
}

function queueCauses(board: AttentionBoard, row: AttentionRow, at: number): AttentionCause[] {
  const causes: AttentionCause[] = [];
  const level = waitLevel(row.s, board.targets.within.seconds, at);
  if (row.s !== null && level !== null) {
    causes.push({ kind: 'longWait', level, people: row.w ?? 1, since: row.s, waiting: row.w });
  }
  if (row.z && row.w) {
    causes.push({
      kind: 'issuingStopped',
      level: 'attention',
      people: row.w,
      services: row.z,
      waiting: row.w,
    });
  }
  return causes;
}

/** A12, A13: promises that are broken, and those that will be when the doors close. */
function dossierCauses({ header }: AttentionBoard, { d }: AttentionRow, at: number): AttentionCause[] {
  const [, overdue, dueToday] = d ?? [0, 0, 0];
  const causes: AttentionCause[] = [];
  if (overdue > 0) causes.push({ kind: 'overdue', level: 'attention', people: overdue, dossiers: overdue });
  const closesAt = header.sessions?.at(-1)?.toAt;
  if (dueToday > 0 && closesAt !== undefined && at >= closesAt - BEFORE_CLOSING_MS && at < closesAt)
    causes.push({ kind: 'dueToday', level: 'attention', people: dueToday, dossiers: dueToday, closesAt });
  return causes;
}

function satisfactionCause(board: AttentionBoard, row: AttentionRow): AttentionCause[] {
  const [n, of] = row.m;
  const target = board.targets.satisfied.value;
  const { result, signal } = judge(n, of, target);
  if (result !== 'notMet' || signal !== 'clear') return [];
  return [{ kind: 'satisfaction', level: 'attention', people: of - n, n, of, target }];
}

function stormOf(units: readonly UnitAttention[], all: number): StormAttention[] {
  const urgent = units.filter((unit) => unit.level === 'urgent');
  if (urgent.length < STORM_UNITS || urgent.length <= all * STORM_SHARE) return [];
  const people = urgent.reduce((sum, unit) => sum + unit.people, 0);
  return [{ kind: 'storm', urgent: urgent.length, units: all, people }];
}

const rank = (level: AttentionLevel): number => ATTENTION_LEVELS.indexOf(level);
const vietnamese = new Intl.Collator('vi', { numeric: true });

// The code decides between units of one name, so that the order never depends on the order of the board.
const byNeed = (a: UnitAttention, b: UnitAttention): number =>
  rank(a.level) - rank(b.level) ||
  b.people - a.people ||
  vietnamese.compare(a.name, b.name) ||
  (a.code < b.code ? -1 : 1);

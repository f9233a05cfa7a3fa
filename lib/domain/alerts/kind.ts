/** What an alert can be about. Those of the queue first, then of what people say, then of promises and of paper. */
export const ALERT_KINDS = [
  'longWait',
  'crowd',
  'idleCounter',
  'serviceLevel',
  'silent',
  'silentRatings',
  'silentDossiers',
  'ratingBurst',
  'satisfaction',
  'onTime',
  'overdue',
  'dueToday',
  'apologyOwed',
  'suggestionUnseen',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/**
 * What a rule of the kind counts. `minutes` and `people` (waiting for each open counter) and `cases` have thresholds;
 * `target` is judged against the target in force, `pattern` by the source's own pattern (G5).
 */
type Unit = 'minutes' | 'people' | 'cases' | 'target' | 'pattern';

export type KindDefaults = {
  unit: Unit;
  /** Raised from here on; null: there is no threshold to set. */
  raiseAt: number | null;
  /** Calm below here. Between the two nothing changes. */
  clearAt: number | null;
  /** The lowest and highest threshold that may be set. */
  range: readonly [number, number];
  /** How long it must be calm, without a break, before it is cleared. */
  holdMinutes: number;
  /** Untaken for so long it goes up one level. */
  escalateMinutes: number;
};

const none = { raiseAt: null, clearAt: null, range: [0, 0] } as const;

/** What holds where no rule is set. */
export const KIND_DEFAULTS: Record<AlertKind, KindDefaults> = {
  longWait: {
    unit: 'minutes',
    raiseAt: 30,
    clearAt: 20,
    range: [1, 480],
    holdMinutes: 3,
    escalateMinutes: 20,
  },
  crowd: { unit: 'people', raiseAt: 15, clearAt: 10, range: [2, 500], holdMinutes: 5, escalateMinutes: 20 },
  idleCounter: {
    unit: 'minutes',
    raiseAt: 10,
    clearAt: 1,
    range: [1, 240],
    holdMinutes: 1,
    escalateMinutes: 30,
  },
  serviceLevel: { unit: 'target', ...none, holdMinutes: 15, escalateMinutes: 60 },
  silent: { unit: 'pattern', ...none, holdMinutes: 0, escalateMinutes: 30 },
  silentRatings: { unit: 'pattern', ...none, holdMinutes: 0, escalateMinutes: 240 },
  silentDossiers: { unit: 'pattern', ...none, holdMinutes: 0, escalateMinutes: 240 },
  // AA9: fewer than three would tell inside the unit what B5 hides.
  ratingBurst: {
    unit: 'cases',
    raiseAt: 3,
    clearAt: 1,
    range: [3, 100],
    holdMinutes: 0,
    escalateMinutes: 60,
  },
  satisfaction: { unit: 'target', ...none, holdMinutes: 60, escalateMinutes: 1440 },
  onTime: { unit: 'target', ...none, holdMinutes: 60, escalateMinutes: 1440 },
  overdue: {
    unit: 'cases',
    raiseAt: 1,
    clearAt: 1,
    range: [1, 10_000],
    holdMinutes: 0,
    escalateMinutes: 480,
  },
  dueToday: {
    unit: 'minutes',
    raiseAt: 120,
    clearAt: null,
    range: [10, 480],
    holdMinutes: 0,
    escalateMinutes: 60,
  },
  apologyOwed: {
    unit: 'cases',
    raiseAt: 1,
    clearAt: 1,
    range: [1, 10_000],
    holdMinutes: 0,
    escalateMinutes: 1440,
  },
  suggestionUnseen: {
    unit: 'cases',
    raiseAt: 1,
    clearAt: 1,
    range: [1, 10_000],
    holdMinutes: 0,
    escalateMinutes: 480,
  },
};

/** AA15: an apology that has been owed for so much working time is owed for too long. */
export const APOLOGY_WITHIN_MS = 8 * 3_600_000;
/** Where no calendar is known a working day is a day. */
export const APOLOGY_WITHIN_UNKNOWN_MS = 24 * 3_600_000;
/** AA15: what was settled late longer ago is no alert any more; its chain still says that it is owed. */
export const APOLOGY_DAYS = 30;

/** Kinds that speak of the queue: judged inside opening sessions, and not of a unit that is silent or has no queue. */
const OF_QUEUE: readonly AlertKind[] = ['longWait', 'crowd', 'idleCounter', 'serviceLevel'];
export const isOfQueue = (kind: AlertKind): boolean => OF_QUEUE.includes(kind);

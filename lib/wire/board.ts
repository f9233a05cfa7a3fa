import type { AlertKind } from '../domain/alerts/kind.ts';
import type { UnservedRisk } from '../domain/estimate/unserved-risk.ts';
import type { Level } from '../domain/rating-level.ts';
import type { QuietSources } from '../domain/silence.ts';

/**
 * A board is a flat set of paths. `header`, `totals` and `targets` are one value each; the others are maps whose
 * entries are addressed `map/key`. Instants are epoch ms; null is "not known", never 0.
 */
export type Board = UnitBoard | AreaBoard;

export const UNIT_MAPS = [
  'services',
  'counters',
  'tickets',
  'halfHours',
  'ratings',
  'notes',
  'alerts',
] as const;
export const AREA_MAPS = ['places', 'units', 'halfHours', 'ratings', 'notes', 'alerts'] as const;

export type Kind = 'city' | 'district' | 'ward' | 'centre';
export type QueueKind = 'machine' | 'paper' | 'none';

type Header = {
  code: string;
  name: string;
  nameEn: string | null;
  kind: Kind;
  /** What the kind is called here ("Khu vực", "Phường"), from data; null where the import gave none. */
  label: string | null;
  /** Ancestors, root first, without the area itself. */
  path: { code: string; name: string; nameEn: string | null }[];
  demo: boolean;
  timezone: string;
  /** Local date that "today" stands for. */
  day: string;
  /** First and last local date of the month that the satisfaction counts stand for (last = `day`). */
  monthFrom: string;
  /** Opening spans of `day` as instants, in order; null: no sessions known. */
  sessions: { fromAt: number; toAt: number }[] | null;
};

export type UnitHeader = Header & { form: 'unit'; queue: QueueKind };
/** `grain`: what a row stands for: a unit, or a direct child where there are more than 600 units. */
export type AreaHeader = Header & { form: 'area'; grain: 'unit' | 'child' };

/** n of `of`. The share and its interval are computed where they are shown (lib/domain/wilson). */
export type Count = [n: number, of: number];

/** Sums of the current service day, of the month's ratings, and of the queues now. */
export type Totals = {
  waiting: number | null;
  /** Wait start of whoever waits longest. */
  waitingSince: number | null;
  openCounters: number | null;
  counters: number | null;
  issued: number;
  called: number;
  finished: number;
  noShow: number;
  left: number;
  /** Service level of today at the target's seconds. */
  within: Count;
  /** Half of today's called waited at most this; null: nobody called. */
  p50Sec: number | null;
  satisfiedToday: Count;
  satisfiedMonth: Count;
  /** Ratings and finished tickets of today. */
  response: Count;
  /** Latest event of any unit below, by its own time. */
  lastEventAt: number | null;
  /** Null: nothing was ever told of dossiers. */
  dossiers: DossierTotals | null;
};

/** Dossiers now (F18). Of two parts that overlap nothing may be added up. No codes of dossiers on a board. */
export type DossierTotals = {
  open: number;
  overdue: number;
  dueToday: number;
  dueSoon: number;
  awaitingSupplement: number;
  /** Submitted and not yet received. */
  unaccepted: number;
  settledToday: number;
  /** Null: no unit ever tells when it hands out. */
  notCollected: number | null;
  /** On time of those judged this month, by day of settlement. */
  onTimeMonth: Count;
};

/**
 * A unit's own totals say too when its queue's source was last heard, and (as `Row.q`) when its silence counts; the same
 * of its ratings and dossiers, where they have a pattern (G13).
 */
export type UnitTotals = Totals & {
  queueHeardAt: number | null;
  silentFrom: number | null;
  quiet?: QuietSources;
  /** How many of the estimates of the last open day held (E7); null: none was given on it. */
  estimatesHeld: { day: string; held: Count } | null;
  /** Whom the end of the running session may leave unserved (E8); null: nobody, as far as can be told. */
  unserved: UnservedRisk | null;
};

export type TargetValue = { value: number; source: string; from: string };
export type Targets = {
  satisfied: TargetValue;
  onTime: TargetValue;
  within: TargetValue & { seconds: number };
};

export type ServiceState = {
  name: string;
  nameEn: string | null;
  waiting: number;
  /** Wait start of the one who waits longest; null when nobody waits or only a gauge speaks. */
  since: number | null;
  openCounters: number | null;
  /** Instant since which no numbers are issued; null: they are. */
  stoppedSince: number | null;
  /** Set when a gauge, not tickets, says how many wait. */
  gaugeAt: number | null;
  currentNumber: string | null;
  /**
   * In which range the wait of whoever came now would lie, four times in five (E5), in seconds; null: past days bear
   * none, or no numbers are issued.
   */
  estimate: { lowSec: number; highSec: number } | null;
  /** How many of its estimates of the last open day held; null: none was given on it. */
  estimatesHeld: Count | null;
};

export type CounterState = {
  state: 'open' | 'paused' | 'closed' | 'unknown';
  /** Since when it is in this state; null when no event told. */
  since: number | null;
  services: string[];
  /** The ticket at the counter, by its printed number. */
  serving: { number: string | null; service: string; state: 'called' | 'serving'; since: number } | null;
};

/** A ticket that waits; nothing about the person. */
export type WaitingTicket = {
  number: string;
  service: string;
  since: number;
  toCounter: string | null;
  held: boolean;
};

export type HalfHour = { arrived: number; called: number; finished: number; left: number };

/**
 * A rating in the stream. On a unit's own board low ones come as three at once or at the end of the session, their
 * time cut to the half hour (`cut`); on boards above they come live.
 */
export type RatingLine = {
  at: number;
  cut: boolean;
  level: Level;
  unit: string;
  service: string | null;
  counter: string | null;
  reasons: string[];
};

export type NoteLine = { unit: string; fromAt: number; toAt: number | null; text: string };

/**
 * Alerts of one area whose cause is there and that nobody has closed: when each was raised, and when somebody took it.
 * Who did stands on no board.
 */
export type AlertMark = Partial<Record<AlertKind, [raisedAt: number, takenAt: number | null]>>;

/** What does not change with events: name and group of a row. */
export type Place = {
  name: string;
  nameEn: string | null;
  label: string | null;
  kind: Kind;
  queue: QueueKind;
  group: string | null;
  groupName: string | null;
};

/** One flat row per unit (or direct child), ≤ 250 bytes as JSON. */
export type Row = {
  /** Waiting now; null: not known (no queue, or never heard). */
  w: number | null;
  /** Wait start of whoever waits longest. */
  s: number | null;
  /** Open counters of all counters. */
  c: [open: number | null, all: number | null];
  /** Service level today: n of `of`. */
  x: Count;
  /** Satisfied this month: n of `of`. */
  m: Count;
  /** Latest event of the queue; without a ticket machine, of any source. */
  l: number | null;
  /** Instant from which silence counts as "no signal" if nothing more is heard; null: not judged. */
  q: number | null;
  /** First half hour of `h`. */
  f: number;
  /** Waiting at the end of each half hour from `f` on. */
  h: number[];
  /** Services whose issuing is stopped. */
  z?: number;
  /** Dossiers; absent: nothing was ever told of them. */
  d?: [open: number, overdue: number, dueToday: number];
  /** Dossiers on time this month: n of `of`. */
  o?: Count;
};

export type UnitBoard = {
  header: UnitHeader;
  totals: UnitTotals;
  targets: Targets;
  services: Record<string, ServiceState>;
  counters: Record<string, CounterState>;
  tickets: Record<string, WaitingTicket>;
  halfHours: Record<string, HalfHour>;
  ratings: Record<string, RatingLine>;
  notes: Record<string, NoteLine>;
  /** Its own, under its code. */
  alerts: Record<string, AlertMark>;
};

export type AreaBoard = {
  header: AreaHeader;
  totals: Totals;
  targets: Targets;
  places: Record<string, Place>;
  units: Record<string, Row>;
  halfHours: Record<string, HalfHour>;
  ratings: Record<string, RatingLine>;
  notes: Record<string, NoteLine>;
  /** By area: of every unit that has a row, and of the area and those between. */
  alerts: Record<string, AlertMark>;
};

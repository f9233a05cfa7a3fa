import type { DataOf, DomainEvent, FoldedEvent } from '../events/registry.ts';
import { compareFacts, type FactKey, insertFact } from '../fact-order.ts';
import { lineOf, type Tree } from '../tree.ts';

/** In the order in which they count where several are of one instant. */
const STEPS = ['raised', 'acknowledged', 'noted', 'closed', 'cleared'] as const;
type Step = (typeof STEPS)[number];

export type AlertEvent = DomainEvent<`alert.${Step}`>;

/** One step as kept in its row; what somebody wrote stands beside the log under `seq`. */
export type AlertFact = FactKey & { step: Step; seq: number } & Partial<
    Omit<DataOf<'alert.raised'>, 'alert'> & { cause: DataOf<'alert.cleared'>['cause'] }
  >;

/** Where an alert stands with people. `cleared`: its cause is gone and nobody has closed it. */
export const ALERT_STATES = ['open', 'taken', 'noted', 'cleared', 'closed'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** AA7: what the steps of an alert mean together. */
export type Alert = {
  state: AlertState;
  /** Null: nobody raised it (yet): it is in no list. */
  raised: Omit<DataOf<'alert.raised'>, 'alert'> | null;
  raisedAt: number | null;
  /** Who took it first, by noting or closing it too, as the source of that step. */
  takenAt: number | null;
  takenBy: string | null;
  notedAt: number | null;
  closedAt: number | null;
  closedBy: string | null;
  clearedAt: number | null;
};

const PREFIX = 'alert.';
export const isAlertEvent = (event: FoldedEvent): event is AlertEvent => event.type.startsWith(PREFIX);

export function alertFact({ type, at, source, id, data }: AlertEvent, seq: number): AlertFact {
  const { alert: _, ...told } = data;
  const said = 'note' in told ? {} : told;
  // The type is `alert.<step>` for every step by construction of the registry.
  return { ...said, step: type.slice(PREFIX.length) as Step, seq, at, source, id };
}

const compareSteps = (a: AlertFact, b: AlertFact): number =>
  a.at - b.at || STEPS.indexOf(a.step) - STEPS.indexOf(b.step) || compareFacts(a, b);

/** Adds a step in its place; the list stays sorted. */
export const withAlertFact = (facts: readonly AlertFact[], fact: AlertFact): AlertFact[] =>
  insertFact(facts, fact, compareSteps);

/** AA7: total over facts that are sorted. The first of each step holds; whoever does anything has taken it. */
export function foldAlert(facts: readonly AlertFact[]): Alert {
  const first = (...steps: Step[]): AlertFact | undefined => facts.find(({ step }) => steps.includes(step));
  const raising = first('raised');
  const taken = first('acknowledged', 'noted', 'closed');
  const closed = first('closed');
  const cleared = first('cleared');
  const noted = first('noted');
  return {
    state: closed ? 'closed' : cleared ? 'cleared' : noted ? 'noted' : taken ? 'taken' : 'open',
    raised: raising ? raisedOf(raising) : null,
    raisedAt: raising?.at ?? null,
    takenAt: taken?.at ?? null,
    takenBy: taken?.source ?? null,
    notedAt: noted?.at ?? null,
    closedAt: closed?.at ?? null,
    closedBy: closed?.source ?? null,
    clearedAt: cleared?.at ?? null,
  };
}

function raisedOf(fact: AlertFact): NonNullable<Alert['raised']> {
  const { kind, since, value, of, limit, people, counter, units, escalateMinutes } = fact;
  return {
    kind: kind ?? 'longWait',
    since: since ?? fact.at,
    value: value ?? 0,
    people: people ?? 0,
    escalateMinutes: escalateMinutes ?? 1,
    ...(of !== undefined && { of }),
    ...(limit !== undefined && { limit }),
    ...(counter !== undefined && { counter }),
    ...(units !== undefined && { units }),
  };
}

/** Whether its cause is still there as far as anybody knows. */
export const isStanding = (alert: Alert): boolean => alert.raisedAt !== null && alert.clearedAt === null;

/** What says how far an alert has gone up. */
type Reached = Pick<Alert, 'raised' | 'raisedAt' | 'takenAt' | 'clearedAt'>;

/**
 * AA10: how many levels up an alert has gone at an instant: one for each time that its escalation has passed while
 * nobody took it. Whoever takes it, or the end of its cause, stops that.
 */
export function levelsUp(alert: Reached, at: number): number {
  const { raised, raisedAt } = alert;
  if (!raised || raisedAt === null) return 0;
  const until = Math.min(at, alert.takenAt ?? at, alert.clearedAt ?? at);
  return Math.max(0, Math.floor((until - raisedAt) / (raised.escalateMinutes * 60_000)));
}

/** AA10: the area whose leader an alert of `code` has reached; the root at most. */
export function escalatedTo(tree: Tree, code: string, alert: Reached, at: number): string {
  const line = lineOf(tree, code);
  return line[Math.min(levelsUp(alert, at), line.length - 1)]?.code ?? code;
}

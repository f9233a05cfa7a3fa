import { dueOf, type Limit } from '../calendar/due.ts';
import { addWorking, type Opening, workingBetween } from '../calendar/working-time.ts';
import type { DomainEvent } from '../events/registry.ts';
import { localDay } from '../zoned-time.ts';
import { type Carried, firstDueOf, firstOf, promisedAtReceipt } from './dossier.ts';
import { type DossierFact, dossierFact, withDossierFact } from './dossier-fact.ts';
import { supplementsOf } from './supplements.ts';

export type PromiseEvent = DomainEvent<'dossier.due_computed' | 'dossier.accept_computed'>;

/** How time is counted in a unit for a procedure on a day: its limit (null: none) and the hours that are working time. */
export type Counting = { limit: Limit | null; opening: Opening };
export type CountingOf = (unit: string, procedure: string, day: string) => Counting;

/** Who makes a promise; such sources are refused at the door. */
const SOURCE = '/server';

/** What to look for: a due date is promised once, at receipt. */
export type Wanted = { dossier: string; receipt: boolean; carried: Carried | null };

/**
 * F5, F6, F13: what the server must still work out for these facts, by the calendar as it is now. Logged, it is a fact
 * like any other.
 */
export function promisesOf(
  facts: readonly DossierFact[],
  wanted: Wanted,
  countingOf: CountingOf,
): PromiseEvent[] {
  const received = firstOf(facts, 'received');
  if (!received) return [];
  const day = (zone: string): string => localDay(zone, received.at);
  const procedure = received.procedure ?? '';
  // The zone of an opening is its unit's, whatever the day.
  const { zone } = countingOf(received.unit, procedure, '').opening;
  const counting = countingOf(received.unit, procedure, day(zone));
  const made: PromiseEvent[] = [];
  let known = facts;
  const make = (event: PromiseEvent): void => {
    made.push(event);
    known = withDossierFact(known, dossierFact(event));
  };
  const due = wanted.receipt && dueAtReceipt(known, received, wanted.dossier, counting);
  if (due) make(due);
  const accepted = accept(known, received, wanted.dossier, counting.opening);
  if (accepted) make(accepted);
  for (;;) {
    const moved = nextMove(known, received, wanted, counting.opening);
    if (!moved) return made;
    make(moved);
  }
}

const eventOf = <T extends PromiseEvent['type']>(
  type: T,
  { unit }: DossierFact,
  at: number,
  key: readonly unknown[],
  data: DomainEvent<T>['data'],
): PromiseEvent =>
  // `data` is of `type`, which a generic member of the union cannot show.
  ({ source: SOURCE, id: JSON.stringify([unit, ...key]), type, unit, at, data }) as PromiseEvent;

function dueAtReceipt(
  facts: readonly DossierFact[],
  received: DossierFact,
  dossier: string,
  { limit, opening }: Counting,
): PromiseEvent | null {
  if (received.dueAt !== undefined || !limit || promisedAtReceipt(facts, received, opening.zone)) return null;
  const dueAt = dueOf(opening, received.at, limit);
  if (dueAt === null) return null;
  const procedure = received.procedure ?? '';
  const kind = ({ days: 'day', hours: 'time', sameDay: 'clock' } as const)[limit.kind];
  return eventOf('dossier.due_computed', received, received.at, [dossier, procedure, received.at], {
    dossier,
    procedure,
    from: received.at,
    dueAt,
    kind,
  });
}

function nextMove(
  facts: readonly DossierFact[],
  received: DossierFact,
  { dossier, carried }: Wanted,
  opening: Opening,
): PromiseEvent | null {
  const first = firstDueOf(facts, received, opening.zone, carried);
  const { pauses } = supplementsOf(facts, received, firstOf(facts, 'settled'), first, opening.zone);
  for (const { fromAt, toAt, base } of pauses) {
    if (toAt === null || base === null || isKnown(facts, received, fromAt, toAt, base.at)) continue;
    const left = addWorking(opening, base.at, workingBetween(opening, fromAt, toAt));
    // No calendar: the clock alone tells (F6), and the fold reads it there.
    if (left === null || addWorking(opening, fromAt, 1) === null) return null;
    const procedure = received.procedure ?? '';
    const key = [dossier, procedure, fromAt, toAt, base.at];
    return eventOf('dossier.due_computed', received, toAt, key, {
      dossier,
      procedure,
      from: fromAt,
      to: toAt,
      base: base.at,
      // Nothing to move by leaves the date where it is, also one that lies outside of every session.
      dueAt: workingBetween(opening, fromAt, toAt) === 0 ? base.at : left,
      kind: base.kind,
    });
  }
  return null;
}

// Told by the source itself, or worked out already.
const isKnown = (
  facts: readonly DossierFact[],
  { unit }: DossierFact,
  fromAt: number,
  toAt: number,
  base: number,
): boolean =>
  facts.some(
    (fact) =>
      (fact.kind === 'supplement_supplied' && fact.at === toAt && fact.dueAt !== undefined) ||
      (fact.kind === 'due_computed' &&
        fact.unit === unit &&
        fact.from === fromAt &&
        fact.to === toAt &&
        fact.base === base),
  );

function accept(
  facts: readonly DossierFact[],
  received: DossierFact,
  dossier: string,
  opening: Opening,
): PromiseEvent | null {
  const from = firstOf(facts, 'submitted')?.at;
  const to = received.at;
  if (from === undefined || addWorking(opening, from, 1) === null) return null;
  const known = facts.some(
    (fact) =>
      fact.kind === 'accept_computed' && fact.unit === received.unit && fact.from === from && fact.to === to,
  );
  if (known) return null;
  const workingSeconds = Math.floor(workingBetween(opening, from, to) / 1000);
  return eventOf('dossier.accept_computed', received, to, [dossier, 'accept', from, to], {
    dossier,
    from,
    to,
    workingSeconds,
  });
}

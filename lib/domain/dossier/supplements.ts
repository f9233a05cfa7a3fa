import type { DossierFact } from './dossier-fact.ts';
import { type Due, dueOfTold, lateFrom, movedElapsed } from './due.ts';

/** A stretch with the applicant: asked, and supplied or not yet. `base` is the due date that it moves; null: it moves none. */
export type Pause = { fromAt: number; toAt: number | null; base: Due | null; moved: Due | null };

export type Supplements = {
  /** Times that something was asked for. */
  asked: number;
  /** The second request (F10 counts it late). */
  secondAskedAt: number | null;
  /** Asked when at most a fifth of the limit was left. */
  late: boolean;
  pauses: Pause[];
  /** The due date after all of them. */
  due: Due | null;
  /** Supplied though nothing was asked for. */
  unasked: boolean;
};

const LAST_FIFTH = 0.2;

/** F6: what the requests to the applicant do to a due date. `received` and `settled` are those that hold. */
export function supplementsOf(
  facts: readonly DossierFact[],
  received: DossierFact,
  settled: DossierFact | undefined,
  first: Due | null,
  zone: string,
): Supplements {
  // What comes after the end moves nothing any more.
  const told = settled ? facts.filter(({ at }) => at <= settled.at) : facts;
  const asks = told.filter(({ kind }) => kind === 'supplement_asked');
  const state: Supplements = {
    asked: asks.length,
    secondAskedAt: asks[1]?.at ?? null,
    late: false,
    pauses: [],
    due: first,
    unasked: false,
  };
  let open: Pause | null = null;
  for (const fact of told) {
    const { due } = state;
    if (fact.kind === 'supplement_asked') {
      if (first && due && due.at - fact.at <= LAST_FIFTH * (first.at - received.at)) state.late = true;
      if (open) continue;
      // Once the promise is broken, or before it was made, a request moves nothing.
      const moves = due !== null && fact.at >= received.at && fact.at < lateFrom(due, 'own', zone);
      open = { fromAt: fact.at, toAt: null, base: moves ? due : null, moved: null };
      state.pauses.push(open);
    } else if (fact.kind === 'supplement_supplied') {
      if (open) {
        open.toAt = fact.at;
        open.moved = open.base && movedBy(facts, fact, received, open.fromAt, open.base, zone);
        state.due = open.moved ?? due;
        open = null;
      } else state.unasked = true;
    }
  }
  return state;
}

// The source's own date, else the working time that the server counted, else the time on the clock.
function movedBy(
  facts: readonly DossierFact[],
  supplied: DossierFact,
  received: DossierFact,
  fromAt: number,
  base: Due,
  zone: string,
): Due {
  if (supplied.dueAt !== undefined) return dueOfTold(supplied.dueAt, zone, received.at);
  const counted = facts.find(
    (fact) =>
      fact.kind === 'due_computed' &&
      fact.unit === received.unit &&
      fact.base === base.at &&
      fact.from === fromAt &&
      fact.to === supplied.at,
  );
  return counted ? computedDue(counted, zone, base) : movedElapsed(base, fromAt, supplied.at, zone);
}

/** A due date that the server logged. */
export function computedDue(fact: DossierFact, zone: string, fallback: Due): Due;
export function computedDue(fact: DossierFact, zone: string): Due | null;
export function computedDue({ dueAt, dueKind = 'time' }: DossierFact, zone: string, fallback?: Due) {
  if (typeof dueAt !== 'number') return fallback ?? null;
  return { ...dueOfTold(dueAt, zone, dueAt), kind: dueKind };
}

import { isAlertEvent } from '../../lib/domain/alerts/alert.ts';
import { applyShifts } from '../../lib/domain/apply-shifts.ts';
import { type DossierEvent, isDossierEvent } from '../../lib/domain/dossier/dossier-fact.ts';
import { type SourceEvent, sourceEvents } from '../../lib/domain/events/registry.ts';
import type { LoggedEvent } from '../../lib/domain/fold-events.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { findLongestAgain } from '../../lib/domain/longest-again.ts';
import type { RatingEvent } from '../../lib/domain/rating.ts';
import { isTicketEvent } from '../../lib/domain/ticket-fact.ts';
import { rootOf } from '../../lib/domain/tree.ts';
import { foldAlerts } from '../log/fold-alerts.ts';
import { foldDossierGroup } from '../log/fold-dossier-group.ts';
import { foldAll } from '../log/fold-group.ts';
import type { Query } from '../log/query.ts';
import { knownDossiers } from './known-dossiers.ts';
import { holdPastAlerts } from './past-alerts.ts';
import type { Past } from './past-memory.ts';
import { holdPastRatings } from './past-ratings.ts';
import { holdPastTickets } from './past-tickets.ts';

/** Brings into memory what coming events name and what is not there, as it was known at the moment that was read. */
export async function holdNamed(query: Query, past: Past, events: readonly SourceEvent[]): Promise<void> {
  const { memory, knowledge } = past;
  const tickets = events.filter(isTicketEvent).map(({ unit, data }): [string, string] => [unit, data.ticket]);
  await holdPastTickets(query, memory, tickets, knowledge);
  const ratings = events.filter((event): event is RatingEvent => event.type === 'rating.given');
  await holdPastRatings(query, memory, ratings, knowledge.moment);
  const alerts = events.filter(isAlertEvent).map(({ unit, data }): [string, string] => [unit, data.alert]);
  await holdPastAlerts(query, memory, alerts, knowledge.moment);
  await holdDossiers(
    query,
    past,
    events.flatMap((event) => (isDossierEvent(event) ? [event] : [])),
  );
}

async function holdDossiers(
  query: Query,
  { memory, knowledge }: Past,
  events: readonly DossierEvent[],
): Promise<void> {
  const [first] = events;
  if (!first) return;
  const root = rootOf(memory.tree, first.unit);
  const held = heldOrMade(memory.dossiers, root, () => new Map());
  const named = new Set<string>();
  for (const { data } of events)
    for (const code of [data.dossier, 'previous' in data ? data.previous : undefined])
      if (code !== undefined && !held.has(code)) named.add(code);
  const pairs = [...named].map((code): [string, string] => [root, code]);
  for (const [id, entry] of await knownDossiers(query, memory, root, pairs, knowledge))
    if (!held.has(id)) held.set(id, entry);
}

/**
 * Folds what came next into a past memory, by the folds that made live memory; gives the units that it changed. Cells
 * other than those of the day, which no board reads, may be left short of what came before the day.
 */
export function foldPast({ memory, units }: Past, logged: readonly LoggedEvent[], at: number): Set<string> {
  // What the server promised is in the log, and a sign of nobody's life.
  const touched = new Set(foldDossierGroup(memory, logged, at, null).units);
  for (const area of foldAlerts(memory, logged).keys()) touched.add(area);
  const own = new Set(units.map(({ unit }) => unit));
  const told = logged.filter(({ event }) => own.has(event.unit) && Object.hasOwn(sourceEvents, event.type));
  for (const [code, { nets }] of foldAll(memory, told)) {
    touched.add(code);
    const unit = memory.units.get(code);
    if (!unit) continue;
    for (const place of applyShifts(unit, nets).lostMax)
      if (place.grain === 'halfHours') findLongestAgain(unit, place);
  }
  return touched;
}

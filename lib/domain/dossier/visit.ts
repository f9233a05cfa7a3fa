import type { FoldedEvent } from '../events/registry.ts';

/** F22: somebody came for a dossier: a ticket of a unit that names it, or that a receipt of it names. */
export type Visit = { unit: string; ticket: string; dossier: string; receipt: boolean };

/** The visits that an event tells of. They are a set: the same one told twice is one. */
export function visitsOf(event: FoldedEvent): Visit[] {
  const { unit } = event;
  if (event.type === 'ticket.issued') {
    const { ticket, dossiers = [] } = event.data;
    return [...new Set(dossiers)].map((dossier) => ({ unit, ticket, dossier, receipt: false }));
  }
  if (event.type !== 'dossier.received' || event.data.ticket === undefined) return [];
  return [{ unit, ticket: event.data.ticket, dossier: event.data.dossier, receipt: true }];
}

import type { DossierFact } from './dossier-fact.ts';
import type { Due } from './due.ts';

/** F16: what somebody must correct, in the order of the list. */
export const DOSSIER_FAULTS = [
  'no_receipt',
  'settled_without_receipt',
  'settled_before_receipt',
  'due_before_receipt',
  'second_receipt',
  'second_result',
  'second_delivery',
  'delivered_unsettled',
  'supplement_unasked',
  'supplement_unsupplied',
] as const;
export type DossierFault = (typeof DOSSIER_FAULTS)[number];

/** The parts of a dossier that can contradict one another. */
type Read = {
  state: string;
  receivedAt: number | null;
  settledAt: number | null;
  deliveredAt: number | null;
  due: Due | null;
  previous: string | null;
};

type Found = {
  /** The receipt, settlement and delivery that hold. */
  winners: readonly (DossierFact | undefined)[];
  unasked: boolean;
  unsupplied: boolean;
};

const SECOND = {
  received: 'second_receipt',
  settled: 'second_result',
  delivered: 'second_delivery',
} as const;

/** F16: stored and counted all the same; the list says what does not fit. */
export function faultsOf(facts: readonly DossierFact[], dossier: Read, found: Found): DossierFault[] {
  const { receivedAt, settledAt, deliveredAt, due, state } = dossier;
  const faults = new Set<DossierFault>();
  if (state === 'pending') faults.add(settledAt === null ? 'no_receipt' : 'settled_without_receipt');
  if (receivedAt !== null) {
    if (settledAt !== null && settledAt < receivedAt) faults.add('settled_before_receipt');
    // A date that an earlier dossier left (F15) may well lie before this receipt.
    if (toldTooEarly(found.winners[0]) || (due && due.at < receivedAt && dossier.previous === null))
      faults.add('due_before_receipt');
    if (deliveredAt !== null && settledAt === null) faults.add('delivered_unsettled');
  }
  for (const fact of facts) {
    const kind = fact.kind;
    if (kind !== 'received' && kind !== 'settled' && kind !== 'delivered') continue;
    const winner = found.winners.find((one) => one?.kind === kind);
    if (winner && fact !== winner && !saysTheSame(fact, winner)) faults.add(SECOND[kind]);
  }
  if (found.unasked) faults.add('supplement_unasked');
  if (found.unsupplied) faults.add('supplement_unsupplied');
  return DOSSIER_FAULTS.filter((fault) => faults.has(fault));
}

const toldTooEarly = (received: DossierFact | undefined): boolean =>
  received !== undefined && typeof received.dueAt === 'number' && received.dueAt < received.at;

/** The same fact told by two sources is no contradiction. */
const saysTheSame = (a: DossierFact, b: DossierFact): boolean => said(a) === said(b);

const said = ({ source: _, id: _id, ...fact }: DossierFact): string =>
  JSON.stringify(Object.entries(fact).sort(([x], [y]) => (x < y ? -1 : 1)));

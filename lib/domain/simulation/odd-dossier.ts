import type { SourceType } from '../events/registry.ts';
import type { SimulatedDossier } from './dossier-profile.ts';
import type { Teller } from './teller.ts';

type Tell = Teller['tell'];

/** Slips of other people's software and hands, which the list "to correct" shows. */
const SLIPS = ['none', 'no_receipt', 'second_result', 'unsettled', 'unknown_procedure'] as const;
const SLIP_SHARE = 0.004;
const UNKNOWN_PROCEDURE = 'thu-tuc-cu';
const LATER_MS = 20 * 60_000;

/** How a dossier is told: nearly always as it was, and sometimes with one slip. Its ids begin with its code. */
export function oddly({ dossier, random }: SimulatedDossier, teller: Teller): Tell {
  const slip = random.chance(SLIP_SHARE) ? random.pick(SLIPS) : 'none';
  const tell: Tell = (type, at, id, data) => teller.tell(type, at, `${dossier}/${id}`, data);
  const left: Partial<Record<(typeof SLIPS)[number], SourceType>> = {
    no_receipt: 'dossier.received',
    unsettled: 'dossier.settled',
  };
  return (type, at, id, data) => {
    if (type === left[slip]) return;
    const unknown = slip === 'unknown_procedure' && 'procedure' in data;
    tell(type, at, id, unknown ? { ...data, procedure: UNKNOWN_PROCEDURE } : data);
    if (slip === 'second_result' && type === 'dossier.settled')
      tell('dossier.settled', at + LATER_MS, 'settled-again', { dossier, result: 'refused' });
  };
}

import { heldOrMade } from '../held-or-made.ts';
import { type Dossier, isDecided } from './dossier.ts';

/** P5, F16, F17: what is counted over all days: `about` is the procedure of `received`, the fault of `fault`, else ''. */
export type TallyPlace = {
  unit: string;
  kind: 'received' | 'settled' | 'collected' | 'fault';
  about: string;
};
export type TallyNet = TallyPlace & { n: number };

/** What unit, kind and thing gain and lose. */
export type Tallies = Map<string, TallyNet>;

/** Adds what one dossier counts for over all days, or takes it away. */
export function tallyDossier(tallies: Tallies, dossier: Dossier, sign: 1 | -1): void {
  const { unit, receivedAt, settledAt, deliveredAt, faults } = dossier;
  const add = (kind: TallyPlace['kind'], about: string): void => {
    const net = heldOrMade(tallies, `${unit}\n${kind}\n${about}`, () => ({ unit, kind, about, n: 0 }));
    net.n += sign;
  };
  for (const fault of faults) add('fault', fault);
  if (receivedAt === null) return;
  add('received', dossier.procedure ?? '');
  if (settledAt === null || !isDecided(dossier)) return;
  add('settled', '');
  if (deliveredAt !== null) add('collected', '');
}

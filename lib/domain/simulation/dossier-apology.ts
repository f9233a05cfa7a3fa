import { CAUSES, type Cause } from '../apology/cause.ts';
import type { SimulatedDossier } from './dossier-profile.ts';
import type { PlannedDays } from './planned-days.ts';
import type { Teller } from './teller.ts';

/** Working days, counted from the receipt. */
type LateCourse = { settledDay: number; dueDay: number };

const LAST_STEPS = ['none', 'drafted', 'signed', 'delivered', 'delivered', 'delivered'] as const;
const EXTENDED_SHARE = 0.6;
const BROKEN_SHARE = 0.3;
const EXPLAINED_SHARE = 0.3;

/**
 * F20: how far the office gets with its apology for a late dossier: not at all, or to one of the steps, with a new date
 * that it keeps or breaks.
 */
export function tellApology(
  { block, dossier, random }: SimulatedDossier,
  { settledDay, dueDay }: LateCourse,
  days: PlannedDays,
  tell: Teller['tell'],
): void {
  // `CAUSES` names every cause there is.
  const [first, ...others] = Object.keys(CAUSES) as [Cause, ...Cause[]];
  const cause = random.pick([first, ...others]);
  const last = random.pick(LAST_STEPS);
  const broken = random.chance(BROKEN_SHARE) && settledDay > dueDay + 1;
  const newDueAt = days.dayAfter(broken ? settledDay - 1 : settledDay + (random.chance(0.5) ? 1 : 0));
  const draftedAt = days.at(dueDay + 1, random.between(0.1, 0.5));
  const signedAt = days.at(dueDay + 1, random.between(0.6, 0.95));
  const deliveredAt = days.at(dueDay + 2, random.between(0.1, 0.9));
  if (last === 'none' || newDueAt === null || draftedAt === null || signedAt === null) return;
  const apology = `XL-${dossier}`;
  tell('apology.drafted', draftedAt, 'drafted', { apology, dossier, cause, newDueAt });
  if (random.chance(EXTENDED_SHARE)) extend('extended', draftedAt, newDueAt);
  if (random.chance(EXPLAINED_SHARE))
    tell('explanation.added', draftedAt, 'explained', {
      about: { dossier },
      text: CAUSES[cause] ?? 'Vướng mắc phát sinh khi thẩm tra, đang được tháo gỡ',
    });
  if (last === 'drafted') return;
  tell('apology.signed', signedAt, 'signed', {
    apology,
    documentNo: `${1 + Math.floor(random.between(0, 400))}/XL-UBND`,
    documentDate: days.dayAfter(dueDay + 1) ?? block.day,
    signedBy: 'Chủ tịch Ủy ban nhân dân phường',
    signatureKind: random.chance(0.6) ? 'paper' : 'digital',
  });
  if (last === 'signed' || deliveredAt === null) return;
  tell('apology.delivered', deliveredAt, 'apologised', {
    apology,
    channel: random.pick(['phone', 'post', 'counter']),
  });
  const brokenAt = days.at(settledDay - 1, 0.96);
  const again = days.dayAfter(settledDay + 1);
  if (broken && brokenAt !== null && again !== null && random.chance(0.5))
    extend('extended-2', brokenAt, again);

  function extend(id: string, at: number, dueAt: string): void {
    tell('dossier.extended', at, id, { dossier, dueAt, cause });
  }
}

import type { SimulatedDossier } from './dossier-profile.ts';
import type { PlannedDays } from './planned-days.ts';
import type { Teller } from './teller.ts';

const REPEATED_SHARE = 0.12;
const MOST_DAYS_WITH_APPLICANT = 3;

/** How many working days a dossier lay with its applicant, and the day on which the papers came. */
type Pause = { days: number; suppliedDay: number };
export const NO_PAUSE: Pause = { days: 0, suppliedDay: 0 };

/** Asks the applicant for a missing paper, sometimes a second time the day it comes. Needs a limit of three days. */
export function tellSupplement(
  { dossier, procedure, random }: SimulatedDossier,
  days: PlannedDays,
  tell: Teller['tell'],
): Pause {
  const askedDay = Math.max(1, Math.floor(random.between(0.1, 0.9) * (procedure.days - 2)));
  const first = 1 + Math.floor(random.between(0, MOST_DAYS_WITH_APPLICANT));
  const second = random.chance(REPEATED_SHARE) ? 1 : 0;
  lacks('', askedDay, first, 'Bản sao giấy tờ chứng minh nơi cư trú');
  if (second > 0) lacks('-2', askedDay + first, second, 'Tờ khai có xác nhận');
  return { days: first + second, suppliedDay: askedDay + first + second };

  function lacks(times: string, fromDay: number, length: number, what: string): void {
    const askedAt = days.at(fromDay, random.between(0.5, 0.8));
    const suppliedAt = days.at(fromDay + length, random.between(0.1, 0.4));
    if (askedAt === null || suppliedAt === null) return;
    tell('dossier.supplement_asked', askedAt, `asked${times}`, { dossier, what });
    tell('dossier.supplement_supplied', suppliedAt, `supplied${times}`, { dossier });
  }
}

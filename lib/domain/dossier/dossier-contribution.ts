import { localDay } from '../zoned-time.ts';
import { type Dossier, isDecided, onTime, type ZoneOf } from './dossier.ts';
import type { DossierCell, DossierPart } from './dossier-cell.ts';
import { DUE_RULES, type DueRule, lateFrom } from './due.ts';

const ONLINE: ReadonlySet<string | null> = new Set(['online_partial', 'online_full']);

const RECEIVED_ON = { own: 'receivedOnOwn', instant: 'receivedOnInstant', day: 'receivedOnDay' } as const;
const ON = { own: 'onOwn', instant: 'onInstant', day: 'onDay' } as const;
const ON_AFTER = { own: 'onAfterOwn', instant: 'onAfterInstant', day: 'onAfterDay' } as const;

/**
 * Everything a dossier adds to the rollups of its unit: part of it stands at the local day of receipt, part at that of
 * settlement. Whatever has not been received adds nothing (F3).
 */
export function dossierContributions(dossier: Dossier, zoneOf: ZoneOf): DossierPart[] {
  const { unit, receivedAt, settledAt } = dossier;
  if (receivedAt === null) return [];
  const zone = zoneOf(unit);
  const place = { unit, procedure: dossier.procedure ?? '', handler: dossier.handler ?? '' };
  const parts = [{ ...place, day: localDay(zone, receivedAt), add: ofReceipt(dossier) }];
  if (settledAt !== null)
    parts.push({ ...place, day: localDay(zone, settledAt), add: ofSettlement(dossier, zone) });
  return parts;
}

function ofReceipt(dossier: Dossier): Partial<DossierCell> {
  const { due, supplements, acceptSeconds, result } = dossier;
  const add: Partial<DossierCell> = { received: 1 };
  if (ONLINE.has(dossier.channel)) add.online = 1;
  if (due === null) add.noDue = 1;
  else if (result !== 'withdrawn' && result !== 'stopped') add.receivedJudged = 1;
  if (dossier.previous !== null) add.continued = 1;
  for (const rule of DUE_RULES) if (onTime(dossier, rule)) add[RECEIVED_ON[rule]] = 1;
  if (supplements.asked > 0) add.supplemented = 1;
  if (supplements.asked > 1) add.repeatSupplement = 1;
  if (supplements.late) add.lateSupplement = 1;
  if (acceptSeconds !== null) Object.assign(add, { acceptN: 1, acceptSeconds });
  return add;
}

function ofSettlement(dossier: Dossier, zone: string): Partial<DossierCell> {
  const { result, deliveredAt, due, extendedDue, settledAt } = dossier;
  if (result === 'withdrawn') return { withdrawn: 1, ...(isLate(dossier) && { withdrawnLate: 1 }) };
  if (!isDecided(dossier)) return { stopped: 1 };
  const add: Partial<DossierCell> = { settled: 1 };
  if (deliveredAt !== null) add.collected = 1;
  if (due === null) return add;
  add.judged = 1;
  if (onTime(dossier, 'index766')) add.onIndex766 = 1;
  if (dossier.extensions > 0) add.extended = 1;
  const extended = (rule: DueRule): boolean =>
    extendedDue !== null && settledAt !== null && settledAt < lateFrom(extendedDue, rule, zone);
  for (const rule of DUE_RULES) {
    const inTime = onTime(dossier, rule) === true;
    if (inTime) add[ON[rule]] = 1;
    // F7: beside the headline, never in it.
    if (inTime || extended(rule)) add[ON_AFTER[rule]] = 1;
  }
  return add;
}

const isLate = ({ settledAt, lateFrom: { own } }: Dossier): boolean =>
  settledAt !== null && own !== null && settledAt >= own;

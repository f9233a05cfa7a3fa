import { tellApology } from './dossier-apology.ts';
import type { SimulatedDossier } from './dossier-profile.ts';
import { oddly } from './odd-dossier.ts';
import { type PlannedDays, plannedDays } from './planned-days.ts';
import type { Random } from './random.ts';
import { NO_PAUSE, tellSupplement } from './supplement.ts';
import type { Teller } from './teller.ts';

const MINUTE = 60_000;
const LONGEST_OVERRUN_DAYS = 12;
const WITHDRAWN_SHARE = 0.012;
const STOPPED_SHARE = 0.004;
const REFUSED_SHARE = 0.02;
/** The least limit, in days, that leaves time to ask for a missing paper. */
const LEAST_DAYS_TO_ASK = 3;

/** `settledDay` counts working days from the receipt. */
type Settlement = { settledAt: number | null; settledDay: number };

/** Tells the life of one dossier, from its submission to its handing out. */
export function tellDossier(simulated: SimulatedDossier, teller: Teller): void {
  const { block, dossier, procedure, receivedAt, random } = simulated;
  const tell = oddly(simulated, teller);
  const online = random.chance(block.profile.onlineShare);
  const channel = online ? (random.chance(0.7) ? 'online_full' : 'online_partial') : 'counter';
  if (online) {
    const lag = random.lognormal(block.profile.acceptMinutes, 0.8) * MINUTE;
    const at = Math.max(block.startAt + random.between(0, 30) * MINUTE, receivedAt - lag);
    tell('dossier.submitted', at, 'submitted', { dossier, procedure: procedure.procedure, channel });
  }
  const quick = procedure.days === 0;
  const days = plannedDays(block.opening, block.day);
  const dueAt = quick ? null : days.dayAfter(procedure.days);
  tell('dossier.received', receivedAt, 'received', {
    dossier,
    procedure: procedure.procedure,
    channel,
    handler: block.profile.unit,
    ...(!quick && { stage: 'Tiếp nhận', stageDueAt: block.day }),
    // Of what is answered while people wait the server works the due date out itself.
    ...(dueAt !== null && { dueAt }),
  });
  const late = random.chance(block.profile.lateShare);
  const { settledAt, settledDay } =
    quick && !late ? settleNow(simulated) : settleInDays(simulated, late, days, tell);
  if (settledAt === null) return;
  const result = resultOf(random, late);
  tell('dossier.settled', settledAt, 'settled', { dossier, result });
  if (result === 'withdrawn' || result === 'stopped') return;
  const at =
    quick && !late && !online
      ? Math.min(settledAt + random.between(2, 12) * MINUTE, block.toAt)
      : collectedAt(simulated, channel, settledAt, days, settledDay);
  if (at !== null)
    tell('dossier.delivered', at, 'delivered', {
      dossier,
      channel: channel === 'online_full' ? 'online' : 'counter',
    });
}

function resultOf(random: Random, late: boolean): 'done' | 'refused' | 'withdrawn' | 'stopped' {
  const at = late ? 1 : random.next();
  if (at < WITHDRAWN_SHARE) return 'withdrawn';
  if (at < WITHDRAWN_SHARE + STOPPED_SHARE) return 'stopped';
  return random.chance(REFUSED_SHARE) ? 'refused' : 'done';
}

// While the applicant waits, and before the doors close.
function settleNow({ block, receivedAt, random }: SimulatedDossier): Settlement {
  const at = receivedAt + Math.max(3, random.lognormal(22, 0.6)) * MINUTE;
  return { settledAt: Math.min(at, block.toAt - MINUTE), settledDay: 0 };
}

function settleInDays(
  simulated: SimulatedDossier,
  late: boolean,
  days: PlannedDays,
  tell: Teller['tell'],
): Settlement {
  const { dossier, procedure, receivedAt, block, random } = simulated;
  const asks = procedure.days >= LEAST_DAYS_TO_ASK && random.chance(block.profile.supplementShare);
  const pause = asks ? tellSupplement(simulated, days, tell) : NO_PAUSE;
  const dueDay = procedure.days + pause.days;
  const settledDay = late ? dueDay + overrunOf(simulated) : inTime(simulated, dueDay, pause.suppliedDay);
  const settledAt = days.at(settledDay, random.between(0.12, 0.97));
  if (procedure.days > 0) {
    const moved = Math.min(receivedAt + random.between(15, 70) * MINUTE, block.toAt);
    move('moved', moved, procedure.body, 'Thẩm định', days.dayAfter(Math.max(1, Math.floor(dueDay * 0.7))));
    const signing = settledDay > 1 ? days.at(settledDay - 1, random.between(0.4, 0.95)) : null;
    if (signing !== null && !asks)
      move('signing', signing, procedure.body, 'Ký duyệt', days.dayAfter(dueDay));
  }
  if (late) tellApology(simulated, { settledDay, dueDay }, days, tell);
  return { settledAt, settledDay };

  function move(id: string, at: number, toHandler: string, stage: string, dueAt: string | null): void {
    tell('dossier.moved', at, id, {
      dossier,
      toHandler,
      stage,
      ...(dueAt !== null && { stageDueAt: dueAt }),
    });
  }
}

// What is answered while people wait is due on the next day at the latest.
function overrunOf({ procedure, random }: SimulatedDossier): number {
  const days = Math.min(LONGEST_OVERRUN_DAYS, 1 + Math.floor(random.lognormal(1.6, 0.9)));
  return procedure.days === 0 ? days + 1 : days;
}

/** A working day before the due date passes. What lay with the applicant may be due in the course of its last day. */
function inTime({ random }: SimulatedDossier, dueDay: number, suppliedDay: number): number {
  const wanted = Math.ceil(dueDay * random.between(0.35, 1.05));
  return suppliedDay > 0
    ? Math.max(suppliedDay + 1, Math.min(wanted, dueDay - 1))
    : Math.max(1, Math.min(wanted, dueDay));
}

/** When its result is handed out; null: nobody comes for it as far as the calendar reaches. */
function collectedAt(
  { random }: SimulatedDossier,
  channel: string,
  settledAt: number,
  days: PlannedDays,
  settledDay: number,
): number | null {
  if (channel === 'online_full') return settledAt + random.between(1, 6) * MINUTE;
  const at = random.next();
  const wait =
    at < 0.7 ? 1 : at < 0.9 ? 2 + Math.floor(random.between(0, 3)) : 8 + Math.floor(random.between(0, 25));
  return days.at(settledDay + wait, random.between(0.05, 0.95));
}

import { type Share, shareOf } from '../wilson.ts';
import type { DossierCell, DossierColumn } from './dossier-cell.ts';
import type { DueRule } from './due.ts';

/** F11: what is open at an instant. `openDue` and `inTime766` are of those with a due date (F10). */
export type OpenDossiers = {
  open: number;
  openOverdue: number;
  awaitingSupplement: number;
  openDue: number;
  inTime766: number;
  unaccepted: number;
};

export const NOTHING_OPEN: OpenDossiers = {
  open: 0,
  openOverdue: 0,
  awaitingSupplement: 0,
  openDue: 0,
  inTime766: 0,
  unaccepted: 0,
};

/** `rule` is the one asked for; `own`: each due date by its own (F4). `unaccepted` are submitted and not yet received. */
export type DossierMeasures = {
  rule: DueRule;
  received: number;
  settled: number;
  onTime: number;
  late: number;
  withdrawn: number;
  stopped: number;
  noDue: number;
  open: number;
  openOverdue: number;
  awaitingSupplement: number;
  unaccepted: number;
  /** Of those settled in the period. */
  notCollected: number;
  /** Withdrawn when they were late already. */
  withdrawnLate: number;
  /** Received as the continuation of another (F15). */
  continued: number;
  onTimeOfSettled: Share;
  onTimeOfReceived: Share;
  onTime766: Share;
  online: Share;
  extendedShare: Share;
  onTimeAfterExtension: Share;
  repeatSupplementShare: Share;
  lateSupplementShare: Share;
  acceptWait: { n: number; meanHours: number | null };
};

type OnTimeColumns = Record<'received' | 'settled' | 'afterExtension', DossierColumn>;

/** The columns that a rule reads. */
export const ON_TIME_COLUMNS: Record<DueRule, OnTimeColumns> = {
  own: { received: 'receivedOnOwn', settled: 'onOwn', afterExtension: 'onAfterOwn' },
  instant: { received: 'receivedOnInstant', settled: 'onInstant', afterExtension: 'onAfterInstant' },
  day: { received: 'receivedOnDay', settled: 'onDay', afterExtension: 'onAfterDay' },
};

const HOUR_SECONDS = 3600;

/**
 * F8–F14: the measures of a period. `now` is what is open at the moment of reading, `atEnd` at the end of the period or
 * then, whichever is earlier (F10).
 */
export function dossierMeasures(
  cell: DossierCell,
  now: OpenDossiers,
  atEnd: OpenDossiers,
  rule: DueRule,
): DossierMeasures {
  const columns = ON_TIME_COLUMNS[rule];
  const onTime = cell[columns.settled];
  return {
    rule,
    received: cell.received,
    settled: cell.settled,
    onTime,
    late: cell.judged - onTime,
    withdrawn: cell.withdrawn,
    stopped: cell.stopped,
    noDue: cell.noDue,
    open: now.open,
    openOverdue: now.openOverdue,
    awaitingSupplement: now.awaitingSupplement,
    unaccepted: now.unaccepted,
    notCollected: cell.settled - cell.collected,
    withdrawnLate: cell.withdrawnLate,
    continued: cell.continued,
    onTimeOfSettled: shareOf(onTime, cell.judged),
    onTimeOfReceived: shareOf(cell[columns.received], cell.receivedJudged),
    onTime766: shareOf(cell.onIndex766 + atEnd.inTime766, cell.judged + atEnd.openDue),
    online: shareOf(cell.online, cell.received),
    extendedShare: shareOf(cell.extended, cell.judged),
    onTimeAfterExtension: shareOf(cell[columns.afterExtension], cell.judged),
    repeatSupplementShare: shareOf(cell.repeatSupplement, cell.supplemented),
    lateSupplementShare: shareOf(cell.lateSupplement, cell.supplemented),
    acceptWait: {
      n: cell.acceptN,
      meanHours: cell.acceptN > 0 ? cell.acceptSeconds / cell.acceptN / HOUR_SECONDS : null,
    },
  };
}

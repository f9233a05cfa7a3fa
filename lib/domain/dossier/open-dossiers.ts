import { type Dossier, type JudgedBy, openUntil } from './dossier.ts';
import type { OpenDossiers } from './dossier-measures.ts';
import type { DueRule } from './due.ts';

/** F11: whether a dossier is open at an instant: received by then and not yet ended. */
function isOpenAt(dossier: Dossier, at: number): boolean {
  const until = openUntil(dossier);
  return dossier.receivedAt !== null && dossier.receivedAt <= at && (until === null || until > at);
}

/** F11: whether an open dossier is past its due date at an instant. */
const isLateAt = ({ lateFrom }: Pick<Dossier, 'lateFrom'>, by: JudgedBy, at: number): boolean => {
  const from = lateFrom[by];
  return from !== null && from <= at;
};

/** F13: submitted and at that instant not yet received. */
const isUnacceptedAt = ({ state, submittedAt, receivedAt }: Dossier, at: number): boolean =>
  state !== 'pending' &&
  submittedAt !== null &&
  submittedAt <= at &&
  (receivedAt === null || receivedAt > at);

/** Adds what one dossier is at an instant, or takes it away. */
export function countOpen(
  counts: OpenDossiers,
  dossier: Dossier,
  at: number,
  rule: DueRule,
  sign: 1 | -1 = 1,
): void {
  if (isUnacceptedAt(dossier, at)) counts.unaccepted += sign;
  if (!isOpenAt(dossier, at)) return;
  counts.open += sign;
  if (isLateAt(dossier, rule, at)) counts.openOverdue += sign;
  if (dossier.awaitingSince !== null && dossier.awaitingSince <= at) counts.awaitingSupplement += sign;
  if (dossier.due === null) return;
  counts.openDue += sign;
  if (!isLateAt(dossier, 'index766', at)) counts.inTime766 += sign;
}

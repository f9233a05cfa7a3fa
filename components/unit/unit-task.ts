import { type AttentionCause, needsAttention } from '../../lib/domain/attention.ts';
import type { UnservedRisk } from '../../lib/domain/estimate/unserved-risk.ts';
import type { UnitBoard, WaitingTicket } from '../../lib/wire/board.ts';

/** Which counter could help: an idle one calls, one that is closed or pauses opens; null: all are serving. */
export type CounterAdvice = { kind: 'call' | 'open'; counter: string } | null;

/** The one thing to do now, and what else the rules see. Advice names a counter, never a person. */
export type UnitTask =
  | {
      kind: 'wait';
      ticket: WaitingTicket;
      behind: number;
      advice: CounterAdvice;
      risk: UnservedRisk | null;
      others: AttentionCause[];
    }
  | { kind: 'unserved'; risk: UnservedRisk; advice: CounterAdvice; others: AttentionCause[] }
  | { kind: 'cause'; cause: AttentionCause; others: AttentionCause[] };

/**
 * What the rules of attention say of one unit at `at` (epoch ms): the rules of the area's board, asked about one row.
 * Null: nothing to do. Silence is no task of its own, the page tells it where the figures would stand.
 */
export function unitTask(board: UnitBoard, at: number): UnitTask | null {
  const causes = causesOf(board, at).filter(({ kind }) => kind !== 'silent');
  const [cause, ...others] = causes;
  const risk = board.totals.unserved;
  const ticket = cause?.kind === 'longWait' ? ticketSince(board, cause.since) : undefined;
  if (!ticket && risk) {
    const advice = adviceFor(board, { service: risk.service, toCounter: null }, at);
    return { kind: 'unserved', risk, advice, others: causes };
  }
  if (!cause) return null;
  if (!ticket) return { kind: 'cause', cause, others };
  const same = Object.values(board.tickets).filter(({ service }) => service === ticket.service);
  const advice = adviceFor(board, ticket, at);
  return { kind: 'wait', ticket, behind: same.length - 1, advice, risk, others };
}

function causesOf({ header, totals, targets, services }: UnitBoard, at: number): AttentionCause[] {
  const { waiting: w, waitingSince: s, satisfiedMonth: m, queueHeardAt: l, silentFrom: q, dossiers } = totals;
  const z = Object.values(services).filter(({ stoppedSince }) => stoppedSince !== null).length;
  const d = dossiers && ([dossiers.open, dossiers.overdue, dossiers.dueToday] as const);
  const { code, name, queue } = header;
  const [item] = needsAttention(
    {
      header,
      targets,
      places: { [code]: { name, queue } },
      units: { [code]: { w, s, m, l, q, z, ...(d && { d }) } },
    },
    at,
  );
  return item?.kind === 'unit' ? item.causes : [];
}

const ticketSince = ({ tickets }: UnitBoard, since: number): WaitingTicket | undefined =>
  Object.values(tickets).find((ticket) => ticket.since === since);

const byNumber = new Intl.Collator('vi', { numeric: true });

/** A break is nobody's business for this long. */
const BREAK_MS = 30 * 60_000;

function adviceFor(
  { counters }: UnitBoard,
  { service, toCounter }: Pick<WaitingTicket, 'service' | 'toCounter'>,
  at: number,
): CounterAdvice {
  const fitting = Object.entries(counters)
    .filter(([code, { services }]) =>
      toCounter === null ? services.length === 0 || services.includes(service) : code === toCounter,
    )
    .sort(([a], [b]) => byNumber.compare(a, b));
  const free = fitting.find(([, { state, serving }]) => state === 'open' && serving === null);
  if (free) return { kind: 'call', counter: free[0] };
  // Whoever is on a break comes after a counter that nobody has opened.
  const shut =
    fitting.find(([, { state }]) => state === 'closed') ??
    fitting.find(([, { state, since }]) => state === 'paused' && since !== null && at - since >= BREAK_MS);
  return shut ? { kind: 'open', counter: shut[0] } : null;
}

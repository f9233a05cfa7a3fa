import type { Alert } from '../domain/alerts/alert.ts';
import type { AlertMark } from './board.ts';

/**
 * What boards say of the alerts of one area: those whose cause is there and that nobody has closed. Where two stand for
 * one cause (AA2 says that our own watch raises none such), it stands since the first and is taken when either is. Null:
 * none.
 */
export function alertMark(alerts: Iterable<Alert>): AlertMark | null {
  const mark: AlertMark = {};
  for (const { raised, raisedAt, takenAt, closedAt, clearedAt } of alerts) {
    if (!raised || raisedAt === null || closedAt !== null || clearedAt !== null) continue;
    const [since, taken] = mark[raised.kind] ?? [raisedAt, null];
    mark[raised.kind] = [Math.min(since, raisedAt), earlier(taken, takenAt)];
  }
  return Object.keys(mark).length > 0 ? mark : null;
}

const earlier = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);

import type { Alert } from '../domain/alerts/alert.ts';
import type { AlertMark } from './board.ts';

/** What boards say of the alerts of one area: those whose cause is there and that nobody has closed. Null: none. */
export function alertMark(alerts: Iterable<Alert>): AlertMark | null {
  const mark: AlertMark = {};
  for (const { raised, raisedAt, takenAt, closedAt, clearedAt } of alerts)
    if (raised && raisedAt !== null && closedAt === null && clearedAt === null)
      mark[raised.kind] = [raisedAt, takenAt];
  return Object.keys(mark).length > 0 ? mark : null;
}

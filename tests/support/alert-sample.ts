import type { AlertReading } from '../../lib/domain/alerts/reading.ts';
import { type AlertRules, alertRulesOf } from '../../lib/domain/alerts/rule.ts';
import { emptyTree } from '../../lib/domain/tree.ts';
import { instantOf } from '../../lib/domain/zoned-time.ts';

export const ALERT_ZONE = 'Asia/Ho_Chi_Minh';
const DAY = '2026-11-25';
/** An instant of the day of the samples by its wall clock. */
export const clock = (time: string): number => instantOf(ALERT_ZONE, DAY, time);

export const SPANS = [
  { fromAt: clock('07:30'), toAt: clock('11:30') },
  { fromAt: clock('13:30'), toAt: clock('17:00') },
];

/** A unit where all is well at half past nine. */
export const CALM: AlertReading = {
  queue: 'machine',
  spans: SPANS,
  waiting: 2,
  waitingSince: clock('09:25'),
  openCounters: 3,
  within: [95, 100],
  satisfied: [99, 100],
  onTime: [100, 100],
  silentFrom: clock('09:45'),
  heardAt: clock('09:29'),
  quiet: {},
  idle: null,
  lows: [],
  overdue: 0,
  dueToday: 0,
  targets: { within: 0.9, satisfied: 0.98, onTime: 0.99 },
  unseen: null,
  owed: null,
};

/** The rules where nobody has set any. */
export const DEFAULT_RULES: AlertRules = alertRulesOf(emptyTree(), 'none', DAY);

import { expect, test } from 'vitest';
import { foldEvent } from '../../lib/domain/fold-events.ts';
import { readUnit } from '../../lib/domain/unit-reading.ts';
import { emptyUnit } from '../../lib/domain/unit-state.ts';
import { openCounters } from '../../lib/wire/board-totals.ts';
import { calledTo, readingSettings } from '../support/reading-settings.ts';

const DAY_MS = 86_400_000;
const at = Date.parse('2026-12-01T09:00:00+07:00');

// Shrunk from law L5: what the server forgot and what it restored must count the same.
test('a counter that only calls have named counts while a call of today or the day before names it', () => {
  const unit = emptyUnit('w1', 'Asia/Ho_Chi_Minh');
  const days = [0, 1, 2, 9];
  for (const ago of days) foldEvent(unit, calledTo(String(ago), `t${ago}`, at - ago * DAY_MS), ago, () => 60);
  expect(openCounters(unit, readUnit(unit, readingSettings, at))).toEqual([2, 2]);
});

import { expect, test } from 'vitest';
import { foldEvent } from '../../lib/domain/fold-events.ts';
import { readUnit } from '../../lib/domain/unit-reading.ts';
import { emptyUnit } from '../../lib/domain/unit-state.ts';
import { calledTo, readingSettings } from '../support/reading-settings.ts';

const at = Date.parse('2026-12-01T09:00:00+07:00');

// Shrunk from law L1.
test('B3: of two tickets called to one counter in one instant the same one stands there, whichever came first', () => {
  const standing = (...tickets: string[]): string[] => {
    const unit = emptyUnit('w1', 'Asia/Ho_Chi_Minh');
    for (const [seq, ticket] of tickets.entries()) foldEvent(unit, calledTo('1', ticket, at), seq, () => 60);
    return readUnit(unit, readingSettings, at).atCounter.map(({ id }) => id);
  };
  expect(standing('t1', 't2')).toEqual(['t2']);
  expect(standing('t2', 't1')).toEqual(['t2']);
});

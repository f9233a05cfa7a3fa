import { expect, test } from 'vitest';
import { dueOf } from '../../../lib/domain/calendar/due.ts';
import { openingOf } from '../../../lib/domain/calendar/opening.ts';
import { procedureOf } from '../../../lib/domain/calendar/procedure.ts';
import { defineProcedure, type ProcedureDefinition, setSessions } from '../../../lib/domain/tree.ts';
import { instantOf } from '../../../lib/domain/zoned-time.ts';
import { smallTree } from '../../support/imported-lines.ts';

const zone = 'Asia/Ho_Chi_Minh';
const marriage = (area: string, days: number, effectiveFrom: string): ProcedureDefinition => ({
  area,
  procedure: 'hon-nhan',
  name: 'Cấp giấy xác nhận tình trạng hôn nhân',
  sector: 'ho-tich',
  limit: { kind: 'days', days },
  effectiveFrom,
  source: 'QĐ',
});

test('C5: the nearest ancestor that defines a procedure, in force on the day of receipt, gives its limit', () => {
  const tree = smallTree();
  // Not in the order of time.
  defineProcedure(tree, marriage('city', 2, '2026-07-01'));
  defineProcedure(tree, marriage('city', 3, '2026-01-01'));
  defineProcedure(tree, marriage('w1', 1, '2026-09-01'));
  const days = (code: string, day: string) => procedureOf(tree, code, 'hon-nhan', day)?.limit;
  expect(days('w2', '2025-12-31')).toBeUndefined();
  expect(days('w2', '2026-06-30')).toEqual({ kind: 'days', days: 3 });
  expect(days('w2', '2026-07-01')).toEqual({ kind: 'days', days: 2 });
  expect(days('w1', '2026-08-31')).toEqual({ kind: 'days', days: 2 });
  expect(days('w1', '2026-09-01')).toEqual({ kind: 'days', days: 1 });
  expect(days('w2', '2026-12-01')).toEqual({ kind: 'days', days: 2 });
  expect(days('d1', '2026-12-01')).toBeUndefined();
  expect(procedureOf(tree, 'w1', 'khai-sinh', '2026-12-01')).toBeUndefined();
  // The same area, code and day again is a correction.
  defineProcedure(tree, marriage('w1', 5, '2026-09-01'));
  expect(days('w1', '2026-09-01')).toEqual({ kind: 'days', days: 5 });
});

test('C6: a Saturday morning for certification alone is a working day of certification and of nothing else', () => {
  const tree = smallTree();
  const span = (weekday: number, from: string, to: string, sectors?: string[]) => ({
    weekday,
    from,
    to,
    ...(sectors && { sectors }),
  });
  setSessions(tree, {
    area: 'city',
    scope: 'week',
    fromDay: '2026-01-01',
    spans: [
      ...[1, 2, 3, 4, 5].map((weekday) => span(weekday, '07:30', '17:00')),
      span(6, '08:00', '11:30', ['chung-thuc', 'thue']),
    ],
  });
  const friday = instantOf(zone, '2026-11-20', '09:00');
  const due = (sector?: string) => dueOf(openingOf(tree, 'w1', sector), friday, { kind: 'days', days: 1 });
  expect(due('chung-thuc')).toBe(instantOf(zone, '2026-11-21', '11:30'));
  expect(due('ho-tich')).toBe(instantOf(zone, '2026-11-23', '17:00'));
  // Where no sector is asked for, every session counts.
  expect(due()).toBe(instantOf(zone, '2026-11-21', '11:30'));
});

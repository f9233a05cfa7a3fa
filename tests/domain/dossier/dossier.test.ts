import { expect, test } from 'vitest';
import { onTime } from '../../../lib/domain/dossier/dossier.ts';
import { isStageLate } from '../../../lib/domain/dossier/stages.ts';
import { dossierOf, measuresOf } from '../../support/dossier-story.ts';
import { clockOf } from '../../support/ticket-story.ts';

const due = (clock: string) => ({ dueAt: clockOf(clock) });
const NOW = clockOf('2026-12-31 12:00');

test('F1, F2: unit and procedure are those of the first receipt; a different second one is to correct', () => {
  const dossier = dossierOf(
    ['09:00', 'received', { unit: 'w2', procedure: 'q', ...due('2026-11-25 17:00') }],
    ['08:00', 'received', { ...due('2026-11-24 17:00') }],
    ['10:00', 'settled', { result: 'refused' }],
    ['10:30', 'settled', { result: 'done' }],
  );
  expect(dossier).toMatchObject({ unit: 'w1', procedure: 'p', result: 'refused', state: 'settled' });
  expect(dossier.due?.at).toBe(clockOf('2026-11-24 17:00'));
  expect(dossier.faults).toEqual(['second_receipt', 'second_result']);
});

test('F2: the same fact from two sources is no contradiction', () => {
  const dossier = dossierOf(
    ['08:00', 'received', due('2026-11-24 17:00')],
    ['08:00', 'received', { source: '/other', ...due('2026-11-24 17:00') }],
  );
  expect(dossier.faults).toEqual([]);
});

test('F3: submitted waits for acceptance; settled without a receipt is pending and in no measure', () => {
  const waiting = dossierOf(['08:00', 'submitted', { channel: 'online_full' }]);
  const pending = dossierOf(['08:00', 'settled', { result: 'done' }]);
  expect(waiting).toMatchObject({ state: 'submitted', faults: [] });
  expect(pending).toMatchObject({ state: 'pending', faults: ['settled_without_receipt'] });
  expect(measuresOf([waiting, pending], NOW)).toMatchObject({
    received: 0,
    settled: 0,
    open: 0,
    unaccepted: 1,
    onTimeOfSettled: { of: 0, share: null },
  });
});

test('F4: an instant, a day, a clock: each due date judges by itself unless a rule is asked for', () => {
  const settledAt = (clock: string, dueAt: number | string, received = '2026-11-20 08:00') =>
    dossierOf([received, 'received', { dueAt }], [clock, 'settled', { result: 'done' }]);
  const judged = (clock: string, dueAt: number | string, received?: string) => {
    const dossier = settledAt(clock, dueAt, received);
    return [onTime(dossier, 'own'), onTime(dossier, 'instant'), onTime(dossier, 'day')];
  };
  const five = clockOf('2026-11-23 17:00');
  expect(judged('2026-11-23 17:00', five)).toEqual([true, true, true]);
  expect(judged('2026-11-23 17:00:01', five)).toEqual([false, false, true]);
  expect(judged('2026-11-24 00:00', five)).toEqual([false, false, false]);
  expect(judged('2026-11-23 23:59:59', '2026-11-23')).toEqual([true, true, true]);
  expect(judged('2026-11-24 00:00', '2026-11-23')).toEqual([false, false, false]);
  // Received and due on one day: the clock stays.
  expect(judged('2026-11-23 17:30', five, '2026-11-23 08:00')).toEqual([false, false, false]);
});

test('F4: what the server promised by days holds all day, by instants until the last session', () => {
  const promised = (dueKind: 'day' | 'time' | 'clock') =>
    dossierOf(
      ['2026-11-20 08:00', 'received'],
      [
        '2026-11-20 08:00',
        'due_computed',
        {
          procedure: 'p',
          from: clockOf('2026-11-20 08:00'),
          dueAt: clockOf('2026-11-23 17:00'),
          dueKind,
        },
      ],
      ['2026-11-23 18:00', 'settled', { result: 'done' }],
    );
  const judged = (dueKind: 'day' | 'time' | 'clock') =>
    (['own', 'instant', 'day'] as const).map((rule) => onTime(promised(dueKind), rule));
  expect(judged('day')).toEqual([true, false, true]);
  expect(judged('time')).toEqual([false, false, true]);
  expect(judged('clock')).toEqual([false, false, false]);
});

test('F6: the due date moves by the time with the applicant, whole days for a date without time', () => {
  const dossier = dossierOf(
    ['2026-11-20 08:00', 'received', { dueAt: '2026-11-24' }],
    ['2026-11-23 09:00', 'supplement_asked'],
    ['2026-11-26 16:00', 'supplement_supplied'],
  );
  expect(dossier.due?.day).toBe('2026-11-27');
  expect(dossier.firstDue?.day).toBe('2026-11-24');
  const timed = dossierOf(
    ['2026-11-20 08:00', 'received', due('2026-11-24 10:00')],
    ['2026-11-23 09:00', 'supplement_asked'],
    ['2026-11-23 11:30', 'supplement_supplied'],
    ['2026-11-23 14:00', 'supplement_asked'],
    ['2026-11-23 15:00', 'supplement_supplied'],
  );
  expect(timed.due?.at).toBe(clockOf('2026-11-24 13:30'));
});

test('F6: by nothing else where the source tells the moved date itself', () => {
  const dossier = dossierOf(
    ['2026-11-20 08:00', 'received', { dueAt: '2026-11-24' }],
    ['2026-11-23 09:00', 'supplement_asked'],
    ['2026-12-26 16:00', 'supplement_supplied', { dueAt: '2026-12-28' }],
  );
  expect(dossier.due?.day).toBe('2026-12-28');
});

test('F6: a logged move goes before the clock, and only at the stretch and date it was made for', () => {
  const story = (base: string) =>
    dossierOf(
      ['2026-11-20 08:00', 'received', due('2026-11-24 10:00')],
      ['2026-11-23 09:00', 'supplement_asked'],
      ['2026-11-23 17:00', 'supplement_supplied'],
      [
        '2026-11-23 17:00',
        'due_computed',
        {
          from: clockOf('2026-11-23 09:00'),
          to: clockOf('2026-11-23 17:00'),
          base: clockOf(base),
          dueAt: clockOf('2026-11-25 08:30'),
          dueKind: 'time',
        },
      ],
    );
  expect(story('2026-11-24 10:00').due?.at).toBe(clockOf('2026-11-25 08:30'));
  expect(story('2026-11-24 11:00').due?.at).toBe(clockOf('2026-11-24 18:00'));
});

test('F10: a second request counts late by index 766 alone', () => {
  const dossier = dossierOf(
    ['2026-11-20 08:00', 'received', { dueAt: '2026-11-30' }],
    ['2026-11-23 09:00', 'supplement_asked'],
    ['2026-11-24 09:00', 'supplement_supplied'],
    ['2026-11-25 09:00', 'supplement_asked'],
    ['2026-11-25 10:00', 'supplement_supplied'],
    ['2026-11-26 09:00', 'settled', { result: 'done' }],
  );
  const { onTimeOfSettled, onTime766, repeatSupplementShare } = measuresOf([dossier], NOW);
  expect([onTimeOfSettled.share, onTime766.share, repeatSupplementShare.share]).toEqual([1, 0, 1]);
});

test('F10: open in time counts for index 766, overdue does not', () => {
  const open = (dueAt: string) => dossierOf(['2026-11-20 08:00', 'received', { dueAt }]);
  const at = clockOf('2026-11-25 12:00');
  expect(
    measuresOf([open('2026-11-24'), open('2026-11-26'), open('2026-11-25')], at).onTime766,
  ).toMatchObject({
    n: 2,
    of: 3,
  });
});

test('F8, F9: withdrawn, stopped and without a due date stand outside of every share', () => {
  const ended = (result: 'done' | 'refused' | 'withdrawn' | 'stopped', dueAt?: string) =>
    dossierOf(['08:00', 'received', dueAt ? { dueAt } : {}], ['10:00', 'settled', { result }]);
  const dossiers = [
    ended('done', '2026-11-24'),
    ended('refused', '2026-11-22'),
    ended('withdrawn', '2026-11-22'),
    ended('stopped', '2026-11-24'),
    ended('done'),
  ];
  expect(measuresOf(dossiers, NOW)).toMatchObject({
    received: 5,
    settled: 3,
    withdrawn: 1,
    withdrawnLate: 1,
    stopped: 1,
    noDue: 1,
    onTime: 1,
    late: 1,
    onTimeOfSettled: { n: 1, of: 2 },
    onTimeOfReceived: { n: 1, of: 2 },
  });
});

test('F11: while it lies with the applicant since before its due date it is open and not overdue', () => {
  const story = (asked: string) =>
    dossierOf(['2026-11-20 08:00', 'received', { dueAt: '2026-11-23' }], [asked, 'supplement_asked']);
  const at = clockOf('2026-12-20 08:00');
  expect(measuresOf([story('2026-11-23 16:00')], at)).toMatchObject({
    openOverdue: 0,
    awaitingSupplement: 1,
  });
  expect(measuresOf([story('2026-11-24 08:00')], at)).toMatchObject({
    openOverdue: 1,
    awaitingSupplement: 1,
  });
});

test('F12: the last handler has it, and each stage is late by its own date', () => {
  const dossier = dossierOf(
    [
      '2026-11-20 08:00',
      'received',
      { dueAt: '2026-11-27', handler: 'tax', stage: 'check', stageDueAt: '2026-11-23' },
    ],
    ['2026-11-24 09:00', 'moved', { toHandler: 'chair', stage: 'sign', stageDueAt: '2026-11-25' }],
    ['2026-11-25 09:00', 'settled', { result: 'done' }],
  );
  expect(dossier.handler).toBe('chair');
  expect(dossier.stages.map((stage) => [stage.handler, isStageLate(stage, NOW)])).toEqual([
    ['tax', true],
    ['chair', false],
  ]);
});

test('F16, F21: due or settled before its receipt: counted in both, never open, to correct', () => {
  const dossier = dossierOf(
    ['2026-11-23 09:00', 'received', due('2026-11-22 17:00')],
    ['2026-11-20 09:00', 'settled', { result: 'done' }],
  );
  expect(dossier.faults).toEqual(['settled_before_receipt', 'due_before_receipt']);
  expect(measuresOf([dossier], clockOf('2026-11-21 12:00'))).toMatchObject({
    received: 1,
    settled: 1,
    open: 0,
  });
});

test('F16: delivered unsettled, supplied unasked, done with a request unanswered are to correct', () => {
  expect(
    dossierOf(['08:00', 'received'], ['09:00', 'supplement_supplied'], ['10:00', 'delivered']).faults,
  ).toEqual(['delivered_unsettled', 'supplement_unasked']);
  expect(
    dossierOf(['08:00', 'received'], ['09:00', 'supplement_asked'], ['10:00', 'settled', { result: 'done' }])
      .faults,
  ).toEqual(['supplement_unsupplied']);
});

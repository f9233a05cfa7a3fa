import { describe, expect, test } from 'vitest';
import { carriedBy } from '../../../lib/domain/dossier/dossier.ts';
import { type DossierStep, dossierCarrying, dossierOf, measuresOf } from '../../support/dossier-story.ts';
import { clockOf } from '../../support/ticket-story.ts';

const NOW = clockOf('2027-01-31 12:00');
const received: DossierStep = ['2026-11-02 08:00', 'received', { dueAt: '2026-11-06' }];
const late: DossierStep = ['2026-11-20 10:00', 'settled', { result: 'done' }];
const honest = dossierOf(received, late);
const headline = (...dossiers: Parameters<typeof measuresOf>[0][number][]) =>
  measuresOf(dossiers, NOW).onTimeOfSettled;

describe('gaming tried: no act improves the headline of a dossier that is settled late', () => {
  test('F8: the honest way is late', () => {
    expect(headline(honest)).toMatchObject({ n: 0, of: 1 });
  });

  test('F7: an extension, before or after the due date, cures nothing and is shown', () => {
    for (const day of ['2026-11-03 08:00', '2026-11-10 08:00']) {
      const dossier = dossierOf(received, [day, 'extended', { dueAt: '2026-12-31' }], late);
      expect(headline(dossier)).toMatchObject({ n: 0, of: 1 });
      expect(measuresOf([dossier], NOW)).toMatchObject({
        extendedShare: { n: 1, of: 1 },
        onTimeAfterExtension: { n: 1, of: 1 },
      });
    }
  });

  test('F15: withdrawn when late and filed again keeps the broken promise', () => {
    const withdrawn = dossierOf(received, ['2026-11-10 08:00', 'settled', { result: 'withdrawn' }]);
    const again = dossierCarrying(
      carriedBy(withdrawn),
      ['2026-11-10 09:00', 'received', { dueAt: '2026-11-30', previous: 'H1' }],
      late,
    );
    expect(headline(withdrawn, again)).toMatchObject({ n: 0, of: 1 });
    expect(measuresOf([withdrawn, again], NOW)).toMatchObject({ withdrawnLate: 1, continued: 1 });
    expect(again.faults).toEqual([]);
  });

  test('F15: withdrawn on the last day and filed again gains no more than the time in between', () => {
    const withdrawn = dossierOf(received, ['2026-11-06 08:00', 'settled', { result: 'withdrawn' }]);
    const again = dossierCarrying(
      carriedBy(withdrawn),
      ['2026-11-09 08:00', 'received', { dueAt: '2026-11-30', previous: 'H1' }],
      late,
    );
    expect(again.due?.day).toBe('2026-11-09');
    expect(headline(withdrawn, again)).toMatchObject({ n: 0, of: 1 });
  });

  test('F15: only an earlier withdrawn dossier leaves something, and never a later date', () => {
    const done = dossierOf(received, late);
    expect(carriedBy(done)).toBeNull();
    const withdrawn = dossierOf(received, ['2026-11-03 08:00', 'settled', { result: 'withdrawn' }]);
    const early = dossierCarrying(
      carriedBy(withdrawn),
      ['2026-11-01 08:00', 'received', { dueAt: '2026-11-02', previous: 'H1' }],
      late,
    );
    expect(early.due?.day).toBe('2026-11-02');
  });

  test('F6, F14: a request after the due date moves nothing, nor does one that is answered when all is over', () => {
    const requests: DossierStep[][] = [
      [
        ['2026-11-07 08:00', 'supplement_asked'],
        ['2026-11-19 08:00', 'supplement_supplied'],
      ],
      [['2026-11-06 16:00', 'supplement_asked']],
      [
        ['2026-11-06 16:00', 'supplement_asked'],
        ['2026-11-25 16:00', 'supplement_supplied'],
      ],
    ];
    for (const steps of requests) {
      const dossier = dossierOf(received, ...steps, late);
      expect(headline(dossier)).toMatchObject({ n: 0, of: 1 });
      expect(measuresOf([dossier], NOW).lateSupplementShare).toMatchObject({ n: 1, of: 1 });
    }
  });

  test('F6, F14: however often it is asked, the office has its limit and no more', () => {
    // Four days of limit; three requests of two days each; six days in the office.
    const dossier = dossierOf(
      received,
      ['2026-11-03 08:00', 'supplement_asked'],
      ['2026-11-05 08:00', 'supplement_supplied'],
      ['2026-11-06 08:00', 'supplement_asked'],
      ['2026-11-08 08:00', 'supplement_supplied'],
      ['2026-11-08 09:00', 'supplement_asked'],
      ['2026-11-10 09:00', 'supplement_supplied'],
      ['2026-11-14 08:00', 'settled', { result: 'done' }],
    );
    expect(dossier.due?.day).toBe('2026-11-12');
    expect(headline(dossier)).toMatchObject({ n: 0, of: 1 });
    expect(measuresOf([dossier], NOW).repeatSupplementShare).toMatchObject({ n: 1, of: 1 });
  });

  test('F3, F13: what is never accepted is in no share, and is counted as not accepted', () => {
    const left = dossierOf(['2026-11-02 08:00', 'submitted', { channel: 'online_full' }]);
    expect(headline(honest, left)).toEqual(headline(honest));
    expect(measuresOf([honest, left], NOW)).toMatchObject({ unaccepted: 1, received: 1 });
  });

  test('F13: accepted late, the wait for it is shown', () => {
    const dossier = dossierOf(
      ['2026-11-02 08:00', 'submitted', { channel: 'online_full' }],
      ['2026-11-09 08:00', 'received', { channel: 'online_full', dueAt: '2026-11-13' }],
      [
        '2026-11-09 08:00',
        'accept_computed',
        { from: clockOf('2026-11-02 08:00'), to: clockOf('2026-11-09 08:00'), workingSeconds: 40 * 3600 },
      ],
      late,
    );
    expect(measuresOf([dossier], NOW)).toMatchObject({
      acceptWait: { n: 1, meanHours: 40 },
      onTimeOfSettled: { n: 0, of: 1 },
    });
  });
});

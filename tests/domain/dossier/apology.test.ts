import { expect, test } from 'vitest';
import {
  type ApologyFact,
  apologyFact,
  chainState,
  foldApology,
  isApologyEvent,
  owesApology,
  withApologyFact,
} from '../../../lib/domain/apology/apology.ts';
import { readEnvelope } from '../../../lib/domain/events/envelope.ts';
import { dossierOf, STORY_ZONE } from '../../support/dossier-story.ts';
import { clockOf } from '../../support/ticket-story.ts';

type Told = [clock: string, step: ApologyFact['step'], more?: Partial<ApologyFact>];
const apologyOf = (...told: Told[]) =>
  foldApology(
    told.reduce<ApologyFact[]>(
      (facts, [clock, step, more], seq) =>
        withApologyFact(facts, {
          step,
          unit: 'w1',
          seq,
          at: clockOf(clock),
          source: '/a',
          id: `${seq}`,
          ...more,
        }),
      [],
    ),
  );

test('F20: the first of each step and field holds, whatever came first', () => {
  expect(
    apologyOf(
      ['11:00', 'delivered', { channel: 'counter' }],
      ['10:00', 'signed', { documentNo: '2' }],
      ['09:30', 'signed', { documentNo: '1' }],
      ['09:00', 'drafted', { dossier: 'H1', newDueAt: '2026-11-30' }],
    ),
  ).toMatchObject({
    step: 'delivered',
    dossier: 'H1',
    documentNo: '1',
    signedAt: clockOf('09:30'),
    signedSeq: 2,
    channel: 'counter',
    newDueAt: '2026-11-30',
  });
});

test('F20: owed is open past its due date or settled late', () => {
  const open = dossierOf(['2026-11-20 08:00', 'received', { dueAt: '2026-11-22' }]);
  expect([owesApology(open, clockOf('2026-11-22 23:00')), owesApology(open, clockOf('08:00'))]).toEqual([
    false,
    true,
  ]);
  const late = dossierOf(
    ['2026-11-20 08:00', 'received', { dueAt: '2026-11-22' }],
    ['08:00', 'settled', { result: 'refused' }],
  );
  const withdrawn = dossierOf(
    ['2026-11-20 08:00', 'received', { dueAt: '2026-11-22' }],
    ['08:00', 'settled', { result: 'withdrawn' }],
  );
  expect([owesApology(late, 0), owesApology(withdrawn, 0)]).toEqual([true, false]);
});

test('F20: owed, drafted, signed, delivered, then the new date is kept or broken', () => {
  const steps: Told[] = [
    ['2026-11-23 09:00', 'drafted', { dossier: 'H1', newDueAt: '2026-11-25' }],
    ['2026-11-23 10:00', 'signed'],
    ['2026-11-23 11:00', 'delivered'],
  ];
  const receipt = ['2026-11-20 08:00', 'received', { dueAt: '2026-11-22' }] as const;
  const open = dossierOf([...receipt]);
  const settled = (clock: string) => dossierOf([...receipt], [clock, 'settled', { result: 'done' }]);
  const at = (dossier: typeof open, clock: string, n: number) =>
    chainState(n === 0 ? null : apologyOf(...steps.slice(0, n)), dossier, STORY_ZONE, clockOf(clock));
  expect([0, 1, 2, 3].map((n) => at(open, '2026-11-24 09:00', n))).toEqual([
    'owed',
    'drafted',
    'signed',
    'delivered',
  ]);
  expect(at(open, '2026-11-26 00:00', 3)).toBe('broken');
  expect(at(settled('2026-11-25 16:00'), '2026-12-01 00:00', 3)).toBe('kept');
  expect(at(settled('2026-11-26 08:00'), '2026-12-01 00:00', 3)).toBe('broken');
});

test('F20: who signed is kept beside the log, and its place is the seq of the step', () => {
  const read = readEnvelope({
    specversion: '1.0',
    id: '1',
    source: '/a',
    type: 'apology.signed',
    subject: 'w1',
    time: '2026-11-23T10:00:00+07:00',
    data: { apology: 'x', signedBy: 'Nguyễn Văn An', documentNo: '12' },
  });
  if (!read.ok || !isApologyEvent(read.event)) throw new Error('no apology');
  const fact = apologyFact(read.event, 7);
  expect(JSON.stringify(fact)).not.toContain('Nguyễn');
  expect(foldApology([fact])).toMatchObject({ signedSeq: 7, documentNo: '12' });
});

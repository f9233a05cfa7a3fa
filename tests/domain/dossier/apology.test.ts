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
import { lateStateOf } from '../../../lib/domain/apology/late-dossier.ts';
import { isHeadOrDeputy } from '../../../lib/domain/apology/signatory.ts';
import { readEnvelope } from '../../../lib/domain/events/envelope.ts';
import { splitPersonal } from '../../../server/log/content.ts';
import { dossierOf, STORY_ZONE } from '../../support/dossier-story.ts';
import { LATE } from '../../support/letter-sample.ts';
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

test('AL15: until the signature the last draft holds, whatever came first; what comes after it changes nothing', () => {
  const first: Told = ['09:00', 'drafted', { dossier: 'H1', cause: 'staff', newDueAt: '2026-11-30' }];
  const again: Told = ['09:20', 'drafted', { cause: 'system', newDueAt: '2026-12-01' }];
  const signed: Told = ['10:00', 'signed', { documentNo: '1' }];
  const late: Told = ['10:30', 'drafted', { cause: 'other', newDueAt: '2026-12-31' }];
  const held = { dossier: 'H1', cause: 'system', newDueAt: '2026-12-01', draftedAt: clockOf('09:00') };
  expect(apologyOf(first, again)).toMatchObject({ ...held, draft: { at: clockOf('09:20') } });
  expect(apologyOf(late, signed, again, first)).toMatchObject({ ...held, draft: { seq: 2 } });
  // A letter about what is settled by now promises nothing any more.
  expect(apologyOf(first, ['09:20', 'drafted', { cause: 'system' }])).toMatchObject({ newDueAt: null });
  // Of a draft that nobody told in time the first holds.
  expect(apologyOf(['09:00', 'signed'], first, again)).toMatchObject({ cause: 'staff' });
});

test('AL15: the letter itself stands beside the log, never in the steps', () => {
  const read = readEnvelope({
    specversion: '1.0',
    id: '1',
    source: '/a',
    type: 'apology.drafted',
    subject: 'w1',
    time: '2026-11-23T10:00:00+07:00',
    data: { apology: 'x', dossier: LATE.dossier, letter: LATE },
  });
  if (!read.ok || !isApologyEvent(read.event)) throw new Error('no apology');
  expect(apologyFact(read.event, 7)).not.toHaveProperty('letter');
  expect(splitPersonal(read.event.type, read.event.data)).toMatchObject({
    data: { apology: 'x', dossier: LATE.dossier },
    personal: { letter: { recipient: { name: 'Nguyễn Thị Hạnh' } } },
  });
});

test('AL16: a letter is for what is late, was late or will be, and says where it is', () => {
  const due = { at: clockOf('2026-11-22 23:59'), day: '2026-11-22', kind: 'day' } as const;
  const open = { state: 'open', due, late: true, handler: null, unit: 'w1' } as const;
  expect(lateStateOf(open)).toBe('in_process');
  expect(lateStateOf({ ...open, handler: 'w1' })).toBe('in_process');
  expect(lateStateOf({ ...open, handler: 'tax' })).toBe('with_handler');
  expect(lateStateOf({ ...open, late: false })).toBe('will_be_late');
  expect(lateStateOf({ ...open, state: 'settled' })).toBe('settled_late');
  expect(lateStateOf({ ...open, state: 'settled', late: false })).toBe('not_owed');
  // It lies with the applicant, or was taken back.
  expect(lateStateOf({ ...open, late: null })).toBe('not_owed');
  expect(lateStateOf({ ...open, due: null })).toBe('no_due_date');
  expect(lateStateOf({ ...open, state: 'submitted' })).toBe('not_owed');
});

test.each([
  ['Chủ tịch', true],
  ['PHÓ CHỦ TỊCH', true],
  ['Quyền Giám đốc Trung tâm', true],
  ['Phó Trưởng phòng Tư pháp', true],
  ['Chánh Văn phòng', true],
  ['Tổ trưởng Tổ Một cửa', false],
  ['Chuyên viên', false],
  ['Công chức tư pháp, hộ tịch', false],
  ['Trưởngx', false],
])('AL12: %s is the title of a head or a deputy: %s', (title, competent) => {
  expect(isHeadOrDeputy(title)).toBe(competent);
  expect(isHeadOrDeputy(title.normalize('NFD'))).toBe(competent);
});

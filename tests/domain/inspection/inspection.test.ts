import { expect, test } from 'vitest';
import { readEnvelope } from '../../../lib/domain/events/envelope.ts';
import { formsOn, isInForce } from '../../../lib/domain/inspection/discipline.ts';
import { foldInspection, inTimeAt } from '../../../lib/domain/inspection/inspection.ts';
import {
  type InspectionFact,
  inspectionFact,
  isInspectionEvent,
  withInspectionFact,
} from '../../../lib/domain/inspection/inspection-fact.ts';
import { inspectionActs, isThere } from '../../../lib/domain/inspection/inspection-rights.ts';
import { instantOf } from '../../../lib/domain/zoned-time.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY = '2026-11-23';
const at = (clock: string, day = DAY): number => instantOf(ZONE, day, clock);

const read = (type: string, when: number, data: object, id = `${type} ${when}`, source = '/kt/city') =>
  readEnvelope({
    specversion: '1.0',
    id,
    source,
    subject: 'a',
    type: `inspection.${type}`,
    time: new Date(when).toISOString(),
    data: { inspection: 'KT-1', ...data },
  });

function told(...steps: [type: string, when: number, data?: object][]) {
  const facts = steps.reduce<readonly InspectionFact[]>((held, [type, when, data = {}], index) => {
    const envelope = read(type, when, data);
    if (!envelope.ok) throw new Error(JSON.stringify(envelope.refusal));
    return isInspectionEvent(envelope.event)
      ? withInspectionFact(held, inspectionFact(envelope.event, index + 1))
      : held;
  }, []);
  return foldInspection(facts, ZONE);
}

const refusal = (type: string, data: object): unknown => {
  const envelope = read(type, at('10:00'), data);
  return envelope.ok ? null : [envelope.refusal.code, envelope.refusal.pointer];
};

test('every type of the contract is taken with an inspection alone; what the server keeps is refused at the door', () => {
  for (const type of [
    'opened',
    'announced',
    'finding_added',
    'explained',
    'remedied',
    'minutes_signed',
    'closed',
  ])
    expect(refusal(type, {}), type).toBeNull();
  expect(
    refusal('closed', {
      level: 'joint',
      kind: 'surprise',
      finding: '1',
      dueAt: DAY,
      disciplineForm: 'warning',
    }),
  ).toBeNull();
  expect(refusal('opened', { inspection: undefined })).toEqual(['missing_field', '/data/inspection']);
  expect(refusal('opened', { level: 'region' })).toEqual(['bad_value', '/data/level']);
  expect(refusal('opened', { names: 'Lê Minh' })).toEqual(['unknown_field', '/data/names']);
  expect(refusal('pictured', {})).toEqual(['server_only_type', '/type']);
});

test('I1, I8: an inspection goes from its plan to its end, and counts for the day of its opening', () => {
  const plan: [string, number, object] = ['planned', at('08:00'), { level: 'city', day: '2026-11-25' }];
  expect(told(['announced', at('09:00')])).toMatchObject({ state: null });
  expect(told(plan)).toMatchObject({ state: 'planned', kind: 'planned', level: 'city', day: '2026-11-25' });
  expect(told(plan, ['planned', at('08:05'), { day: '2026-11-26' }])).toMatchObject({ day: '2026-11-26' });
  const opened: [string, number] = ['opened', at('23:30', '2026-11-26')];
  expect(told(plan, opened)).toMatchObject({ state: 'opened', kind: 'planned', day: '2026-11-26' });
  expect(told(['opened', at('10:42')])).toMatchObject({ state: 'opened', kind: 'surprise', level: null });
  const signed: [string, number, object] = ['minutes_signed', at('11:00', '2026-11-27'), { documentNo: '7' }];
  expect(told(opened, signed)).toMatchObject({ state: 'signed', documentNo: '7' });
  expect(told(opened, signed, ['closed', at('11:00', '2026-11-28')])).toMatchObject({ state: 'closed' });
});

test('I5: a remedy is in time until its day ends; nothing is said of one whose day has not come', () => {
  const found: [string, number, object] = [
    'finding_added',
    at('10:50'),
    { finding: '1', dueAt: '2026-11-25', severity: 'minor' },
  ];
  const again: [string, number, object] = [
    'finding_added',
    at('10:55'),
    { finding: '1', severity: 'severe' },
  ];
  const of = (...more: [string, number, object?][]) =>
    told(['opened', at('10:42')], found, again, ...more).findings;
  expect(of()).toHaveLength(1);
  expect(of()[0]).toMatchObject({ severity: 'minor', remediedAt: null });
  const inTime = (when: number, ...more: [string, number, object?][]) =>
    of(...more).map((f) => inTimeAt(f, when));
  expect(inTime(at('12:00', '2026-11-25'))).toEqual([null]);
  expect(inTime(at('00:00', '2026-11-26'))).toEqual([false]);
  const last = at('23:59', '2026-11-25');
  expect(inTime(at('08:00', '2026-11-30'), ['remedied', last, { finding: '1' }])).toEqual([true]);
  expect(inTime(at('08:00', '2026-11-30'), ['remedied', last])).toEqual([true]);
  expect(inTime(at('08:00', '2026-11-30'), ['remedied', last, { finding: '2' }])).toEqual([false]);
  expect(inTime(at('08:00', '2026-11-30'), ['remedied', at('00:00', '2026-11-26')])).toEqual([false]);
  // Told before it was found: of a finding by name it counts, of "all" it is of none.
  expect(of(['remedied', at('09:00')])[0]).toMatchObject({ remediedAt: null });
});

test('I7: forms are those the law knows on the day, and the last number of a form holds', () => {
  const forms = (day: string) => formsOn(day).map(({ form }) => form);
  expect(forms('2025-06-30')).toEqual([
    'reprimand',
    'warning',
    'pay_lowered',
    'demotion',
    'removal',
    'dismissal',
  ]);
  expect(forms('2025-07-01')).toEqual(['reprimand', 'warning', 'removal', 'dismissal']);
  expect(isInForce('demotion', DAY)).toBe(false);
  const { discipline } = told(
    ['opened', at('10:42')],
    ['disciplined', at('11:00'), { disciplineForm: 'warning', people: 3 }],
    ['disciplined', at('11:30'), { disciplineForm: 'warning', people: 2 }],
    ['disciplined', at('11:40'), { disciplineForm: 'warning', finding: '1' }],
    ['disciplined', at('11:50'), { disciplineForm: 'demotion' }],
    ['disciplined', at('11:51'), { disciplineForm: 'reprimand' }],
    ['disciplined', at('11:52'), { disciplineForm: 'reprimand', people: 0 }],
  );
  expect(discipline.map(({ form, people, inForce }) => [form, people, inForce])).toEqual([
    ['warning', 2, true],
    ['warning', 1, true],
    ['demotion', 1, false],
  ]);
});

test('I2–I4: what each may do, and when', () => {
  const reader = (source: string, inside: boolean, ...actions: string[]) => ({
    may: (action: string) => actions.includes(action),
    inside,
    source,
  });
  const WRITES = ['inspections.read', 'inspections.ahead', 'inspections.write'];
  const inspector = reader('/person/i', false, ...WRITES);
  const own = reader('/kt/city', true, ...WRITES);
  const other = reader('/person/j', true, ...WRITES);
  const leader = reader('/person/l', false, 'inspections.read', 'inspections.ahead');
  const head = reader('/person/h', true, 'inspections.read', 'inspections.answer');
  const opened: [string, number] = ['opened', at('10:42')];
  const hidden = told(opened);
  expect([inspector, own, other, leader, head].map((one) => isThere(hidden, one))).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
  expect(inspectionActs(hidden, inspector)).toEqual(['announce', 'find']);
  expect(inspectionActs(hidden, leader)).toEqual([]);
  const announced = told(
    opened,
    ['announced', at('10:50')],
    ['finding_added', at('10:51'), { finding: '1' }],
  );
  expect(isThere(announced, head)).toBe(true);
  expect(inspectionActs(announced, inspector)).toEqual(['find', 'sign']);
  expect(inspectionActs(announced, head)).toEqual(['explain', 'remedy']);
  const signed = told(
    opened,
    ['announced', at('10:50')],
    ['finding_added', at('10:51'), { finding: '1' }],
    ['minutes_signed', at('11:00')],
  );
  expect(inspectionActs(signed, inspector)).toEqual(['discipline', 'close']);
  const planned = told(['planned', at('08:00'), { day: '2026-11-25' }]);
  expect(inspectionActs(planned, inspector)).toEqual(['open', 'announce']);
  expect(isThere(told(['announced', at('09:00')]), inspector)).toBe(false);
});

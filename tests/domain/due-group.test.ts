import { expect, test } from 'vitest';
import { DUE_GROUPS, dueGroup } from '../../components/dossiers/due-group.ts';
import { lineGroups, orderedLines } from '../../components/dossiers/line-groups.ts';
import type { DossierLine } from '../../lib/wire/dossier-reads.ts';

const DAY = '2026-11-25';
const NOW = Date.parse('2026-11-25T10:00:00+07:00');
const at = (text: string): string => new Date(`${text}+07:00`).toISOString();

const line = (more: Partial<DossierLine>): DossierLine => ({
  unit: 'w1',
  dossier: 'D1',
  procedure: 'p',
  procedureName: null,
  procedureNameEn: null,
  channel: null,
  state: 'open',
  handler: null,
  stage: null,
  stageDueAt: null,
  submittedAt: null,
  receivedAt: at('2026-11-20T09:00:00'),
  receivedDay: '2026-11-20',
  dueAt: null,
  dueDay: null,
  dueKind: null,
  lateFrom: null,
  late: null,
  countdown: null,
  awaitingSince: null,
  settledAt: null,
  settledDay: null,
  result: null,
  deliveredAt: null,
  extensions: 0,
  supplements: 0,
  previous: null,
  faults: [],
  ...more,
});

/** Promised for any time of a day. */
const dueOn = (day: string, more: Partial<DossierLine> = {}): DossierLine => {
  const end = Date.parse(`${day}T24:00:00+07:00`);
  const [dueAt, lateFrom] = [new Date(end - 1).toISOString(), new Date(end).toISOString()];
  return line({ dossier: `D${day}`, dueAt, dueDay: day, dueKind: 'day', lateFrom, ...more });
};
const working = (hours: number) => ({ at: NOW, workingSeconds: hours * 3600, spans: [] });

test.each([
  ['beforeClosing', dueOn('2026-11-25')],
  ['over0', dueOn('2026-11-24')],
  ['over0', dueOn('2026-11-22')],
  ['over3', dueOn('2026-11-21')],
  ['over3', dueOn('2026-11-15')],
  ['over10', dueOn('2026-11-14')],
  ['over10', dueOn('2026-10-26')],
  ['over30', dueOn('2026-10-25')],
  ['soon', dueOn('2026-11-26', { countdown: working(8) })],
  ['later', dueOn('2026-11-26', { countdown: working(8.1) })],
  // Far ahead, or no opening hours known.
  ['later', dueOn('2026-11-26')],
  ['noDue', line({})],
  ['unaccepted', line({ state: 'submitted' })],
  ['pending', line({ state: 'pending' })],
  ['settled', dueOn('2026-11-01', { state: 'settled', settledDay: '2026-11-20' })],
] as const)('F18: %s', (group, given) => {
  expect(dueGroup(given, NOW, DAY)).toBe(group);
});

test('F4: what was promised for an hour of today is late from then on, not from midnight', () => {
  const dueAt = at('2026-11-25T09:00:00');
  const lateFrom = new Date(Date.parse(dueAt) + 1).toISOString();
  const given = line({ dueAt, dueDay: DAY, dueKind: 'time', lateFrom });
  expect(dueGroup(given, NOW, DAY)).toBe('today');
  expect(dueGroup(given, Date.parse(dueAt), DAY)).toBe('beforeClosing');
});

test('F11: what lies with the applicant in time is not due; asked for too late it stays overdue', () => {
  const awaitingSince = at('2026-11-20T09:00:00');
  expect(dueGroup(dueOn('2026-11-21', { awaitingSince, lateFrom: null }), NOW, DAY)).toBe('awaiting');
  expect(dueGroup(dueOn('2026-11-19', { awaitingSince }), NOW, DAY)).toBe('over3');
});

test('what is due before closing comes first, then the oldest promises that were broken', () => {
  const lines = [dueOn('2026-12-24'), dueOn('2026-11-24'), dueOn('2026-10-01'), dueOn('2026-11-25')];
  const groups = lineGroups(lines, 'due', { now: NOW, day: DAY });
  expect(groups.map(({ key }) => key)).toEqual(['beforeClosing', 'over30', 'over0', 'later']);
  expect(new Set(DUE_GROUPS).size).toBe(DUE_GROUPS.length);
});

test('other groups: the largest first, what was not told last', () => {
  const lines = ['b', null, 'a', 'b', null, null].map((stage, i) => line({ dossier: `D${i}`, stage }));
  const groups = lineGroups(lines, 'stage', { now: NOW, day: DAY });
  expect(groups.map(({ key, lines: own }) => [key, own.length])).toEqual([
    ['b', 2],
    ['a', 1],
    ['', 3],
  ]);
});

test('an order keeps what has no due date last, either way round', () => {
  const lines = [line({ dossier: 'none' }), dueOn('2026-11-25'), dueOn('2026-11-20')];
  const codes = (order: 'due' | '-due') => orderedLines(lines, order, 'vi').map(({ dossier }) => dossier);
  expect(codes('due')).toEqual(['D2026-11-20', 'D2026-11-25', 'none']);
  expect(codes('-due')).toEqual(['D2026-11-25', 'D2026-11-20', 'none']);
});

import { expect, test } from 'vitest';
import type { Opening } from '../../../lib/domain/calendar/working-time.ts';
import { readEnvelope } from '../../../lib/domain/events/envelope.ts';
import { type Book, foldBook } from '../../../lib/domain/suggestion/fold-book.ts';
import { legalDue } from '../../../lib/domain/suggestion/legal-term.ts';
import { pageRights } from '../../../lib/domain/suggestion/page-rights.ts';
import { foldSuggestion } from '../../../lib/domain/suggestion/suggestion.ts';
import { isSuggestionEvent } from '../../../lib/domain/suggestion/suggestion-fact.ts';
import { instantOf, weekdayOf } from '../../../lib/domain/zoned-time.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
/** Mondays to Fridays, morning and afternoon. */
const week: Opening = {
  zone: ZONE,
  spansOf: (day) =>
    weekdayOf(day) <= 5
      ? [
          { fromAt: instantOf(ZONE, day, '07:30'), toAt: instantOf(ZONE, day, '11:30') },
          { fromAt: instantOf(ZONE, day, '13:30'), toAt: instantOf(ZONE, day, '17:00') },
        ]
      : [],
};
const noCalendar: Opening = { zone: ZONE, spansOf: () => [] };
const at = (day: string, clock: string): number => instantOf(ZONE, day, clock);

let told = 0;
const BY = { name: 'Trần Thị Bình', title: 'Chủ tịch UBND phường' };

function read(type: string, when: number, data: Record<string, unknown>) {
  told += 1;
  return readEnvelope({
    specversion: '1.0',
    id: `e${told}`,
    source: '/qr/a',
    subject: 'a',
    type,
    time: new Date(when).toISOString(),
    data,
  });
}

/** A book of unit `a` after what was told, in order of arrival. */
function book(steps: [type: string, when: number, data: Record<string, unknown>][], opening = week) {
  const held: Book = { pages: 0, suggestions: new Map() };
  const made = steps.flatMap(([type, when, data], index) => {
    const { ok, ...rest } = read(`suggestion.${type}`, when, { suggestion: 's', ...data });
    if (!ok || !('event' in rest) || !isSuggestionEvent(rest.event)) throw new Error(JSON.stringify(rest));
    return foldBook(held, [{ event: rest.event, seq: index + 1 }], 'a', opening);
  });
  return { held, made, page: (id = 's') => foldSuggestion(held.suggestions.get(id) ?? []) };
}

const FRIDAY = '2026-11-20';
const MONDAY = '2026-11-23';
const submitted = (when: number, data = {}): [string, number, Record<string, unknown>] => [
  'submitted',
  when,
  { text: 'Thêm ghế ngồi', ...data },
];

test('N1: pages count from one in the order of the log, whatever the times say', () => {
  const { page, made } = book([
    submitted(at(MONDAY, '09:00'), { suggestion: 's1' }),
    submitted(at(FRIDAY, '09:00'), { suggestion: 's2' }),
  ]);
  expect([page('s1').page, page('s2').page]).toEqual([1, 2]);
  expect(made.map(({ source, id }) => `${source} ${id}`)).toEqual([
    '/server ["a","page",1]',
    '/server ["a","page",2]',
  ]);
});

test('N2: another submission of the same code, even an earlier one, leaves the page as it was written', () => {
  const { page } = book([
    submitted(at(MONDAY, '09:00')),
    submitted(at(FRIDAY, '09:00'), { text: 'Khác hẳn' }),
  ]);
  expect(page()).toMatchObject({
    page: 1,
    submittedAt: at(MONDAY, '09:00'),
    submittedSeq: 1,
    repeats: 1,
  });
});

test('N2: steps told before the submission wait for it', () => {
  const early = book([['seen', at(MONDAY, '10:00'), { by: BY }]]);
  expect(early.page()).toMatchObject({ page: null, seenAt: at(MONDAY, '10:00') });
  expect(early.made).toEqual([]);
  const late = book([['seen', at(MONDAY, '10:00'), { by: BY }], submitted(at(MONDAY, '09:00'))]);
  expect(late.page()).toMatchObject({ page: 1, state: 'seen', waitSeconds: 3600 });
});

test('N3: the first mark holds, and an answer is no mark', () => {
  const { page } = book([
    submitted(at(MONDAY, '08:00')),
    ['answered', at(MONDAY, '09:00'), { by: BY, text: 'Đã làm' }],
  ]);
  expect(page()).toMatchObject({ state: 'unseen', seenAt: null });
  const marked = book([
    submitted(at(MONDAY, '08:00')),
    ['seen', at(MONDAY, '10:00'), { by: BY }],
    ['seen', at(MONDAY, '09:30'), { by: { name: 'Người khác' } }],
    ['answered', at(MONDAY, '11:00'), { by: BY }],
  ]);
  expect(marked.page()).toMatchObject({
    state: 'answered',
    seenAt: at(MONDAY, '09:30'),
    seenSeq: 3,
    waitSeconds: 5400,
  });
});

test('N4: time to "seen" is working time, and too long begins with the end of the next working day', () => {
  const { page } = book([submitted(at(FRIDAY, '16:30')), ['seen', at(MONDAY, '08:00'), { by: BY }]]);
  expect(page()).toMatchObject({ waitSeconds: 3600, lateFrom: at(MONDAY, '17:00') });
  const unknown = book(
    [submitted(at(FRIDAY, '16:30')), ['seen', at(MONDAY, '08:00'), { by: BY }]],
    noCalendar,
  );
  expect(unknown.page()).toMatchObject({ waitSeconds: null, lateFrom: at('2026-11-21', '16:30') });
});

test('N5: what has left the book is never sorted back, whatever comes and in which order', () => {
  const left: [string, number, Record<string, unknown>][] = [
    ['sorted', at(MONDAY, '09:00'), { kind: 'about_head' }],
    ['sorted', at(MONDAY, '10:00'), { kind: 'suggestion' }],
  ];
  for (const steps of [left, left.toReversed()])
    expect(book([submitted(at(MONDAY, '08:00')), ...steps]).page()).toMatchObject({
      state: 'away',
      kind: 'about_head',
    });
  const petition = book([
    submitted(at(MONDAY, '08:00')),
    ['sorted', at(MONDAY, '09:00'), { kind: 'suggestion' }],
    ['sorted', at(MONDAY, '10:00'), { kind: 'petition' }],
  ]);
  expect(petition.page()).toMatchObject({ state: 'unseen', kind: 'petition' });
});

test('N6: terms count from the day of receipt, which is not counted; a suggestion has none', () => {
  const from = at(FRIDAY, '16:30');
  expect(legalDue(week, 'complaint', from)).toBe(at('2026-12-01', '00:00') - 1);
  expect(legalDue(week, 'denunciation', from)).toBe(at('2026-12-01', '17:00'));
  expect(legalDue(week, 'petition', from)).toBe(at('2026-12-04', '17:00'));
  expect(legalDue(week, 'suggestion', from)).toBeNull();
  // Working days need a calendar; days of the law do not.
  expect(legalDue(noCalendar, 'denunciation', from)).toBeNull();
  expect(legalDue(noCalendar, 'complaint', from)).toBe(at('2026-12-01', '00:00') - 1);
  const { page, made } = book([submitted(from), ['sorted', at(MONDAY, '09:00'), { kind: 'denunciation' }]]);
  expect(page().dueAt).toBe(at('2026-12-01', '17:00'));
  expect(made.map(({ type }) => type)).toEqual(['suggestion.page_computed', 'suggestion.due_computed']);
});

const may =
  (...actions: string[]) =>
  (action: string): boolean =>
    actions.includes(action);
const HEAD = { may: may('book.read', 'book.confirm', 'book.decide'), inside: true };
const CLERK = { may: may('book.read', 'book.enter', 'book.sort'), inside: true };
const LEADER = { may: may('book.read', 'book.sort', 'book.decide', 'book.above'), inside: false };
const NEW = { state: 'unseen', sorted: false, seen: false, confirmed: false, erased: false } as const;

test('N3, N5, K11: who may read a page and do what with it', () => {
  expect(pageRights(NEW, HEAD)).toEqual({ known: true, text: false, acts: [] });
  expect(pageRights(NEW, CLERK)).toEqual({ known: true, text: true, acts: ['sort'] });
  expect(pageRights(NEW, LEADER)).toEqual({ known: true, text: true, acts: ['sort', 'erase'] });
  const sorted = { ...NEW, sorted: true };
  expect(pageRights(sorted, HEAD)).toEqual({ known: true, text: true, acts: ['see'] });
  // Whoever only reads marks nothing.
  expect(pageRights(sorted, CLERK).acts).toEqual(['sort']);
  expect(pageRights(sorted, LEADER).acts).toEqual(['sort', 'erase']);
  const seen = { ...sorted, state: 'seen', seen: true, confirmed: true } as const;
  expect(pageRights(seen, HEAD).acts).toEqual(['instruct', 'answer']);
  // What a system of the unit tells takes nobody's own mark away.
  const toldSeen = { ...seen, confirmed: false } as const;
  expect(pageRights(toldSeen, HEAD).acts).toEqual(['see', 'instruct', 'answer']);
  // Told as seen by a system of the unit, but not sorted: nobody decides about what nobody may read.
  expect(pageRights({ ...toldSeen, sorted: false }, HEAD).acts).toEqual([]);
  const away = { ...sorted, state: 'away' } as const;
  for (const reader of [HEAD, CLERK, { ...LEADER, inside: true }])
    expect(pageRights(away, reader)).toEqual({ known: false, text: false, acts: [] });
  expect(pageRights(away, LEADER)).toEqual({ known: true, text: true, acts: ['sort', 'see', 'erase'] });
});

test('bad input is refused by its field and rule', () => {
  const refusal = (type: string, data: Record<string, unknown>) => {
    const answer = read(`suggestion.${type}`, at(MONDAY, '09:00'), data);
    return answer.ok ? null : [answer.refusal.code, answer.refusal.pointer];
  };
  expect(refusal('submitted', { suggestion: 's' })).toEqual(['missing_field', '/data/text']);
  expect(refusal('submitted', { suggestion: 's', text: 'x', channel: 'fax' })).toEqual([
    'bad_value',
    '/data/channel',
  ]);
  expect(refusal('submitted', { suggestion: 's', text: 'x', page: 4 })).toEqual([
    'unknown_field',
    '/data/page',
  ]);
  expect(refusal('sorted', { suggestion: 's', kind: 'joke' })).toEqual(['bad_value', '/data/kind']);
  expect(refusal('seen', { suggestion: 's' })).toEqual(['missing_field', '/data/by']);
  expect(refusal('instructed', { suggestion: 's', by: BY, dueAt: 'mai' })).toEqual([
    'bad_value',
    '/data/dueAt',
  ]);
  for (const type of ['page_computed', 'due_computed', 'wait_computed'])
    expect(refusal(type, { suggestion: 's' })).toEqual(['server_only_type', '/type']);
});

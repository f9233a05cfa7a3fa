import { expect, test } from 'vitest';
import {
  type AttentionBoard,
  type AttentionItem,
  type AttentionRow,
  needsAttention,
} from '../../lib/domain/attention.ts';

const MINUTE = 60_000;
const at = Date.UTC(2026, 10, 23, 3, 42);
const ago = (minutes: number, seconds = 0) => at - minutes * MINUTE - seconds * 1000;

const calm: AttentionRow = { w: 2, s: ago(5), m: [99, 100], l: ago(1), q: at + 20 * MINUTE };

type Unit = Partial<AttentionRow> & { name?: string; queue?: 'machine' | 'paper' | 'none' };

function boardOf(
  units: Record<string, Unit>,
  header: AttentionBoard['header'] = { sessions: null },
): AttentionBoard {
  const board = { header, targets: { satisfied: { value: 0.98 }, within: { seconds: 900 } } };
  const places: Record<string, { name: string; queue: 'machine' | 'paper' | 'none' }> = {};
  const rows: Record<string, AttentionRow> = {};
  for (const [code, { name = code, queue = 'machine', ...row }] of Object.entries(units)) {
    places[code] = { name, queue };
    rows[code] = { ...calm, ...row };
  }
  return { ...board, places, units: rows };
}

const brief = (items: AttentionItem[]) =>
  items.map((item) =>
    item.kind === 'storm'
      ? 'storm'
      : `${item.code} ${item.level}: ${item.causes.map((cause) => cause.kind).join(' ')}`,
  );

test('A1: a unit where all is well needs nobody', () => {
  expect(needsAttention(boardOf({ a: {} }), at)).toEqual([]);
});

test('A2: somebody who waits longer than the target needs attention, at the target not yet', () => {
  const items = needsAttention(boardOf({ a: { s: ago(15) }, b: { s: ago(15, 1), w: 6 } }), at);
  expect(items).toEqual([
    {
      kind: 'unit',
      code: 'b',
      name: 'b',
      level: 'attention',
      people: 6,
      causes: [{ kind: 'longWait', level: 'attention', people: 6, since: ago(15, 1), waiting: 6 }],
    },
  ]);
});

test('A2: longer than twice the target is urgent, at twice not yet', () => {
  const items = needsAttention(boardOf({ a: { s: ago(30) }, b: { s: ago(30, 1) } }), at);
  expect(brief(items)).toEqual(['b urgent: longWait', 'a attention: longWait']);
});

test('A3: issuing that stopped matters while people wait, and only then', () => {
  const items = needsAttention(
    boardOf({ a: { z: 1, w: 4 }, b: { z: 1, w: 0, s: null }, c: { z: 0, w: 4 } }),
    at,
  );
  expect(brief(items)).toEqual(['a attention: issuingStopped']);
});

test('A4: a unit is silent from the instant its row names, with the time it was last heard', () => {
  const items = needsAttention(
    boardOf({ a: { q: at, l: ago(33), w: 3 }, b: { q: at + 1 }, c: { q: null } }),
    at,
  );
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    code: 'a',
    level: 'silent',
    causes: [{ kind: 'silent', lastHeardAt: ago(33) }],
  });
});

test('A4: silence calls for somebody between the first opening and the last closing only', () => {
  const silent = { a: { q: ago(10) } };
  const open = { fromAt: ago(60), toAt: ago(30) };
  const lunch = { sessions: [open, { fromAt: at + 60 * MINUTE, toAt: at + 120 * MINUTE }] };
  expect(brief(needsAttention(boardOf(silent, lunch), at))).toEqual(['a silent: silent']);
  expect(needsAttention(boardOf(silent, { sessions: [open] }), at)).toEqual([]);
  expect(needsAttention(boardOf(silent, { sessions: [] }), at)).toEqual([]);
});

test('A5: what a silent unit last said of its queue is not judged', () => {
  const items = needsAttention(boardOf({ a: { q: ago(1), s: ago(90), w: 9, z: 2 } }), at);
  expect(brief(items)).toEqual(['a silent: silent']);
});

test('A6: a month of ratings clearly below the target needs attention, an unclear one does not', () => {
  const items = needsAttention(
    boardOf({ clear: { m: [373, 388] }, unclear: { m: [97, 100] }, none: { m: [0, 0] } }),
    at,
  );
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    code: 'clear',
    level: 'attention',
    causes: [{ kind: 'satisfaction', people: 15, n: 373, of: 388, target: 0.98 }],
  });
});

test('A7: a unit without a queue is judged by its ratings alone', () => {
  const row = { queue: 'none', s: ago(60), q: ago(60), z: 1 } as const;
  expect(needsAttention(boardOf({ a: row }), at)).toEqual([]);
  expect(brief(needsAttention(boardOf({ a: { ...row, m: [50, 100] } }), at))).toEqual([
    'a attention: satisfaction',
  ]);
});

test('A8: a unit has one line; its causes stand in it by urgency', () => {
  const items = needsAttention(boardOf({ a: { m: [50, 100], z: 1, s: ago(47), w: 14 } }), at);
  expect(brief(items)).toEqual(['a urgent: longWait issuingStopped satisfaction']);
});

test('A9: urgent before silent before attention, then by people, then by Vietnamese name, then by code', () => {
  const items = needsAttention(
    boardOf({
      few: { s: ago(20), w: 1, name: 'An' },
      z2: { s: ago(20), w: 3, name: 'Đông' },
      z1: { s: ago(20), w: 3, name: 'Đông' },
      early: { s: ago(20), w: 3, name: 'Dương' },
      silent: { q: ago(1) },
      urgent: { s: ago(40), w: 1 },
    }),
    at,
  );
  expect(items.map((item) => item.kind === 'unit' && item.code)).toEqual([
    'urgent',
    'silent',
    'early',
    'z1',
    'z2',
    'few',
  ]);
});

const manyUrgent = (urgent: number, all: number) =>
  boardOf(
    Object.fromEntries(
      Array.from({ length: all }, (_, i) => [`u${i}`, i < urgent ? { s: ago(40), w: 2 } : {}]),
    ),
  );

test('A10: more than a fifth of the units urgent is one first sentence about the whole area', () => {
  const items = needsAttention(manyUrgent(5, 24), at);
  expect(items).toHaveLength(6);
  expect(items[0]).toEqual({ kind: 'storm', urgent: 5, units: 24, people: 10 });
  expect(brief(needsAttention(manyUrgent(5, 25), at))).not.toContain('storm');
});

test('A10: two units are never a storm', () => {
  expect(brief(needsAttention(manyUrgent(2, 4), at))).not.toContain('storm');
  expect(brief(needsAttention(manyUrgent(3, 4), at))).toContain('storm');
});

test('A11: the order of the board changes nothing', () => {
  const board = boardOf({ a: { s: ago(40) }, b: { q: ago(1) }, c: { m: [50, 100] }, d: { s: ago(40) } });
  const turned = { ...board, units: Object.fromEntries(Object.entries(board.units).toReversed()) };
  expect(needsAttention(turned, at)).toEqual(needsAttention(board, at));
});

const closesAt = at + 90 * MINUTE;
const day = {
  sessions: [
    { fromAt: ago(200), toAt: ago(60) },
    { fromAt: ago(30), toAt: closesAt },
  ],
};

test('A12: overdue dossiers need attention, also where there is no queue', () => {
  const items = needsAttention(
    boardOf({ a: { d: [9, 2, 0] }, b: { d: [9, 0, 0] }, c: { d: [9, 3, 0], queue: 'none' } }),
    at,
  );
  expect(brief(items)).toEqual(['c attention: overdue', 'a attention: overdue']);
  expect(items[0]).toMatchObject({ people: 3, causes: [{ dossiers: 3 }] });
});

test('A13: what is due today needs attention in the two hours before the last closing', () => {
  const board = boardOf({ a: { d: [9, 0, 4] } }, day);
  const causes = (when: number) => brief(needsAttention(board, when));
  expect(causes(closesAt - 121 * MINUTE)).toEqual([]);
  expect(causes(closesAt - 120 * MINUTE)).toEqual(['a attention: dueToday']);
  expect(causes(closesAt)).toEqual([]);
  expect(brief(needsAttention(boardOf({ a: { d: [9, 0, 4] } }), at))).toEqual([]);
});

import { BIEN, NUI, SERVICES, WARDS } from './test-city-tree.ts';

/** An event as a source writes it, without what every event of the test city has in common. */
export type Told = { unit: string; type: string; at: number; data: Record<string, unknown> };

const MINUTE = 60_000;
const COUNTERS = ['1', '2', '3'];

/** A rating reason that would run as a script if it were ever taken for markup. */
const HOSTILE_REASON = '<img/src=x/onerror=window.hostile=1>';
const HOSTILE_NOTE = '<img src=x onerror="window.hostile=1"> Mất điện';

const opened = (unit: string, at: number): Told[] =>
  COUNTERS.map((counter) => ({ unit, type: 'counter.opened', at, data: { counter } }));

export const issued = (unit: string, ticket: string, at: number): Told => ({
  unit,
  type: 'ticket.issued',
  at,
  data: { ticket, number: ticket.toUpperCase(), service: SERVICES[ticket.length % 2] },
});

/** A visit: `waits` and `takes` are minutes. */
const visit = (unit: string, ticket: string, at: number, waits: number, takes: number): Told[] => [
  issued(unit, ticket, at),
  {
    unit,
    type: 'ticket.called',
    at: at + waits * MINUTE,
    data: { ticket, counter: COUNTERS[ticket.length % 3] },
  },
  { unit, type: 'ticket.finished', at: at + (waits + takes) * MINUTE, data: { ticket, outcome: 'received' } },
];

const rated = (unit: string, rating: string, at: number, level: string, reasons: string[] = []): Told => ({
  unit,
  type: 'rating.given',
  at,
  data: { rating, level, reasons, counter: '1', channel: 'pad' },
});

/** What has happened until `now`: every state of district `song`, and believable mornings elsewhere. */
export function dayUntil(now: number): Told[] {
  const ago = (minutes: number): number => now - minutes * MINUTE;
  const { live, late, nobody, silent, none, gauge, rated: praised } = WARDS;
  return [
    ...[live, late, nobody, praised].flatMap(({ code }) => opened(code, ago(200))),
    ...opened(silent.code, ago(200)),
    ...visit(live.code, 'a1', ago(60), 4, 9),
    issued(live.code, 'a2', ago(3)),
    issued(late.code, 'b1', ago(47)),
    issued(late.code, 'b2', ago(20)),
    ...opened(late.code, ago(1)),
    ...[...Array(14).keys()].flatMap((i) => visit(late.code, `bb${i}`, ago(170 - i * 6), 17 + i, 6)),
    ...visit(nobody.code, 'c1', ago(12), 2, 9),
    issued(silent.code, 'd1', ago(40)),
    { unit: gauge.code, type: 'gauge.reported', at: ago(1), data: { service: 'dat-dai', waiting: 7 } },
    ...visit(praised.code, 'f1', ago(25), 5, 12),
    {
      unit: praised.code,
      type: 'note.added',
      at: ago(9),
      data: { from: iso(ago(70)), to: iso(ago(40)), text: HOSTILE_NOTE },
    },
    rated(praised.code, 'hostile', ago(5), 'very_satisfied', [HOSTILE_REASON]),
    ...[...Array(120).keys()].map((i) =>
      rated(praised.code, `r${i}`, ago(200 - i), i % 9 === 0 ? 'dissatisfied' : 'satisfied', ['listen']),
    ),
    ...[...Array(12).keys()].map((i) => rated(none.code, `n${i}`, ago(90 - i * 4), 'very_satisfied')),
    ...[...NUI, ...BIEN, 'tt'].flatMap((unit, i) => morning(unit, i, ago)),
  ];
}

function morning(unit: string, i: number, ago: (minutes: number) => number): Told[] {
  return [
    ...opened(unit, ago(230)),
    ...[...Array(10).keys()].flatMap((j) =>
      visit(unit, `v${'x'.repeat(j % 3)}${j}`, ago(220 - j * 20), (i * 3 + j) % 14, 4 + ((i + j) % 7)),
    ),
    ...[...Array(i % 5).keys()].map((j) => issued(unit, `w${j}`, ago(12 - j))),
    ...[...Array(20 + i * 3).keys()].map((j) =>
      rated(unit, `r${j}`, ago(210 - j), (i + j) % (i % 9 === 0 ? 9 : 61) === 0 ? 'neutral' : 'satisfied'),
    ),
  ];
}

export const iso = (at: number): string => new Date(at).toISOString();

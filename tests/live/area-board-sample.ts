import type { AreaBoard, Row } from '../../lib/wire/board.ts';

/** A row of a unit where all is well, with `changes`. */
export const row = (changes: Partial<Row> = {}): Row => ({
  w: 5,
  s: null,
  c: [2, 3],
  x: [9, 10],
  m: [98, 100],
  l: 0,
  q: null,
  f: 15,
  h: [1, 2],
  ...changes,
});

const target = { value: 0.98, source: '', from: '2026-01-01' };

/** A made-up area with the given units. */
export const areaBoard = (
  units: Record<string, Row> = { P01: row(), P02: row(), P03: row() },
): AreaBoard => ({
  header: {
    form: 'area',
    grain: 'unit',
    code: 'KV1',
    name: 'Sông Ngân',
    nameEn: null,
    kind: 'district',
    label: 'Khu vực',
    path: [],
    demo: true,
    timezone: 'Asia/Ho_Chi_Minh',
    day: '2026-11-23',
    monthFrom: '2026-11-01',
    sessions: null,
  },
  totals: {
    waiting: 15,
    waitingSince: null,
    openCounters: 6,
    counters: 9,
    issued: 30,
    called: 20,
    finished: 15,
    noShow: 0,
    left: 0,
    within: [27, 30],
    p50Sec: 300,
    satisfiedToday: [9, 10],
    satisfiedMonth: [294, 300],
    response: [10, 15],
    lastEventAt: 0,
    dossiers: null,
  },
  targets: { satisfied: target, onTime: target, within: { ...target, seconds: 900 } },
  places: {},
  units,
  halfHours: {},
  ratings: {},
  alerts: {},
  notes: {},
});

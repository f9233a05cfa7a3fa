import { expect, test } from 'vitest';
import { forgetPicture, keepPicture, keptPicture } from '../../../components/wall/heal/kept-picture.ts';
import { nightReloadAt, versionReloadMs } from '../../../components/wall/heal/reload-plan.ts';
import { createWallEnd, memoryMb } from '../../../components/wall/heal/wall-end.ts';
import { watchFrames } from '../../../components/wall/heal/watch-frames.ts';
import { wallReport } from '../../../lib/wire/wall-report.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const at = (clock: string): number => Date.parse(`2026-11-25T${clock}:00+07:00`);

/** A screen whose frames and clock are moved by hand. */
function screen() {
  let now = 1_000_000;
  let visible = true;
  let draws = true;
  let waiting: (() => void)[] = [];
  let look = (): void => undefined;
  const dead: number[] = [];
  const watched = watchFrames(
    {
      now: () => now,
      frame: (draw) => void waiting.push(draw),
      visible: () => visible,
      every(_, run) {
        look = run;
        return () => undefined;
      },
    },
    () => void dead.push(now),
  );
  return {
    dead,
    watched,
    set: (next: { visible?: boolean; draws?: boolean }) => {
      visible = next.visible ?? visible;
      draws = next.draws ?? draws;
    },
    pass(ms: number, steps = ms / 5_000) {
      for (let n = 0; n < steps; n += 1) {
        now += ms / steps;
        if (draws && visible) {
          for (const draw of waiting) draw();
          waiting = [];
        }
        look();
      }
    },
  };
}

test('W6: a screen that draws no frame for a minute is dead, once', () => {
  const tv = screen();
  tv.pass(600_000);
  expect(tv.dead).toEqual([]);
  tv.set({ draws: false });
  tv.pass(55_000);
  expect(tv.dead).toEqual([]);
  tv.pass(60_000);
  expect(tv.dead).toHaveLength(1);
  expect(tv.watched.agoMs()).toBeGreaterThanOrEqual(60_000);
});

test('a page that nobody sees, or that slept, is not dead', () => {
  const tv = screen();
  tv.set({ visible: false });
  tv.pass(600_000);
  tv.set({ visible: true, draws: false });
  tv.pass(30_000);
  expect(tv.dead).toEqual([]);
  const slept = screen();
  slept.set({ draws: false });
  slept.pass(3_600_000, 1);
  slept.set({ draws: true });
  slept.pass(20_000);
  expect(slept.dead).toEqual([]);
});

test('W6: another version is taken within a minute, and what did not help the first time not again at once', () => {
  expect([versionReloadMs(0, false), versionReloadMs(1, false)]).toEqual([0, 60_000]);
  expect(versionReloadMs(0, true)).toBe(15 * 60_000);
});

test('W6: the night’s reload lies between three and twenty to four, an hour after the last load', () => {
  for (const roll of [0, 0.5, 1]) {
    const next = nightReloadAt(ZONE, at('10:42'), roll);
    expect(next).toBe(at('03:00') + 86_400_000 + roll * 40 * 60_000);
  }
  expect(nightReloadAt(ZONE, at('00:10'), 0)).toBe(at('03:00'));
  expect(nightReloadAt(ZONE, at('02:30'), 0)).toBe(at('03:00') + 86_400_000);
  // The last night of a year ends in the next one.
  expect(nightReloadAt(ZONE, Date.parse('2026-12-31T20:00:00+07:00'), 0)).toBe(
    Date.parse('2027-01-01T03:00:00+07:00'),
  );
});

function end(build = 'b1') {
  const kept = new Map<string, string>();
  const planned: number[] = [];
  const names: string[] = [];
  const make = () =>
    createWallEnd({
      build,
      frameAgoMs: () => 16.4,
      roll: () => 0.5,
      shelf: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
      later: (ms) => void planned.push(ms),
      reload: () => undefined,
      identify: (name) => void names.push(name),
      measure: () => ({ memoryMb: null, width: 1920, height: 1080, upMs: 60_000 }),
    });
  return { make, planned, names };
}

test('W6: the own version is stayed with, another one is reloaded for once, with a pause when it comes back the same', () => {
  const { make, planned } = end();
  const first = make();
  first.onBuild('b1');
  expect(planned).toEqual([]);
  first.onBuild('b2');
  first.onBuild('b2');
  expect(planned).toEqual([30_000]);
  make().onBuild('b2');
  expect(planned).toEqual([30_000, 15 * 60_000 + 30_000]);
});

test('an administrator’s orders: the name is shown, the page is reloaded soon', () => {
  const { make, planned, names } = end();
  make().onOrder({ order: 'identify', name: 'Phòng điều hành' });
  expect([names, planned]).toEqual([['Phòng điều hành'], []]);
  make().onOrder({ order: 'reload', name: 'Phòng điều hành' });
  expect(planned).toEqual([1_500]);
});

test('what a wall says of itself is what the server reads; its clock is ahead where the server’s is behind', () => {
  const report = end().make().report(-4_000);
  expect(wallReport.parse(report)).toMatchObject({ build: 'b1', driftMs: 4_000, frameAgoMs: 16 });
  expect(wallReport.parse(end().make().report(null)).driftMs).toBeNull();
  expect(memoryMb({ memory: { usedJSHeapSize: 50 * 1024 * 1024 } })).toBe(50);
  expect(memoryMb({})).toBeNull();
});

test('W5: the last picture is kept through a reload; what is broken, of another form or forgotten is none', () => {
  const kept = new Map<string, string>();
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  expect(keptPicture(shelf)).toBeNull();
  const wall = { name: 'Sảnh', area: 'a', view: 'command' } as const;
  const target = { value: 0.98, source: '', from: '2026-01-01' };
  const board = {
    view: 'command',
    header: {
      code: 'a',
      name: 'A',
      nameEn: null,
      kind: 'ward',
      label: null,
      demo: true,
      timezone: ZONE,
      day: '2026-11-25',
      monthFrom: '2026-11-01',
      sessions: null,
      grain: 'unit',
    },
    totals: { within: [1, 2], satisfiedMonth: [1, 2], onTimeMonth: null, lastEventAt: 5 },
    targets: { satisfied: target, onTime: target, within: { ...target, seconds: 900 } },
    places: {},
    units: {},
  } as const;
  const first = {
    epoch: 'e',
    seq: 1,
    asOf: 5,
    board: {
      ...board,
      totals: {
        ...board.totals,
        within: [1, 2] as [number, number],
        satisfiedMonth: [1, 2] as [number, number],
      },
    },
  };
  keepPicture(shelf, { wall, first, heardAt: 7, offsetMs: -2 });
  expect(keptPicture(shelf)).toMatchObject({ wall, first, heardAt: 7, offsetMs: -2 });
  for (const [key, value] of kept) kept.set(key, value.replace('"form":1', '"form":2'));
  expect(keptPicture(shelf)).toBeNull();
  for (const key of kept.keys()) kept.set(key, '{');
  expect(keptPicture(shelf)).toBeNull();
  forgetPicture(shelf);
  expect(kept.size).toBe(0);
  const full = {
    ...shelf,
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => keepPicture(full, { wall, first, heardAt: 7, offsetMs: 0 })).not.toThrow();
});

import { expect, test } from 'vitest';
import { askedOf, replayPath } from '../../../components/replay/replay-path.ts';
import { type Asking, createPlayer } from '../../../components/replay/replay-player.ts';
import type { AreaBoard } from '../../../lib/wire/board.ts';
import type { ReplayAnswer } from '../../../lib/wire/replay.ts';
import { areaBoard } from '../../live/area-board-sample.ts';

const START = Date.parse('2026-11-12T10:42:00+07:00');
const board: AreaBoard = areaBoard();

/** A server on which something changes each step; sessions of the server have the name of their epoch. */
function serverOf(end: number, midnight = end) {
  const asked: Asking[] = [];
  const answerTo = ({ at, known, steps }: Asking): ReplayAnswer => {
    const until = steps ? Math.min(steps.to, at < midnight ? midnight : end) : at;
    const told: ReplayAnswer['steps'] = [];
    if (steps)
      for (let next = at + steps.seconds * 1000; next <= until; next += steps.seconds * 1000)
        told.push({ at: next, put: { [`units/u${(next - START) / 1000}`]: {} }, remove: [] });
    return {
      epoch: at < midnight ? 'one' : 'two',
      seq: 1,
      asOf: at,
      known,
      board,
      steps: told,
      until,
      leftOut: 0,
    };
  };
  return {
    asked,
    first: answerTo({ at: START, known: 'then' }),
    ask: async (asking: Asking) => {
      asked.push(asking);
      return { ok: true as const, value: answerTo(asking) };
    },
  };
}

/** What a store was given. */
function storeOf() {
  const given: string[] = [];
  return {
    given,
    takeAnswer: ({ kind }: { kind: string }) => {
      given.push(kind);
      return 'done' as const;
    },
    takeDelta: ({ put }: { put: Record<string, unknown> }) => {
      given.push(...Object.keys(put));
      return 'done' as const;
    },
  };
}

const settle = () => new Promise(setImmediate);

test('the player asks for windows, not for pictures, and shows each step at its moment', async () => {
  const server = serverOf(START + 3_600_000);
  const store = storeOf();
  const player = createPlayer({ area: 'song', first: server.first, speed: 1, store, ask: server.ask });
  player.play();
  player.tick(250);
  expect(player.state().at).toBe(START);
  await settle();
  for (let tick = 0; tick < 12; tick += 1) player.tick(250);
  expect(player.state().at).toBe(START + 3_000);
  expect(store.given).toEqual(['units/u1', 'units/u2', 'units/u3']);
  expect(server.asked).toHaveLength(1);
});

test('at 600 times an hour goes by in six seconds, of steps of five minutes', async () => {
  const server = serverOf(START + 36_000_000);
  const store = storeOf();
  const player = createPlayer({ area: 'song', first: server.first, speed: 600, store, ask: server.ask });
  player.play();
  player.tick(0);
  await settle();
  for (let tick = 0; tick < 24; tick += 1) player.tick(250);
  expect(player.state().at).toBe(START + 3_600_000);
  expect(store.given).toHaveLength(12);
});

test('where a day ended, the board is taken anew and played on; at the present it stops', async () => {
  const midnight = START + 60_000;
  const server = serverOf(START + 120_000, midnight);
  const store = storeOf();
  const player = createPlayer({ area: 'song', first: server.first, speed: 60, store, ask: server.ask });
  player.play();
  for (let tick = 0; tick < 20; tick += 1) {
    player.tick(250);
    await settle();
  }
  expect(player.state()).toMatchObject({ at: START + 120_000, playing: false, atEnd: true });
  expect(store.given).toEqual(['units/u30', 'units/u60', 'snapshot', 'units/u90', 'units/u120']);
});

test('of two moments asked for at once only the later is shown; what cannot be had is said', async () => {
  const server = serverOf(START + 3_600_000);
  const store = storeOf();
  let waiting: (() => void)[] = [];
  const player = createPlayer({
    area: 'song',
    first: server.first,
    speed: 1,
    store,
    ask: async (asking) => {
      await new Promise<void>((go) => waiting.push(go));
      return asking.at === START - 1
        ? { ok: false, code: 'unknown_then', seconds: null }
        : server.ask(asking);
    },
  });
  const both = [player.seek(START + 10_000), player.seek(START + 20_000, 'now')];
  expect(player.state()).toMatchObject({ at: START + 20_000, known: 'now', loading: true });
  for (const go of waiting) go();
  await Promise.all(both);
  expect(store.given).toEqual(['snapshot']);
  waiting = [];
  const refused = player.seek(START - 1);
  for (const go of waiting) go();
  await refused;
  expect(player.state()).toMatchObject({ loading: false, trouble: 'unknown_then', playing: false });
});

test('an address holds the moment, and what it says wrongly is left open', () => {
  const asked = { area: 'song', at: START, known: 'now', speed: 600 } as const;
  const address = Object.fromEntries(new URL(replayPath(asked), 'http://x').searchParams);
  expect(askedOf(address)).toEqual(asked);
  const moment = Object.fromEntries(
    new URL(replayPath({ area: 'song', at: START }), 'http://x').searchParams,
  );
  expect(askedOf(moment)).toEqual({ area: 'song', at: START, known: null, speed: null });
  expect(askedOf({ at: '2026-11-12T10:42:00 07:00' }).at).toBe(START);
  expect(askedOf({ at: 'hôm qua', known: 'later', speed: '7' })).toEqual({
    area: null,
    at: null,
    known: null,
    speed: null,
  });
});

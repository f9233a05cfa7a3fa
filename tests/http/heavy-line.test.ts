import { afterEach, expect, test, vi } from 'vitest';
import { createHeavyLine, type HeavyPlace } from '../../server/http/heavy-line.ts';
import { TIMES } from '../../server/http/limits.ts';

afterEach(() => void vi.useRealTimers());

const here = new AbortController().signal;
const leave = (place: HeavyPlace | undefined): void => {
  if (place?.kind !== 'in') throw new Error(`not in: ${place?.kind}`);
  place.leave();
};

test('so many are in at once, so many wait in the order in which they came, the rest is told when to come again', async () => {
  const line = createHeavyLine({ atOnce: 2, waiting: 3, each: 9 });
  const places: Record<string, HeavyPlace> = {};
  const asked = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(async (who) => {
    places[who] = await line.enter(who, here);
  });
  await Promise.all([asked[0], asked[1], asked[5], asked[6]]);
  expect(Object.keys(places).sort()).toEqual(['a', 'b', 'f', 'g']);
  expect(places.f).toEqual({ kind: 'busy', seconds: (TIMES.heavyGuess / 1000) * 2.5 + 0.5 });
  expect(line.state()).toEqual({ running: 2, waiting: 3, refused: 2 });
  for (const [out, next] of ['ac', 'bd', 'ce']) {
    leave(places[out ?? '']);
    await expect.poll(() => places[next ?? '']?.kind).toBe('in');
    // A place is given back once, however often its work ends.
    leave(places[out ?? '']);
    expect(line.state().running).toBe(2);
  }
  leave(places.d);
  leave(places.e);
  expect(line.state()).toEqual({ running: 0, waiting: 0, refused: 2 });
});

test('whoever goes away leaves the line, and nobody waits for nobody', async () => {
  const line = createHeavyLine({ atOnce: 1, waiting: 2, each: 1 });
  const first = await line.enter('first', here);
  const goes = new AbortController();
  const going = line.enter('going', goes.signal);
  const stays = line.enter('staying', here);
  expect((await line.enter('third', here)).kind).toBe('busy');
  goes.abort();
  expect(await going).toEqual({ kind: 'gone' });
  expect(line.state()).toMatchObject({ running: 1, waiting: 1 });
  // The room that was left is somebody else's, and whoever left may come again.
  const again = line.enter('going', here);
  leave(first);
  leave(await stays);
  leave(await again);
  expect(line.state()).toMatchObject({ running: 0, waiting: 0 });
  expect(await line.enter('late', AbortSignal.abort())).toEqual({ kind: 'gone' });
});

test('one asker holds no more than its share, whatever room there is', async () => {
  const line = createHeavyLine({ atOnce: 4, waiting: 4, each: 2 });
  const own = [await line.enter('greedy', here), await line.enter('greedy', here)];
  expect((await line.enter('greedy', here)).kind).toBe('busy');
  expect((await line.enter('calm', here)).kind).toBe('in');
  leave(own[0]);
  expect((await line.enter('greedy', here)).kind).toBe('in');
});

test('nobody waits for ever, and the wait that is named follows the work that was done', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const line = createHeavyLine({ atOnce: 1, waiting: 1, each: 1 });
  const long = await line.enter('long', here);
  const waits = line.enter('waiting', here);
  await vi.advanceTimersByTimeAsync(TIMES.heavyWait);
  expect((await waits).kind).toBe('busy');
  expect(line.state()).toEqual({ running: 1, waiting: 0, refused: 1 });
  await vi.advanceTimersByTimeAsync(600_000);
  leave(long);
  const busy = line.enter('next', here).then(async (next) => {
    const told = [line.enter('a', here), await line.enter('b', here)] as const;
    leave(next);
    leave(await told[0]);
    return told[1];
  });
  // Long work is not answered with an hour.
  expect(await busy).toEqual({ kind: 'busy', seconds: TIMES.heavyLongest / 1000 });
});

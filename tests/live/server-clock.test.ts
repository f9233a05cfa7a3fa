import { expect, test } from 'vitest';
import { createServerClock } from '../../components/live/server-clock.ts';

test('the clock stands at the first picture until the server has spoken', () => {
  const clock = createServerClock(1_000_000);
  clock.tick(5);
  expect(clock.now()).toBe(1_000_000);
});

test('a round trip sets the offset to its middle, and every tick follows the own clock from there', () => {
  const clock = createServerClock(0);
  clock.answered(500_100, 1_000, 1_200);
  expect(clock.now()).toBe(500_200);
  clock.tick(2_200);
  expect(clock.now()).toBe(501_200);
});

test('a beat within two seconds changes nothing; one further apart is believed and asks for a new round trip', () => {
  const clock = createServerClock(0);
  clock.answered(500_000, 0, 0);
  expect([clock.beat(509_000, 10_000), clock.now()]).toEqual([false, 500_000]);
  expect([clock.beat(900_000, 12_000), clock.now()]).toEqual([true, 900_000]);
});

test('one tick reaches every age on the page', () => {
  const clock = createServerClock(0);
  const seen: number[] = [];
  const stop = clock.subscribe(() => seen.push(clock.now()));
  clock.answered(100, 0, 0);
  stop();
  clock.tick(50);
  expect(seen).toEqual([100]);
});

import { expect, test } from 'vitest';
import { createServerClock } from '../../components/live/server-clock.ts';
import { BEAT_MS } from '../../lib/wire/socket.ts';

test('the clock stands at the first picture until the server has spoken', () => {
  const clock = createServerClock(1_000_000);
  clock.tick(5);
  expect(clock.now()).toBe(1_000_000);
});

test('a round trip sets the offset to its middle, and every tick follows the own clock from there', () => {
  const clock = createServerClock(0);
  clock.answered(500_100, 1_000, 1_200);
  clock.heard(1_200);
  expect(clock.now()).toBe(500_200);
  clock.tick(2_200);
  expect(clock.now()).toBe(501_200);
});

test('a beat within two seconds changes nothing; one further apart is believed and asks for a new round trip', () => {
  const clock = createServerClock(0);
  clock.answered(500_000, 0, 0);
  expect([clock.beat(509_000, 10_000), clock.timeOfDay()]).toEqual([false, 500_000]);
  expect([clock.beat(900_000, 12_000), clock.timeOfDay()]).toEqual([true, 900_000]);
});

test('one tick reaches every age on the page', () => {
  const clock = createServerClock(0);
  const seen: number[] = [];
  const stop = clock.subscribe(() => seen.push(clock.now()));
  clock.heard(0);
  clock.answered(100, 0, 0);
  stop();
  clock.tick(50);
  expect(seen).toEqual([100]);
});

test('W5: unheard, the time of judging stands where the next word was due, and the time of day goes on', () => {
  const clock = createServerClock(0);
  clock.answered(500_000, 0, 0);
  clock.heard(0);
  clock.tick(BEAT_MS - 500);
  expect(clock.now()).toBe(500_000 + BEAT_MS - 500);
  for (const passed of [6_000, 30_000, 47 * 60_000]) {
    clock.tick(passed);
    expect([clock.now(), clock.timeOfDay()]).toEqual([500_000 + BEAT_MS, 500_000 + passed]);
  }
});

test('W5: heard again it is the server’s time at once, also where the own clock was set meanwhile', () => {
  const clock = createServerClock(0);
  clock.answered(500_000, 0, 0);
  clock.heard(0);
  clock.tick(60_000);
  clock.heard(60_000);
  expect(clock.now()).toBe(560_000);
  clock.tick(3_600_000);
  expect(clock.now()).toBe(560_000 + BEAT_MS);
  clock.answered(570_000, 3_600_000, 3_600_000);
  clock.heard(3_600_000);
  expect([clock.now(), clock.timeOfDay()]).toEqual([570_000, 570_000]);
});

test('W5: a picture that was kept is judged at its own instant until the server is heard, whatever time it is', () => {
  const clock = createServerClock(500_000, 400_000);
  clock.tick(3_600_000);
  expect([clock.now(), clock.timeOfDay()]).toEqual([500_000, 4_000_000]);
  clock.heard(3_600_000);
  expect(clock.now()).toBe(4_000_000);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { postEvents, ticketEvent } from '../support/cloud-events.ts';
import { type LocalServer, openLocalServer } from '../support/local-server.ts';
import { connectWatcher } from '../support/watcher.ts';

let local: LocalServer;
beforeAll(async () => {
  local = await openLocalServer('2026-11-23T23:59:50+07:00');
});
afterAll(() => local.close());

const tell = (over: Record<string, unknown>) =>
  postEvents(local.url, ticketEvent(over), { secret: local.key.secret });

it('Day: at midnight, with a log that is quiet, every board turns to the new day without its unserved tickets', async () => {
  expect((await tell({ time: '2026-11-23T16:00:00+07:00' })).status).toBe(200);
  const watcher = await connectWatcher(local.url, { secret: local.key.secret });
  const areas = ['a', 'north', 'city'];
  for (const area of areas) {
    const answer = await watcher.watch(area);
    expect(answer).toMatchObject({
      kind: 'snapshot',
      board: { header: { day: '2026-11-23' }, totals: { waiting: 1 } },
    });
  }
  const before = watcher.held('a');
  const turned = Promise.all(areas.map((area) => watcher.delta((delta) => delta.area === area)));
  local.setNow('2026-11-24T00:00:01+07:00');
  for (const delta of await turned) {
    // Nothing of the old day can be told as a difference: another epoch, which makes the reader ask again.
    expect(delta).toMatchObject({ put: {}, remove: [] });
    expect(delta.epoch).not.toBe(before?.epoch);
  }
  expect(watcher.gaps.map(({ area }) => area).sort()).toEqual([...areas].sort());
  for (const area of areas) {
    const since = watcher.held(area);
    const answer = await watcher.watch(area, since ? { epoch: since.epoch, seq: since.seq } : undefined);
    expect(answer).toMatchObject({
      kind: 'snapshot',
      board: { header: { day: '2026-11-24' }, totals: { waiting: 0 } },
    });
  }
  watcher.close();
});

it('a clock that is set back an hour holds no delta up', async () => {
  const watcher = await connectWatcher(local.url, { secret: local.key.secret });
  await watcher.watch('a');
  const tellNow = async (iso: string): Promise<void> => {
    local.setNow(iso);
    const came = watcher.delta(({ area }) => area === 'a');
    expect((await tell({ time: '2026-11-24T08:30:00+07:00' })).status).toBe(200);
    await came;
  };
  await tellNow('2026-11-24T09:30:00+07:00');
  await tellNow('2026-11-24T08:30:00+07:00');
  watcher.close();
});

it('a key that sends too much in one second is told to wait: 429 with Retry-After, others are not', async () => {
  // The clock stands still, so all of this is one second.
  const batch = `[${'0,'.repeat(999)}0]`;
  const statuses: number[] = [];
  for (let sent = 0; sent < 52; sent += 1) {
    const { status, problem, retryAfter } = await postEvents(local.url, batch, { secret: local.key.secret });
    statuses.push(status);
    if (status === 429) expect([problem.code, Number(retryAfter) > 0]).toEqual(['rate_limited', true]);
  }
  // 3: never below 20,000 events a second.
  expect(statuses.slice(0, 20).every((status) => status === 207)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
  local.setNow('2026-11-24T08:30:01+07:00');
  expect((await tell({ time: '2026-11-24T08:30:00+07:00' })).status).toBe(200);
});

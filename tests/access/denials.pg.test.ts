import { expect, it } from 'vitest';
import { startDenials } from '../../server/access/denials.ts';
import type { Definition } from '../../server/log/submission.ts';
import { connectWatcher } from '../support/watcher.ts';
import { openRevokedCity } from './revoked-city.ts';

it('what was refused is counted, once for each minute, kind and code', async () => {
  const city = await openRevokedCity();
  const { server, kept } = city;
  const person = await city.person('officer', 'a');
  const key = await city.key('a');
  const wall = await city.wall('a');
  const nobody = { origin: server.url };
  const wrong = { authorization: `Bearer td_${'x'.repeat(43)}` };
  const foreign = { ...person.headers, origin: 'https://another.example' };
  const ask = async (times: number, headers: Record<string, string>, method: string, path: string) => {
    for (let time = 0; time < times; time += 1)
      await kept.ask(method, path, headers, method === 'POST' ? {} : undefined);
  };
  const seq = server.core.memory.head.seq;
  await ask(3, nobody, 'GET', '/api/v1/areas');
  await ask(2, wrong, 'POST', '/api/v1/events');
  await ask(1, nobody, 'GET', '/metrics');
  await ask(4, person.headers, 'GET', '/api/v1/areas/b/board');
  await ask(2, person.headers, 'GET', '/api/v1/admin/people');
  await ask(2, foreign, 'DELETE', '/api/v1/session');
  await ask(1, key.headers, 'POST', '/api/v1/events');
  await ask(2, wall.headers, 'GET', '/api/v1/areas/north/board');
  await connectWatcher(server.url, { headers: nobody }).catch(() => null);
  const watcher = await connectWatcher(server.url, { headers: key.headers });
  await watcher.watch('b');
  await watcher.watch('nowhere');
  watcher.close();
  // Nothing was written for any of them yet: a flood of tries must not fill the log.
  expect(server.core.memory.head.seq).toBe(seq);

  await server.denials.stop();
  const { rows } = await server.database.pool.query(
    "SELECT source, data FROM event WHERE type = 'access.denied' AND seq > $1",
    [seq],
  );
  const counted = rows.map(({ data }) => `${data.to} ${data.code} ${data.count}`).sort();
  expect(counted).toEqual(
    [
      'nobody no_key 5',
      'nobody bad_key 2',
      'person unknown_area 4',
      'person forbidden 2',
      'person cross_origin 2',
      'key forbidden 1',
      'key unknown_area 2',
      'wall unknown_area 2',
    ].sort(),
  );
  expect(new Set(rows.map(({ source }) => source))).toEqual(new Set(['/server']));
  // Nobody else was refused since, so nothing more is written.
  const head = server.core.memory.head.seq;
  await city.close();
  expect(server.core.memory.head.seq).toBe(head);
});

it('refusals are written when their minute is over', async () => {
  const { server, close } = await openRevokedCity();
  const { door, logger } = server.core;
  let counted: (definitions: Definition[]) => void = () => undefined;
  const written = (): Promise<Definition[]> =>
    new Promise((done) => {
      counted = done;
    });
  const denials = startDenials(
    {
      logger,
      door: {
        ...door,
        async define(definitions, by) {
          const outcomes = await door.define(definitions, by);
          counted(definitions);
          return outcomes;
        },
      },
    },
    20,
  );
  for (const count of [3, 1]) {
    const minute = written();
    for (let time = 0; time < count; time += 1) denials.note('nobody', 'no_key');
    expect(await minute).toEqual([{ type: 'access.denied', data: { to: 'nobody', code: 'no_key', count } }]);
  }
  await denials.stop();
  await close();
});

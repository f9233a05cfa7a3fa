import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AdminServer, openAdminServer } from '../support/admin-server.ts';

let city: AdminServer;
beforeAll(async () => {
  city = await openAdminServer();
});
afterAll(() => city.close());

const paste = (who: string, csv: string, dryRun = false) =>
  city.ask(who, 'POST', '/api/v1/admin/areas/csv', { csv: `code,parent,kind,name\n${csv}`, dryRun });

it('K2: for a pasted list the areas of others are not there, whatever they are', async () => {
  const seq = city.core.memory.head.seq;
  const answers = await Promise.all(
    ['other', 'x', 'nowhere'].map(async (parent) => {
      const { status, body } = await paste('chief', `new,${parent},ward,Mới`);
      return JSON.stringify({ status, body })
        .replaceAll(`"${parent}"`, '"?"')
        .replaceAll(`\\"${parent}\\"`, '?');
    }),
  );
  expect(answers[0]).toContain('unknown_parent');
  expect(new Set(answers).size).toBe(1);
  expect(city.core.memory.head.seq).toBe(seq);
});

it('K2: a code that others have is not taken from them', async () => {
  const before = city.core.memory.tree.areas.get('x');
  const { status, body } = await paste('chief', 'x,north,ward,Của ai');
  expect([status, body.code]).toEqual([404, 'unknown_area']);
  expect(city.core.memory.tree.areas.get('x')).toEqual(before);
});

it('whoever administers the areas around a line may define it', async () => {
  const { body } = await paste('north-admin', 'new,north,ward,Mới', true);
  expect(body).toMatchObject({ lines: 1, stored: 1, faults: [] });
});

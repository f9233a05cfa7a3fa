import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { projectFolder } from '../../server/project-folder.ts';
import { soaking } from '../support/law-runs.ts';
import { declaredGuards } from './declared-guards.ts';
import { NAMED } from './named-guards.ts';
import { copySources, type Sources } from './without-guard.ts';

/** In `npm test` these; in `npm run soak` all, which takes half an hour. */
const ALWAYS = ['the router asks for a right in each place', 'a watch ends with its right'];
const guards = [...NAMED, ...declaredGuards()].filter(({ name }) => soaking || ALWAYS.includes(name));

let sources: Sources;
beforeAll(() => {
  sources = copySources(inject('postgresUrl'));
});
afterAll(() => sources.remove());

describe('without any one guard something turns red', () => {
  it('every guard that is named stands in the sources, so that none is forgotten when they change', () => {
    for (const { removals } of NAMED)
      for (const { file, from } of removals) {
        const source = readFileSync(join(projectFolder(), file), 'utf8');
        expect(from(source)).not.toBe(source);
      }
  });

  it.runIf(soaking).each(['matrix', 'revocation', 'denials'] as const)(
    'with all of them the %s is green',
    async (tests) => {
      const { red, passed } = await sources.run([], [tests, '']);
      expect(red).toEqual([]);
      expect(passed).toBeGreaterThan(0);
    },
  );

  it.each(guards.map((one) => [one.name, one] as const))('%s', async (_name, { removals, red }) => {
    const went = await sources.run(removals, red);
    expect(went.red.length, `${went.passed} tests passed without it`).toBeGreaterThan(0);
  });
});

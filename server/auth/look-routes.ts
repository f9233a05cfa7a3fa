import { type LookAnswer, lookRequest } from '../../lib/wire/since-reads.ts';
import type { Core } from '../core.ts';
import { answer } from '../http/answer.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { lastLook } from '../read/last-look.ts';
import { selfOf } from './account-routes.ts';

/** What a person looked at, kept for nobody but that person. */
export const lookRoutes = ({ database, now }: Pick<Core, 'database' | 'now'>): AnyRoute[] => [
  route({
    method: 'POST',
    path: '/api/v1/me/looks',
    need: 'own',
    input: lookRequest,
    async handle(asked) {
      const { area, leaving = false } = asked.input;
      // Nothing is kept of what the reader may not see, and nothing tells whether it is there.
      if (!asked.may('measures.read', area))
        return answer({ kept: false, previous: null } satisfies LookAnswer);
      const { person } = selfOf(asked);
      const previous = await lastLook(database.pool, { person, area, leaving, at: now() });
      return answer({ kept: true, previous: previous?.toISOString() ?? null } satisfies LookAnswer);
    },
  }),
];

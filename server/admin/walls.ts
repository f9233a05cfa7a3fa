import {
  areaQuery,
  noQuery,
  pairWallRequest,
  type WallLine,
  type WallMade,
  wallSettingsRequest,
} from '../../lib/wire/access/administration.ts';
import type { WallOrdered } from '../../lib/wire/wall-order.ts';
import { wallOrderRequest } from '../../lib/wire/wall-report.ts';
import { newCode, newSecret, secretHash } from '../access/secret.ts';
import { answer } from '../http/answer.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { isListed } from './asked-area.ts';
import { defineAsked } from './define-asked.ts';

const PATH = '/api/v1/admin/walls';

/** Walls: a token opens one view of one area; it is shown once, when it is made. */
export const wallRoutes = ({ memory, door, walls: screens }: AdminDeps): AnyRoute[] => [
  route({
    method: 'GET',
    path: PATH,
    need: 'walls.manage',
    input: areaQuery,
    places: ({ area }) => (area === undefined ? [] : [area]),
    handle({ input, may }) {
      const walls = [...memory.rights.walls.values()].filter(
        isListed(memory.tree, input.area, (area) => may('walls.manage', area)),
      );
      return answer({
        walls: walls.map(({ hash: _, ...wall }): WallLine => {
          const seen = screens.seen(wall.wall);
          return { ...wall, ...(seen && { seen }) };
        }),
      });
    },
  }),
  route({
    method: 'POST',
    path: PATH,
    need: 'walls.manage',
    input: pairWallRequest,
    places: ({ area }) => [area],
    async handle({ request, input, actor }) {
      const token = newSecret();
      const wall = newCode('w');
      const hash = secretHash(token).toString('hex');
      const definition = { type: 'wall.paired', data: { ...input, wall, hash } } as const;
      const defined = await defineAsked(request, door, [definition], actor(input.area));
      return defined instanceof Response ? defined : answer({ wall, token } satisfies WallMade, 201);
    },
  }),
  route({
    method: 'POST',
    path: `${PATH}/:wall/orders`,
    need: 'walls.manage',
    input: wallOrderRequest,
    places: (_, { wall = '' }) => [memory.rights.walls.get(wall)?.area],
    handle({ request, input: { order }, params: { wall = '' } }) {
      const known = memory.rights.walls.get(wall);
      if (!known) return problemResponse(request, 'unknown_area');
      return answer({ heard: screens.order(known, order) } satisfies WallOrdered);
    },
  }),
  route({
    method: 'POST',
    path: `${PATH}/:wall/settings`,
    need: 'walls.manage',
    input: wallSettingsRequest,
    places: (_, { wall = '' }) => [memory.rights.walls.get(wall)?.area],
    async handle({ request, input, params: { wall = '' }, actor }) {
      const by = actor(memory.rights.walls.get(wall)?.area ?? null);
      const defined = await defineAsked(request, door, [{ type: 'wall.set', data: { ...input, wall } }], by);
      if (defined instanceof Response) return defined;
      const known = memory.rights.walls.get(wall);
      if (known && defined.stored > 0) screens.order(known, 'reload');
      return answer(defined);
    },
  }),
  route({
    method: 'DELETE',
    path: `${PATH}/:wall`,
    need: 'walls.manage',
    input: noQuery,
    places: (_, { wall = '' }) => [memory.rights.walls.get(wall)?.area],
    async handle({ request, params: { wall = '' }, actor }) {
      const by = actor(memory.rights.walls.get(wall)?.area ?? null);
      const defined = await defineAsked(request, door, [{ type: 'wall.revoked', data: { wall } }], by);
      return defined instanceof Response ? defined : answer(defined);
    },
  }),
];

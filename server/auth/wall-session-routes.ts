import type { Subject } from '../../lib/domain/access/can.ts';
import type { Wall } from '../../lib/domain/access/rights.ts';
import { noQuery } from '../../lib/wire/access/administration.ts';
import { type OpenWall, openWallRequest, type WallSession } from '../../lib/wire/access/wall-session.ts';
import { secretHash } from '../access/secret.ts';
import type { Core } from '../core.ts';
import { answer } from '../http/answer.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { answerWith } from './answer-with.ts';
import type { Auth } from './auth.ts';
import { guessedSlowly } from './guessed-slowly.ts';

const PATH = '/api/v1/wall-session';

const shown = ({ name, area, view, distance, settings }: Wall): OpenWall => ({
  name,
  area,
  view,
  ...(distance && { distance }),
  ...(settings && { settings }),
});

/** Walls: a token becomes the cookie of a browser that nobody is signed in at. */
export function wallSessionRoutes(
  { memory }: Pick<Core, 'memory'>,
  { lockOut, wallCookie }: Pick<Auth, 'lockOut' | 'wallCookie'>,
): AnyRoute[] {
  const slowly = guessedSlowly(lockOut);

  const sessionOf = (subject: Subject | null, cookie: string | undefined): WallSession => {
    if (subject?.kind === 'person') return { kind: 'person' };
    if (subject?.kind === 'device') return { kind: 'device', as: subject.as };
    const wall = subject?.kind === 'wall' ? memory.rights.walls.get(subject.wall) : undefined;
    if (wall) return { kind: 'open', wall: shown(wall) };
    return { kind: wallCookie.isIn(cookie) ? 'ended' : 'none' };
  };

  return [
    route({
      method: 'GET',
      path: PATH,
      need: 'public',
      input: noQuery,
      handle: ({ subject, incoming }) => answer(sessionOf(subject, incoming.headers.cookie)),
    }),
    route({
      method: 'POST',
      path: PATH,
      need: 'public',
      input: openWallRequest,
      handle: slowly(async ({ request, from, input: { token } }) => {
        // Found by its hash, so that no comparison tells how much of a token was right.
        const wall = memory.rights.wallByHash.get(secretHash(token).toString('hex'));
        if (!wall || wall.revoked) return problemResponse(request, 'bad_wall');
        await lockOut.forgive(null, from);
        return answerWith(shown(wall), [wallCookie.setting(token)]);
      }),
    }),
  ];
}

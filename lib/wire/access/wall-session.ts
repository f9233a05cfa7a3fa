import { z } from 'zod';
import type { WallDistance, WallView } from '../../domain/access/wall-view.ts';
import { secretToken } from './sign-in.ts';

/**
 * `POST /api/v1/wall-session`: the token of a wall for a cookie that opens its one view; answers `bad_wall` for a token
 * that opens nothing (any more), and `too_many_tries` with Retry-After (seconds).
 */
export const openWallRequest = z.strictObject({ token: secretToken });
export type OpenWall = { name: string; area: string; view: WallView; distance?: WallDistance };

/**
 * `GET /api/v1/wall-session`: what this browser is to us. `person`: somebody is signed in, and what is asked here is
 * asked by them; `ended`: its cookie opens nothing any more.
 */
export type WallSession = { kind: 'open'; wall: OpenWall } | { kind: 'person' | 'ended' | 'none' };

import { z } from 'zod';
import type { DeviceKind } from '../../domain/access/device-kind.ts';
import type { WallSettings } from '../../domain/access/rights.ts';
import type { WallDistance, WallView } from '../../domain/access/wall-view.ts';
import { secretToken } from './sign-in.ts';

/**
 * `POST /api/v1/wall-session`: the token of a wall for a cookie that opens its one view; answers `bad_wall` for a token
 * that opens nothing (any more), and `too_many_tries` with Retry-After (seconds).
 */
export const openWallRequest = z.strictObject({ token: secretToken });
export type OpenWall = {
  name: string;
  area: string;
  view: WallView;
  distance?: WallDistance;
  settings?: WallSettings;
};

/**
 * `GET /api/v1/wall-session`: what this browser is to us. `person`: somebody is signed in, and what is asked here is
 * asked by them; `device`: it is a console, kiosk or pad; `ended`: its cookie opens nothing any more.
 */
export type WallSession =
  | { kind: 'open'; wall: OpenWall }
  | { kind: 'device'; as: DeviceKind }
  | { kind: 'person' | 'ended' | 'none' };

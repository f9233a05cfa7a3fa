import { z } from 'zod';
import type { DeviceKind } from '../../domain/access/device-kind.ts';
import { secretToken } from './sign-in.ts';

/**
 * `POST /api/v1/pairing`: a screen or device that nobody paired yet asks for a code to show; body `{}`. An administrator
 * types the code, the device keeps the token and gives it to `POST pairing/claim` until it is told what it is.
 */
export type PairingBegun = { code: string; token: string; seconds: number };

/** `POST /api/v1/pairing/claim`; answers `pairing_over` when the code was not typed in time. */
export const claimRequest = z.strictObject({ token: secretToken });
/** `opens`: the page that is its own from now on; the answer brings its cookie. */
export type Claimed = { kind: 'waiting' } | { kind: 'paired'; opens: string };

/** `demo`: it stands in a demonstration tree. */
export type OpenDevice = { name: string; kind: DeviceKind; counter: string | null; demo: boolean };

/** `GET /api/v1/device-session`: what this browser is to us, as `wall-session` says it of walls. */
export type DeviceSession =
  | { kind: 'open'; device: OpenDevice }
  | { kind: 'person' | 'wall' | 'ended' | 'none' };

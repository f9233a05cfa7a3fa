import type { KnownSet } from '../domain/conduct/default-sets.ts';
import { conductEvents } from '../domain/events/conduct.ts';
import type { conductAhead } from '../domain/settings-ahead.ts';

/** `GET /api/v1/admin/areas/{code}/conduct`: codes of conduct, own and inherited, and those that can be chosen. */
export type ConductAnswer = { sets: ReturnType<typeof conductAhead>; known: readonly KnownSet[] };
/** `POST /api/v1/admin/conduct` */
export const setConductRequest = conductEvents['conduct.set'];

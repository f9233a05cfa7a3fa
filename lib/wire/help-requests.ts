import { z } from 'zod';

/** Why a unit's head cannot do what is to be done now. */
export const HELP_REASONS = ['staff', 'machine', 'leave', 'other'] as const;

/** `POST /api/v1/areas/{code}/help-requests`: a request for help from above; it stands in the log as a note. */
export const helpRequest = z.strictObject({
  reason: z.enum(HELP_REASONS),
  counter: z.string().min(1).max(64).optional(),
});

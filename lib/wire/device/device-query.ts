import { z } from 'zod';

/** `known`: the tag of the state that the device shows; it is answered when there is another one, or after a while. */
export const knownQuery = z.object({
  known: z.string().max(64).optional().describe('Tag of the state that is known. Default: answer at once.'),
});

/** Made by the device, once for each act: sent again after a lost answer it does nothing twice. */
export const requestId = z.uuid();

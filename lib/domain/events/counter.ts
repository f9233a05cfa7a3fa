import { z } from 'zod';
import { code } from './text.ts';

const counterState = z.strictObject({
  counter: code(),
  officer: code().optional(),
  services: z.array(code()).max(100).optional(),
});

export const counterEvents = {
  'counter.opened': counterState,
  'counter.paused': counterState,
  'counter.closed': counterState,
} as const;

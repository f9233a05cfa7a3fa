import type { z } from 'zod';
import { type Cursor, decodeCursor } from '../read/list-page.ts';
import { badParameter } from './query.ts';

/** Where a list is to go on; null: from its beginning. A refusal where the text is no cursor of this list. */
export function askedCursor(
  request: Request,
  text: string | undefined,
  parts: z.ZodType<Cursor>,
): Cursor | null | Response {
  if (text === undefined) return null;
  return decodeCursor(text, parts) ?? badParameter(request, 'cursor', 'is not one of this list');
}

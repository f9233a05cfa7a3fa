import { z } from 'zod';
import { day } from './place.ts';
import { instant } from './text.ts';

/** Outside these years a date of a dossier is a slip of the pen or an empty cell of a spreadsheet (F19). */
export const FIRST_DOSSIER_AT = Date.UTC(1990, 0, 1);
const LAST_DOSSIER_AT = Date.UTC(2090, 0, 1);

const inRange = (at: number): boolean => at >= FIRST_DOSSIER_AT && at < LAST_DOSSIER_AT;
const outOfRange = { code: 'custom', params: { fault: 'date_out_of_range' } } as const;

/**
 * When something is due: an instant (RFC 3339 with offset → epoch ms), or a local date `YYYY-MM-DD`, on which any time
 * will do (F4).
 */
export const dueDate = z
  .string()
  .meta({ description: 'RFC 3339 with offset, or a local date YYYY-MM-DD: any time of that day' })
  .transform((text, context): number | string => {
    const date = day.safeParse(text);
    const read = date.success ? date : instant.safeParse(text);
    if (!read.success) {
      context.issues.push({ code: 'custom', message: 'neither an instant nor a date', input: text });
      return z.NEVER;
    }
    const at = typeof read.data === 'number' ? read.data : Date.parse(`${read.data}T00:00:00Z`);
    if (!inRange(at)) context.issues.push({ ...outOfRange, message: 'date_out_of_range', input: text });
    return read.data;
  });

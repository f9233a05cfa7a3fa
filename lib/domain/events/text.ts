import { z } from 'zod';

/** Names of the rules a text can break; they are the stable codes of the API. */
export type TextFault = 'nul_character' | 'lone_surrogate' | 'not_nfc';

// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what PostgreSQL cannot store
const NUL = /\u0000/;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** The first rule that `text` breaks, or null. Both faults are ones PostgreSQL or UTF-8 cannot hold. */
export function textFault(text: string): Exclude<TextFault, 'not_nfc'> | null {
  if (NUL.test(text)) return 'nul_character';
  if (LONE.test(text)) return 'lone_surrogate';
  return null;
}

// Printable ASCII breaks none of the rules; nearly every code and id is that.
const PLAIN = /^[ -~]*$/;

function checkText(text: string, context: z.RefinementCtx): void {
  const fault = textFault(text);
  if (fault) context.addIssue({ code: 'custom', message: fault, params: { fault } });
}

/** Free text: 1–`max` characters, stored in NFC. */
export const freeText = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .superRefine(checkText)
    .transform((text) => text.normalize('NFC'));

/** A code or id: 1–128 characters, refused (not changed) when it is not NFC, since senders compare it byte by byte. */
export const code = (max = 128) =>
  z
    .string()
    .meta({ minLength: 1, maxLength: max })
    // One check instead of one for each rule: an event has a dozen codes, and nearly all are short and plain.
    .check((context) => {
      const { value: text, issues } = context;
      const { length } = text;
      if (length > 0 && length <= max && PLAIN.test(text)) return;
      const measured = { origin: 'string', inclusive: true, input: text } as const;
      if (length === 0) issues.push({ code: 'too_small', minimum: 1, ...measured });
      else if (length > max) issues.push({ code: 'too_big', maximum: max, ...measured });
      const fault = textFault(text) ?? (text === text.normalize('NFC') ? null : 'not_nfc');
      if (fault) issues.push({ code: 'custom', message: fault, params: { fault }, input: text });
    });

// Local days of these years have four digits in every zone; the calendar of the log and of PostgreSQL ends there.
const FIRST_AT = Date.UTC(1000, 0, 2);
const LAST_AT = Date.UTC(9999, 11, 30);

/** RFC 3339 with offset → epoch milliseconds. Finer digits are cut: the log's clock ticks in milliseconds. */
export const instant = z.iso.datetime({ offset: true }).transform((text, context) => {
  const at = Date.parse(text);
  if (!(at >= FIRST_AT && at <= LAST_AT))
    context.issues.push({ code: 'custom', message: 'bad_instant', input: text });
  return at;
});

/** A wall-clock time `HH:MM`; 24:00 is the end of a day. */
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { message: 'bad_clock_time' });

export const wholeNumber = (max: number) => z.int().min(0).max(max);

import { z } from 'zod';
import { ALERT_KINDS, KIND_DEFAULTS } from '../alerts/kind.ts';
import { areaCode, day } from './place.ts';
import { clock, code, freeText, wholeNumber } from './text.ts';

const act = z.strictObject({ alert: code(), note: freeText(4000).optional() });

/** What people do about an alert, which is unique in its area. */
export const alertEvents = {
  'alert.acknowledged': act,
  'alert.noted': act,
  'alert.closed': act,
} as const;

const instant = wholeNumber(Number.MAX_SAFE_INTEGER);
const kind = z.enum(ALERT_KINDS);

/** What the server's own watch over causes says: refused at the door. Instants are epoch ms. */
export const watchEvents = {
  'alert.raised': z.strictObject({
    alert: code(),
    kind,
    /** Since when the cause has been there. */
    since: instant,
    /** What was read, and of how many where it is a share; in the unit of the kind (lib/domain/alerts/kind). */
    value: z.number().min(0),
    of: z.number().min(0).optional(),
    /** What it was held against. */
    limit: z.number().min(0).optional(),
    /** How many people or dossiers it touches. */
    people: z.number().min(0),
    /** The counter that stands idle. */
    counter: code().optional(),
    /** AA8: units whose alerts this one stands for, of all units of its area. */
    units: z.tuple([wholeNumber(1_000_000), wholeNumber(1_000_000)]).optional(),
    /** AA7: as the rule in force said. */
    escalateMinutes: z.int().min(1),
  }),
  'alert.cleared': z.strictObject({ alert: code(), cause: z.enum(['over', 'switched_off']) }),
} as const;

const span = z
  .strictObject({ from: clock, to: clock })
  .refine((s) => s.from < s.to, { message: 'from_after_to', path: ['to'] });

/** AA1: how causes of a kind are watched in an area and below it, from a day on. Only the server writes it. */
export const alertRuleEvents = {
  'alert_rule.set': z
    .strictObject({
      area: areaCode,
      kind,
      on: z.boolean(),
      raiseAt: z.number().optional(),
      clearAt: z.number().min(0).optional(),
      holdMinutes: z.int().min(0).max(240).optional(),
      escalateMinutes: z.int().min(1).max(10_080).optional(),
      /** Wall-clock spans of the area's units in which nothing is raised or sent. */
      quiet: z.array(span).max(10).optional(),
      effectiveFrom: day,
      source: freeText(500),
    })
    .check((context) => {
      const { kind: of, raiseAt, clearAt } = context.value;
      const defaults = KIND_DEFAULTS[of];
      const fault = (field: string, message: string): void =>
        void context.issues.push({ code: 'custom', message, path: [field], input: context.value });
      const [least, most] = defaults.range;
      if (raiseAt !== undefined && defaults.raiseAt === null) fault('raiseAt', 'no_threshold');
      else if (raiseAt !== undefined && (raiseAt < least || raiseAt > most)) fault('raiseAt', 'out_of_range');
      if (clearAt !== undefined && defaults.clearAt === null) fault('clearAt', 'no_threshold');
      else if (clearAt !== undefined && clearAt > (raiseAt ?? defaults.raiseAt ?? 0))
        fault('clearAt', 'clear_above_raise');
    }),
} as const;

import { z } from 'zod';
import { dueDate } from './due-date.ts';
import { code, freeText, wholeNumber } from './text.ts';

const dossier = code();

const CHANNELS = ['counter', 'online_partial', 'online_full', 'post'] as const;
const RESULTS = ['done', 'refused', 'withdrawn', 'stopped'] as const;

/** A dossier is unique within its root city; its unit is the subject of `received`. */
export const dossierEvents = {
  'dossier.submitted': z.strictObject({
    dossier,
    procedure: code(),
    channel: z.enum(CHANNELS).optional(),
  }),
  'dossier.received': z.strictObject({
    dossier,
    procedure: code(),
    channel: z.enum(CHANNELS).optional(),
    dueAt: dueDate.optional(),
    /** The area or body that decides. */
    handler: code().optional(),
    stage: code().optional(),
    stageDueAt: dueDate.optional(),
    officer: code().optional(),
    ticket: code().optional(),
    /** The dossier that this one continues. */
    previous: code().optional(),
  }),
  'dossier.moved': z.strictObject({
    dossier,
    toHandler: code(),
    stage: code().optional(),
    stageDueAt: dueDate.optional(),
  }),
  'dossier.supplement_asked': z.strictObject({ dossier, what: freeText(2000).optional() }),
  'dossier.supplement_supplied': z.strictObject({
    dossier,
    what: freeText(2000).optional(),
    /** The due date as the source moved it itself; nothing else moves it then (F6). */
    dueAt: dueDate.optional(),
  }),
  'dossier.extended': z.strictObject({ dossier, dueAt: dueDate, cause: code().optional() }),
  'dossier.settled': z.strictObject({ dossier, result: z.enum(RESULTS) }),
  'dossier.delivered': z.strictObject({ dossier, channel: code().optional() }),
} as const;

/** `time` due at the instant; `day` any time of its local day; `clock` at the instant under every rule (F4). */
const DUE_KINDS = ['time', 'day', 'clock'] as const;

/**
 * What the server worked out with the calendar of its time and promised: facts like any other from then on, so that no
 * later change of a calendar moves them (F5). Instants are epoch ms.
 */
export const promiseEvents = {
  /**
   * Without `to` the due date of a dossier received at `from`; with it where `base` moves to by the time that it lay
   * with the applicant.
   */
  'dossier.due_computed': z.strictObject({
    dossier,
    procedure: code(),
    from: z.number(),
    to: z.number().optional(),
    base: z.number().optional(),
    dueAt: z.number(),
    kind: z.enum(DUE_KINDS),
  }),
  /** Working time between submission and receipt. */
  'dossier.accept_computed': z.strictObject({
    dossier,
    from: z.number(),
    to: z.number(),
    workingSeconds: wholeNumber(Number.MAX_SAFE_INTEGER),
  }),
} as const;

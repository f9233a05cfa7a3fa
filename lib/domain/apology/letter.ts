import { z } from 'zod';
import { day } from '../events/place.ts';
import { code } from '../events/text.ts';
import { CAUSES, type Cause } from './cause.ts';
import { printedLine, printedText } from './printed-text.ts';

/** Longest free text of a letter: more than two pages. */
const LONGEST = 4_000;

const body = z.strictObject({
  /** The body above, as the office writes it on its letters; many have none. */
  parent: printedLine(200).nullable().default(null),
  /** As in a sentence: "Ủy ban nhân dân phường An Hòa". */
  name: printedLine(200),
  /** Where the letter is signed: "An Hòa". */
  place: printedLine(100),
});

const honorific = z.enum(['ong', 'ba', 'ong_ba']);
const address = printedLine(300).nullable().default(null);
const recipient = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('citizen'),
    honorific: honorific.default('ong_ba'),
    name: printedLine(200),
    address,
  }),
  z.strictObject({ kind: z.literal('organisation'), name: printedLine(200), address }),
]);

/** "KT. CHỦ TỊCH": signed for somebody else. TM for the body, KT for its head, TL by order, TUQ by authorisation. */
const onBehalf = z.strictObject({ as: z.enum(['TM', 'KT', 'TL', 'TUQ']), of: printedLine(100) });
const signatory = z.strictObject({
  onBehalf: z.array(onBehalf).max(2).default([]),
  title: printedLine(100),
  name: printedLine(100),
});

/** What every letter has. Number, symbol and day may wait for the signature. */
const common = {
  body,
  number: z.int().min(1).max(999_999).nullable().default(null),
  symbol: z
    .string()
    .regex(/^[\p{L}\d][\p{L}\d.&-]{0,29}$/u, { message: 'bad_symbol' })
    .transform((text) => text.normalize('NFC'))
    .nullable()
    .default(null),
  signedOn: day.nullable().default(null),
  recipient,
  /** The words of apology; without them the usual ones. */
  words: printedText(LONGEST).nullable().default(null),
  signatory,
  /** "Nơi nhận", without dashes and full stops. */
  copies: z.array(printedLine(200)).max(12).default(['Như trên', 'Lưu: VT']),
};

const moment = z.strictObject({
  day,
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'bad_clock_time' })
    .nullable()
    .default(null),
});

const causes = Object.keys(CAUSES) as [Cause, ...Cause[]];

const lateLetter = z.strictObject({
  kind: z.literal('late'),
  ...common,
  dossier: printedLine(128),
  procedure: printedLine(500),
  receivedOn: day,
  promised: moment,
  /** Where the dossier is: still with us, with another body, not late yet but bound to be, or settled too late. */
  state: z.enum(['in_process', 'with_handler', 'will_be_late', 'settled_late']),
  cause: z.enum(causes),
  causeNote: printedText(LONGEST).nullable().default(null),
  /** The new promise; of a settled dossier: from when its result can be had. */
  newPromise: moment,
});

const conductLetter = z.strictObject({
  kind: z.literal('conduct'),
  ...common,
  /** What told us of it. */
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rating'), rating: printedLine(128) }),
    z.strictObject({ kind: z.literal('suggestion'), page: z.int().min(1).max(9_999_999) }),
  ]),
  happenedOn: day,
  happened: printedText(LONGEST),
  remedy: printedText(LONGEST),
});

const ofSignature = { number: true, signedOn: true } as const;

/** What somebody writes of a letter about a late dossier: the rest is known, and number and day come when it is signed. */
const lateDraft = lateLetter.omit({ ...ofSignature, receivedOn: true, promised: true, state: true });
const conductDraft = conductLetter.omit({ ...ofSignature, about: true }).extend({
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rating'), rating: printedLine(128) }),
    /** A page of the book, and the entry that stands on it. */
    z.strictObject({
      kind: z.literal('suggestion'),
      suggestion: code(),
      page: z.int().min(1).max(9_999_999),
    }),
  ]),
});
export const letterDraft = z.discriminatedUnion('kind', [lateDraft, conductDraft]);
export type LetterDraft = z.output<typeof letterDraft>;

/** In order as text; a promise without an hour lasts the whole day. */
const untilOf = ({ day, time }: z.output<typeof moment>): string => `${day} ${time ?? '24:00'}`;

/** A letter as drafted: every field checked, each fault named by the rule it breaks. */
export const apologyLetter = z
  .discriminatedUnion('kind', [lateLetter, conductLetter])
  .superRefine((letter, context) => {
    const refuse = (path: string[], rule: string): void =>
      context.addIssue({ code: 'custom', path, message: rule });
    if (letter.kind === 'conduct') return;
    // ISO days are in order as texts.
    const { receivedOn, promised, newPromise, cause, causeNote, signedOn } = letter;
    if (promised.day < receivedOn) refuse(['promised', 'day'], 'promised_before_received');
    if (untilOf(newPromise) <= untilOf(promised)) refuse(['newPromise', 'day'], 'new_promise_not_later');
    else if (signedOn !== null && newPromise.day < signedOn)
      refuse(['newPromise', 'day'], 'new_promise_before_letter');
    if (cause === 'other' && causeNote === null) refuse(['causeNote'], 'required');
  });

export type ApologyLetter = z.output<typeof apologyLetter>;
export type LetterKind = ApologyLetter['kind'];

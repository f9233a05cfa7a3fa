import { z } from 'zod';
import { FIRST_DOSSIER_AT } from './due-date.ts';
import { isServerOnly, type SourceEvent, type SourceType, sourceEvents } from './registry.ts';
import { code, instant, textFault } from './text.ts';

/** Why an item was refused: a stable code, where (JSON pointer in the item) and a plain sentence. */
export type Refusal = { code: string; pointer: string; detail: string };
export type Envelope = { ok: true; event: SourceEvent } | { ok: false; id: string | null; refusal: Refusal };

/** What every item of a batch has around its data; other attributes are taken and not stored. */
export const envelope = z.object({
  specversion: z.literal('1.0'),
  id: code(),
  source: code(512),
  type: z.string().max(128),
  subject: code(64),
  time: instant,
  datacontenttype: z.literal('application/json').optional(),
  data: z.looseObject({}),
});

/** A name from outside is repeated up to here: an answer must not grow with what it refuses. */
const LONGEST_NAME = 100;

/** Rules of values that are no texts. */
const FAULTS: Record<string, string> & { date_out_of_range: string } = {
  date_out_of_range: 'dates of dossiers lie in 1990–2089',
};

const pointerOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => `/${String(part).slice(0, LONGEST_NAME).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');

function refusalOf(issue: z.core.$ZodIssue, base: string): Refusal {
  const pointer = base + pointerOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const field = issue.keys[0]?.slice(0, LONGEST_NAME) ?? '';
    return {
      code: 'unknown_field',
      pointer: `${pointer}${pointerOf([field])}`,
      detail: `unknown field "${field}"`,
    };
  }
  if (issue.code === 'custom' && typeof issue.params?.fault === 'string') {
    return {
      code: issue.params.fault,
      pointer,
      detail: FAULTS[issue.params.fault] ?? `text breaks the rule ${issue.params.fault}`,
    };
  }
  // An item that is no object at all has the empty path: that is a wrong type, nothing is missing in it.
  const missing = issue.path.length > 0 && issue.input === undefined;
  if (missing && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return { code: 'missing_field', pointer, detail: 'required' };
  if (issue.code === 'invalid_type') return { code: 'wrong_type', pointer, detail: issue.message };
  return { code: 'bad_value', pointer, detail: issue.message };
}

/** `__proto__` as an own key: no schema knows it, and some copies of objects would obey it. */
function forbiddenKey(value: unknown, pointer: string): Refusal | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || textFault(key)) {
      return { code: 'unknown_field', pointer: pointer + pointerOf([key]), detail: 'unknown field' };
    }
  }
  return null;
}

const idOf = (item: unknown): string | null => {
  if (typeof item !== 'object' || item === null || !('id' in item)) return null;
  return typeof item.id === 'string' && item.id.length <= 128 && !textFault(item.id) ? item.id : null;
};

const OF_DOSSIERS = /^(dossier|apology|suggestion|inspection)\./;

/** F19: a time before there were such systems; times ahead are the clock's fault and refused as such. */
const tooEarly: Refusal = {
  code: 'date_out_of_range',
  pointer: '/time',
  detail: FAULTS.date_out_of_range,
};

const isSourceType = (type: string): type is SourceType => Object.hasOwn(sourceEvents, type);

/** Checks one item of a batch: the only validation an event of a source passes. Total; never throws. */
export function readEnvelope(item: unknown): Envelope {
  const id = idOf(item);
  const no = (refusal: Refusal): Envelope => ({ ok: false, id, refusal });
  const head = envelope.safeParse(item, { reportInput: true });
  if (!head.success) {
    const issue = head.error.issues[0];
    return no(issue ? refusalOf(issue, '') : { code: 'bad_value', pointer: '', detail: 'not an event' });
  }
  const { type, data: raw, subject, time, source } = head.data;
  if (!isSourceType(type)) {
    return no(
      isServerOnly(type)
        ? { code: 'server_only_type', pointer: '/type', detail: 'only the server writes this type' }
        : { code: 'unknown_type', pointer: '/type', detail: 'this type is not known' },
    );
  }
  if (time < FIRST_DOSSIER_AT && OF_DOSSIERS.test(type)) return no(tooEarly);
  // Of the item itself: the copy that the schema made has lost such a name already.
  const forbidden = forbiddenKey(Object(item).data, '/data') ?? forbiddenKey(item, '');
  if (forbidden) return no(forbidden);
  const data = sourceEvents[type].safeParse(raw, { reportInput: true });
  if (!data.success) {
    const issue = data.error.issues[0];
    return no(
      issue ? refusalOf(issue, '/data') : { code: 'bad_value', pointer: '/data', detail: 'not valid' },
    );
  }
  // The schema was chosen by `type`, which TypeScript cannot follow through the lookup.
  const event = { source, id: head.data.id, type, unit: subject, at: time, data: data.data } as SourceEvent;
  return { ok: true, event };
}

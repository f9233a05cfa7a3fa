import { type ApologyLetter, apologyLetter, type LetterDraft } from '../../lib/domain/apology/letter.ts';
import { isHeadOrDeputy } from '../../lib/domain/apology/signatory.ts';
import { zoneOf } from '../../lib/domain/tree.ts';
import { instantOf, localDay } from '../../lib/domain/zoned-time.ts';
import type { DraftAnswer } from '../../lib/wire/apology-acts.ts';
import type { Fault } from '../../lib/wire/errors.ts';
import { faultsOfInput } from '../http/bad-input.ts';
import type { Actor } from '../log/actor.ts';
import type { ReadContext } from '../read/context.ts';
import type { ApologyDeps } from './apology-deps.ts';
import { type DraftFacts, draftFacts } from './draft-facts.ts';
import { type About, lastLetterOf, letterOf } from './letters-about.ts';
import { officeOf } from './office-of.ts';
import { sayStep } from './say-step.ts';

type Drafted = { ok: true; apology: string } | { ok: false; faults: Fault[] };
const refused = (...faults: Fault[]): Drafted => ({ ok: false, faults });

/** What a draft is about. */
function aboutOf(draft: LetterDraft): About {
  if (draft.kind === 'late') return { kind: 'dossier', code: draft.dossier };
  const { about } = draft;
  return about.kind === 'rating'
    ? { kind: 'rating', code: about.rating }
    : { kind: 'suggestion', code: about.suggestion };
}

/** Drafts a letter of a unit, or drafts anew the one that is not signed yet (AL15). Faults by field and rule. */
export async function draftLetter(
  { context, door }: Pick<ApologyDeps, 'context' | 'door'>,
  unit: string,
  draft: LetterDraft,
  actor: Actor,
): Promise<Drafted> {
  const about = aboutOf(draft);
  const facts = await draftFacts(context, unit, about);
  if (facts.refusal) return refused({ pointer: '', rule: facts.refusal });
  const at = context.now();
  const zone = zoneOf(context.tree, unit);
  const read = apologyLetter.safeParse(wholeLetter(draft, facts), { reportInput: true });
  if (!read.success) return refused(...faultsOfInput(read.error));
  const letter = read.data;
  if (!isHeadOrDeputy(letter.signatory.title))
    return refused({ pointer: '/signatory/title', rule: 'signatory_not_competent' });
  if (letter.kind === 'late' && letter.newPromise.day < localDay(zone, at))
    return refused({ pointer: '/newPromise/day', rule: 'new_promise_past' });
  const faults = await sayStep(door, actor, {
    type: 'apology.drafted',
    unit,
    at,
    data: { apology: facts.apology, [about.kind]: about.code, ...promisedIn(letter, zone), letter },
  });
  return faults.length > 0 ? refused(...faults) : { ok: true, apology: facts.apology };
}

/** The draft with what is known of its dossier; the page of the book stands on it, the entry's code beside it. */
function wholeLetter(draft: LetterDraft, { dossier }: DraftFacts): unknown {
  if (draft.kind === 'late') return { ...draft, ...dossier, procedure: draft.procedure };
  const { about } = draft;
  return about.kind === 'rating' ? draft : { ...draft, about: { kind: about.kind, page: about.page } };
}

/** What the chain holds of the letter. Where the result is there already no new day is promised, and none can be broken. */
function promisedIn(letter: ApologyLetter, zone: string): { cause?: string; newDueAt?: string } {
  if (letter.kind === 'conduct') return {};
  const { cause, state, newPromise } = letter;
  if (state === 'settled_late') return { cause };
  const { day, time } = newPromise;
  return { cause, newDueAt: time === null ? day : new Date(instantOf(zone, day, time)).toISOString() };
}

/** What somebody who is about to draft should find on the form. */
export async function draftStart(
  context: ReadContext,
  unit: string,
  about: About | null,
): Promise<DraftAnswer> {
  const { pool, tree } = context;
  const facts = about && (await draftFacts(context, unit, about));
  const last = await lastLetterOf(pool, unit);
  const area = tree.areas.get(unit);
  return {
    refusal: facts?.refusal ?? null,
    dossier: facts?.dossier ?? null,
    draft: facts?.open ? await letterOf(pool, facts.open.folded) : null,
    start: {
      body: last?.body ?? officeOf(area ?? { name: unit, kind: 'centre' }),
      symbol: last?.symbol ?? null,
      signatory: last?.signatory ?? null,
      copies: last?.copies ?? ['Như trên', 'Lưu: VT'],
    },
    today: localDay(zoneOf(tree, unit), context.now()),
    before: facts?.before ?? 0,
  };
}

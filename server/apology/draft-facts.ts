import { lateStateOf, momentOfDue, momentOfTold } from '../../lib/domain/apology/late-dossier.ts';
import type { Due } from '../../lib/domain/dossier/due.ts';
import { rootOf, zoneOf } from '../../lib/domain/tree.ts';
import type { DraftAnswer, DraftRefusal } from '../../lib/wire/apology-acts.ts';
import type { DossierAnswer } from '../../lib/wire/dossier-reads.ts';
import type { ReadContext } from '../read/context.ts';
import { dossier as readDossier } from '../read/dossier.ts';
import { procedureName } from '../read/procedure-name.ts';
import { type About, codeOfLetter, type KeptApology, lettersAbout } from './letters-about.ts';

/** What is known of a letter before it is written: the code it will have, and why it cannot be. */
export type DraftFacts = {
  refusal: DraftRefusal;
  dossier: DraftAnswer['dossier'];
  apology: string;
  /** The draft that is not signed yet. */
  open: KeptApology | null;
  /** Letters about the same that were signed before it. */
  before: number;
};

/** AL16, AL17: whether a unit may draft a letter about something, and what the letter will say of it. */
export async function draftFacts(context: ReadContext, unit: string, about: About): Promise<DraftFacts> {
  const root = rootOf(context.tree, unit);
  const letters = await lettersAbout(context.pool, root, about);
  const open = letters.find(({ folded }) => folded.step === 'drafted') ?? null;
  const signed = letters.filter(({ folded }) => folded.step !== 'drafted');
  const apology = open?.apology ?? codeOfLetter(root, about, letters.length + 1);
  const facts = { apology, open, before: signed.length };
  if (about.kind !== 'dossier') {
    const unknown = about.kind === 'rating' && !(await isRating(context, unit, about.code));
    return {
      ...facts,
      refusal: unknown ? 'unknown_rating' : signed.length > 0 ? 'already_signed' : null,
      dossier: null,
    };
  }
  const found = await readDossier(context, unit, about.code);
  if (!found) return { ...facts, refusal: 'unknown_dossier', dossier: null };
  const due = dueOf(found);
  const zone = zoneOf(context.tree, unit);
  const state = lateStateOf({ ...found, due });
  if (state === 'not_owed' || state === 'no_due_date' || !due) {
    return { ...facts, refusal: state === 'no_due_date' ? state : 'not_owed', dossier: null };
  }
  // AL17: what was promised last is what is being broken.
  const last = signed.at(-1);
  const told = last?.folded.newDueAt ?? null;
  const answered =
    last && found.apologies.find(({ apology }) => apology === last.apology)?.state !== 'broken';
  return {
    ...facts,
    refusal: answered && !open ? 'already_signed' : null,
    dossier: {
      dossier: found.dossier,
      procedure:
        procedureName(context.tree, unit, found.procedure, found.receivedDay ?? due.day) ?? found.dossier,
      receivedOn: found.receivedDay ?? due.day,
      promised: told === null ? momentOfDue(due, zone) : momentOfTold(told, zone),
      state,
    },
  };
}

function dueOf({ dueAt, dueDay, dueKind }: DossierAnswer): Due | null {
  if (dueAt === null || dueDay === null || dueKind === null) return null;
  return { at: Date.parse(dueAt), day: dueDay, kind: dueKind };
}

async function isRating({ pool }: ReadContext, unit: string, rating: string): Promise<boolean> {
  const { rows } = await pool.query('SELECT FROM rating WHERE unit = $1 AND rating = $2', [unit, rating]);
  return rows.length > 0;
}

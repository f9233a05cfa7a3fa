import type { ActionName } from '../../lib/domain/access/action.ts';
import type { ApologyFact } from '../../lib/domain/apology/apology.ts';
import { isWithin, rootOf, zoneOf } from '../../lib/domain/tree.ts';
import type { ApologyAnswer, Author } from '../../lib/wire/apology-acts.ts';
import { keptApology, letterOf } from '../apology/letters-about.ts';
import { personOfSource } from '../log/actor.ts';
import { apologyOf } from './apologies.ts';
import type { ReadContext } from './context.ts';

type Steps = ApologyAnswer['steps'];

/** One letter of a unit below an area with its steps; null: there is none. Its words go to whoever may read them (K13). */
export async function apology(
  context: ReadContext,
  area: string,
  code: string,
  may: (action: ActionName, unit: string) => boolean,
): Promise<ApologyAnswer | null> {
  const { pool, tree } = context;
  const root = rootOf(tree, area);
  const [kept, line] = await Promise.all([keptApology(pool, root, code), apologyOf(context, root, code)]);
  if (!kept || !line || !isWithin(tree, line.unit, area)) return null;
  const read = may('letters.read', line.unit);
  return {
    ...line,
    timezone: zoneOf(tree, line.unit),
    steps: await stepsOf(context, kept.facts),
    letter: read ? await letterOf(pool, kept.folded) : null,
    may: { read, write: may('apologies.write', line.unit) },
  };
}

/** Each step once, as it holds; of the drafts the last before the signature, and how many there were. */
async function stepsOf({ pool }: ReadContext, facts: readonly ApologyFact[]): Promise<Steps> {
  const drafts = facts.filter(({ step }) => step === 'drafted');
  const first = (step: ApologyFact['step']): ApologyFact[] =>
    facts.filter((fact) => fact.step === step).slice(0, 1);
  const held = [...first('drafted'), ...first('signed'), ...first('delivered')];
  const authors = held.map(({ source }) => personOfSource(source));
  const { rows } = await pool.query<{ id: string; name: string }>(
    'SELECT id, name FROM person WHERE id = ANY($1)',
    [authors.flatMap((author) => [author?.person ?? [], author?.onBehalfOf ?? []].flat())],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const named = (author: ReturnType<typeof personOfSource>): Author | null =>
    author && {
      name: names.get(author.person) ?? null,
      onBehalfOf: author.onBehalfOf === null ? null : (names.get(author.onBehalfOf) ?? null),
    };
  return held.map(({ step, at }, index) => ({
    step,
    at: new Date(at).toISOString(),
    by: named(authors[index] ?? null),
    drafts: step === 'drafted' ? drafts.length : 0,
  }));
}

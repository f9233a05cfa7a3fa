import { createHash } from 'node:crypto';
import { type Apology, type ApologyFact, foldApology } from '../../lib/domain/apology/apology.ts';
import { type ApologyLetter, apologyLetter } from '../../lib/domain/apology/letter.ts';
import type { Queries } from '../read/context.ts';

/** What an apology is about. */
export type About = { kind: 'dossier' | 'rating' | 'suggestion'; code: string };

/** A letter with everything told of it. */
export type KeptApology = { apology: string; facts: readonly ApologyFact[]; folded: Apology };

type Row = { apology: string; facts: ApologyFact[] };
const kept = ({ apology, facts }: Row): KeptApology => ({ apology, facts, folded: foldApology(facts) });

/** The letters of a root city about one thing, in the order in which they began. */
export async function lettersAbout(
  pool: Queries,
  root: string,
  { kind, code }: About,
): Promise<KeptApology[]> {
  const { rows } = await pool.query<Row>(
    `SELECT apology, facts FROM apology WHERE root = $1 AND ${kind} = $2 ORDER BY day, drafted_at, apology`,
    [root, code],
  );
  return rows.map(kept);
}

/** One letter; null: there is none of this code. */
export async function keptApology(pool: Queries, root: string, apology: string): Promise<KeptApology | null> {
  const { rows } = await pool.query<Row>(
    'SELECT apology, facts FROM apology WHERE root = $1 AND apology = $2',
    [root, apology],
  );
  return rows[0] ? kept(rows[0]) : null;
}

/** The letter of the draft that holds (AL15); null: it was not written here, or was erased. */
export async function letterOf(pool: Queries, { draft }: Apology): Promise<ApologyLetter | null> {
  if (!draft) return null;
  const { rows } = await pool.query<{ letter: unknown }>(
    `SELECT value -> 'letter' AS letter FROM personal WHERE seq = $1`,
    [draft.seq],
  );
  return apologyLetter.safeParse(rows[0]?.letter).data ?? null;
}

/** The letter that a unit drafted last. */
export async function lastLetterOf(pool: Queries, unit: string): Promise<ApologyLetter | null> {
  const { rows } = await pool.query<Row>(
    'SELECT apology, facts FROM apology WHERE unit = $1 AND drafted_at IS NOT NULL ORDER BY drafted_at DESC LIMIT 1',
    [unit],
  );
  return rows[0] ? letterOf(pool, kept(rows[0]).folded) : null;
}

/**
 * The code of the `nth` letter about something: the same for whoever drafts it, so that two who press at once draft one
 * letter twice and not two letters.
 */
export function codeOfLetter(root: string, { kind, code }: About, nth: number): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([root, kind, code, nth]))
    .digest('hex');
  return `xl-${hash.slice(0, 16)}`;
}

import type { Pool } from 'pg';
import { type Tree, unitsBelow } from '../../lib/domain/tree.ts';
import type { Known, ReplayAnswer } from '../../lib/wire/replay.ts';
import type { Query } from '../log/query.ts';
import { seqAt } from '../log/seq-at.ts';
import { inOneMoment } from '../read/in-one-moment.ts';
import { queryOf } from '../read/query-of.ts';
import { momentAt } from './past.ts';
import { createPastTrees, seenTree } from './past-tree.ts';
import { openSession, type ReplaySession } from './replay-session.ts';

/** Instants in epoch ms; `to` equal to `at` asks for no steps. */
export type ReplayQuestion = { known: Known; at: number; to: number; stepMs: number };

/** Sessions kept for readers that play on: each holds two days of its area. */
const MOST_KEPT = 4;
const KEPT_MS = 2 * 60_000;

type Kept = { code: string; session: ReplaySession; units: string[]; hidden: Set<string>; usedAt: number };

/** Y3: past boards, and what changed after them. Null: the area was not in the tree then. */
export type Replays = {
  answer(
    code: string,
    question: ReplayQuestion,
    maySee: (unit: string) => boolean,
  ): Promise<ReplayAnswer | null>;
};

export function createReplays(pool: Pool): Replays {
  const trees = createPastTrees();
  let kept: Kept[] = [];

  /** A session that stands where the reader is, and shows what that reader may see; nobody else has it meanwhile. */
  function take(code: string, { known, at }: ReplayQuestion, maySee: (unit: string) => boolean): Kept | null {
    const since = performance.now() - KEPT_MS;
    kept = kept.filter(({ usedAt }) => usedAt > since);
    const found = kept.find(
      (one) =>
        one.code === code &&
        one.session.moment.known === known &&
        one.session.moment.at === at &&
        one.units.every((unit) => maySee(unit) !== one.hidden.has(unit)),
    );
    if (found) kept = kept.filter((one) => one !== found);
    return found ?? null;
  }

  async function open(
    query: Query,
    code: string,
    { known, at }: ReplayQuestion,
    maySee: (unit: string) => boolean,
  ): Promise<Kept | null> {
    const seq = await seqAt(query, known === 'then' ? at : Number.MAX_SAFE_INTEGER / 1000);
    const whole: Tree = await trees(query, seq);
    if (!whole.areas.has(code)) return null;
    const units = unitsBelow(whole, code);
    const { tree, hidden } = seenTree(whole, units, maySee);
    const session = await openSession(query, tree, code, momentAt(known, at, seq));
    return { code, session, units, hidden, usedAt: 0 };
  }

  return {
    answer: (code, question, maySee) =>
      inOneMoment(pool, async (queries) => {
        const query = queryOf(queries);
        const found = take(code, question, maySee) ?? (await open(query, code, question, maySee));
        const first = found?.session.board();
        if (!found || !first) return null;
        const { session, hidden } = found;
        const { seq } = session.moment;
        const { to, stepMs } = question;
        const moved = to > question.at ? await session.advance(query, to, stepMs) : null;
        if (!moved?.ended) {
          found.usedAt = performance.now();
          kept = [...kept, found].slice(-MOST_KEPT);
        }
        return {
          ...first,
          seq,
          asOf: question.at,
          known: question.known,
          steps: moved?.steps ?? [],
          until: moved?.until ?? question.at,
          leftOut: hidden.size,
        };
      }),
  };
}

import type { Dossier } from '../../lib/domain/dossier/dossier.ts';
import { type DossierCell, shiftDossierCell } from '../../lib/domain/dossier/dossier-cell.ts';
import { dossierContributions } from '../../lib/domain/dossier/dossier-contribution.ts';
import type { OpenDossiers } from '../../lib/domain/dossier/dossier-measures.ts';
import type { DueRule } from '../../lib/domain/dossier/due.ts';
import type { Dossiers } from '../../lib/domain/dossier/fold-dossiers.ts';
import { countOpen } from '../../lib/domain/dossier/open-dossiers.ts';
import { recountDossiers } from '../../lib/domain/dossier/recount-dossiers.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import type { Period } from '../../lib/domain/period.ts';
import { rootOf, unitsBelow, zoneOf } from '../../lib/domain/tree.ts';
import { readDossierFacts } from '../log/load-dossiers.ts';
import type { Query } from '../log/query.ts';
import { seqAt } from '../log/seq-at.ts';
import type { ReadContext } from './context.ts';
import type { DossierFilter } from './dossier-sums.ts';
import { queryOf } from './query-of.ts';
import type { ScopedUnit } from './scope.ts';

/** What is counted with everything that is known, and is put right here. */
type Counted = { cell: DossierCell; now: OpenDossiers; atEnd: OpenDossiers };
type Question = DossierFilter & {
  period: Period;
  rule: DueRule;
  knownAt: number;
  asOf: number;
  endAt: number;
};

/**
 * Q6 for dossiers: takes back what the server had not received at `knownAt`. Sums are a group (R1), so only dossiers of
 * which it learnt more since then are computed again, with and without.
 */
export async function takeBackUnknown(
  context: ReadContext,
  units: readonly ScopedUnit[],
  question: Question,
  counted: Counted,
): Promise<void> {
  const { pool, tree } = context;
  const roots = new Set(units.map(({ unit }) => rootOf(tree, unit)));
  const query = queryOf(pool);
  const later = await toldLater(query, tree, [...roots], question.knownAt);
  const named = [...later].flatMap(([root, ofRoot]) =>
    [...ofRoot.keys()].map((dossier): [string, string] => [root, dossier]),
  );
  const all = await readDossierFacts(query, named);
  const zones = (unit: string): string => zoneOf(tree, unit);
  const own = new Set(units.map(({ unit }) => unit));
  for (const [root, facts] of all) {
    const then = new Map(
      [...facts]
        .map(([id, told]) => {
          const unknown = later.get(root)?.get(id);
          return [id, told.filter((fact) => !unknown?.has(keyOf(fact)))] as const;
        })
        .filter(([, told]) => told.length > 0),
    );
    shiftAll(recountDossiers(facts, zones), -1);
    shiftAll(recountDossiers(then, zones), 1);
  }

  function shiftAll(dossiers: Dossiers, sign: 1 | -1): void {
    for (const { dossier } of dossiers.values()) if (own.has(dossier.unit)) shift(dossier, sign);
  }

  function shift(dossier: Dossier, sign: 1 | -1): void {
    const { period, procedure, handler, rule, asOf, endAt } = question;
    if (procedure !== null && dossier.procedure !== procedure) return;
    if (handler !== null && dossier.handler !== handler) return;
    for (const { day, add } of dossierContributions(dossier, zones))
      if (day >= period.from && day <= period.to) shiftDossierCell(counted.cell, add, sign);
    countOpen(counted.now, dossier, asOf, rule, sign);
    countOpen(counted.atEnd, dossier, endAt, rule, sign);
  }
}

const keyOf = ({ source, id }: { source: string; id: string }): string => `${source}\n${id}`;

/** Keys of facts, by root city and dossier. */
type Later = Map<string, Map<string, Set<string>>>;

/** The facts received after an instant. */
async function toldLater(
  query: Query,
  tree: ReadContext['tree'],
  roots: readonly string[],
  knownAt: number,
): Promise<Later> {
  const later: Later = new Map();
  const rows = await query(
    `SELECT unit, data ->> 'dossier' AS dossier, source, id FROM event
     WHERE seq > $1 AND type LIKE 'dossier.%' AND unit = ANY($2)`,
    [await seqAt(query, knownAt), roots.flatMap((root) => unitsBelow(tree, root))],
  );
  for (const { unit, dossier, source, id } of rows) {
    const ofRoot = heldOrMade(later, rootOf(tree, String(unit)), () => new Map());
    const key = keyOf({ source: String(source), id: String(id) });
    heldOrMade(ofRoot, String(dossier), () => new Set<string>()).add(key);
  }
  return later;
}

import { foldDossier } from '../../lib/domain/dossier/dossier.ts';
import type { DossierFact } from '../../lib/domain/dossier/dossier-fact.ts';
import { recountDossiers } from '../../lib/domain/dossier/recount-dossiers.ts';
import { isStageLate, type Stage } from '../../lib/domain/dossier/stages.ts';
import { isWithin, rootOf, zoneOf } from '../../lib/domain/tree.ts';
import type { DossierAnswer, DossierFactLine, DossierStage } from '../../lib/wire/dossier-reads.ts';
import { readDossierFacts } from '../log/load-dossiers.ts';
import { apologiesOf } from './apologies.ts';
import type { ReadContext } from './context.ts';
import { DOSSIER_LINE, type DossierRow, dossierLines } from './dossier-lines.ts';

const iso = (at: number): string => new Date(at).toISOString();
const isoOr = (at: number | null | undefined): string | null => (at == null ? null : iso(at));

/** One dossier of the units below an area with everything told of it; null: there is none. */
export async function dossier(
  context: ReadContext,
  area: string,
  code: string,
): Promise<DossierAnswer | null> {
  const { pool, tree } = context;
  const root = rootOf(tree, area);
  const found = await pool.query<DossierRow>(
    `SELECT ${DOSSIER_LINE} FROM dossier d WHERE d.root = $1 AND d.dossier = $2`,
    [root, code],
  );
  const [row] = found.rows;
  if (!row || !isWithin(tree, row.unit, area)) return null;
  const at = context.now();
  const facts = await readDossierFacts(
    async (text, values) => (await pool.query<Record<string, unknown>>(text, [...values])).rows,
    [[root, code]],
  );
  const zones = (unit: string): string => zoneOf(tree, unit);
  const told = facts.get(root) ?? new Map<string, DossierFact[]>();
  const read = recountDossiers(told, zones).get(code) ?? { facts: [], dossier: foldDossier([], zones, null) };
  const said = await saidIn(context, read.facts);
  return {
    ...dossierLines(tree, at)(row),
    firstDueAt: isoOr(read.dossier.firstDue?.at),
    extendedDueAt: isoOr(read.dossier.extendedDue?.at),
    acceptSeconds: read.dossier.acceptSeconds,
    stages: read.dossier.stages.map((stage) => stageLine(stage, at)),
    facts: read.facts.map((fact) => factLine(fact, said.get(keyOf(fact)) ?? null)),
    continuedBy: await continuing(context, root, code),
    explanations: await explanations(context, root, code),
    apologies: await apologiesOf(context, root, code),
  };
}

const stageLine = (stage: Stage, at: number): DossierStage => ({
  handler: stage.handler,
  stage: stage.stage,
  fromAt: iso(stage.fromAt),
  toAt: isoOr(stage.toAt),
  dueAt: isoOr(stage.dueAt),
  late: stage.dueAt === null ? null : isStageLate(stage, at),
});

const INSTANTS: ReadonlySet<string> = new Set(['dueAt', 'stageDueAt', 'from', 'to', 'base']);

function factLine(
  { kind, at, unit, source, id: _, ...data }: DossierFact,
  what: string | null,
): DossierFactLine {
  const { officer: _officer, ...shown } = data;
  return {
    kind,
    at: iso(at),
    unit,
    source,
    what,
    data: Object.fromEntries(
      Object.entries(shown).map(([field, value]) => [
        field,
        typeof value === 'number' && INSTANTS.has(field) ? iso(value) : value,
      ]),
    ),
  };
}

const keyOf = ({ source, id }: { source: string; id: string }): string => `${source}\n${id}`;

/** What was asked for or supplied, by the key of the fact: it stands beside the log. */
async function saidIn({ pool }: ReadContext, facts: readonly DossierFact[]): Promise<Map<string, string>> {
  const told = facts.filter(({ kind }) => kind.startsWith('supplement_'));
  if (told.length === 0) return new Map();
  const { rows } = await pool.query<{ source: string; id: string; what: string }>(
    `SELECT k.source, k.id, p.value ->> 'what' AS what FROM event_key k JOIN personal p ON p.seq = k.seq
     WHERE (k.source, k.id) IN (SELECT * FROM unnest($1::text[], $2::text[])) AND p.value ? 'what'`,
    [told.map(({ source }) => source), told.map(({ id }) => id)],
  );
  return new Map(rows.map(({ what, ...key }) => [keyOf(key), what]));
}

async function continuing({ pool }: ReadContext, root: string, code: string): Promise<string[]> {
  const { rows } = await pool.query<{ dossier: string }>(
    'SELECT dossier FROM dossier WHERE root = $1 AND previous = $2 ORDER BY received_at, dossier',
    [root, code],
  );
  return rows.map((row) => row.dossier);
}

async function explanations({ pool, tree }: ReadContext, root: string, code: string) {
  const { rows } = await pool.query<{ at: Date; unit: string; text: string | null }>(
    `SELECT e.at, e.unit, p.value ->> 'text' AS text FROM explanation e LEFT JOIN personal p ON p.seq = e.seq
     WHERE e.about_kind = 'dossier' AND e.about = $1 ORDER BY e.at, e.seq`,
    [code],
  );
  return rows
    .filter(({ unit }) => rootOf(tree, unit) === root)
    .map(({ at, unit, text }) => ({ at: at.toISOString(), unit, text }));
}

import { firstOf } from '../../lib/domain/dossier/dossier.ts';
import { DOSSIER_COLUMNS, mergeDossierCells } from '../../lib/domain/dossier/dossier-cell.ts';
import { compareDossierFacts } from '../../lib/domain/dossier/dossier-fact.ts';
import { dossierMeasures, NOTHING_OPEN } from '../../lib/domain/dossier/dossier-measures.ts';
import type { DueRule } from '../../lib/domain/dossier/due.ts';
import { isStageLate, stagesOf } from '../../lib/domain/dossier/stages.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import type { Period } from '../../lib/domain/period.ts';
import type { HandlersAnswer } from '../../lib/wire/dossier-reads.ts';
import { factsOf } from '../log/load-dossiers.ts';
import { acceptWait } from './accept-wait.ts';
import type { ReadContext } from './context.ts';
import { dossierSums } from './dossier-sums.ts';
import { dossierVisits } from './dossier-visits.ts';
import { type ScopedUnit, scopeOf } from './scope.ts';

type StageLine = HandlersAnswer['stages'][number];

type HandlersQuestion = { period: Period; rule: DueRule };

/** F12: who decided the dossiers of an area, and at which stages they stayed too long. */
export async function handlers(
  context: ReadContext,
  code: string,
  question: HandlersQuestion,
): Promise<HandlersAnswer> {
  const { period } = question;
  const units = scopeOf(context, code, context.now(), () => code);
  return {
    ...period,
    handlers: await handlerLines(context, code, question),
    stages: await stages(context, units, period),
    acceptWait: await acceptWait(context, units, period),
    visits: await dossierVisits(context, units, period),
  };
}

/** Who decided them, which the sums tell; the rest is read of each dossier. */
export async function handlerLines(
  context: ReadContext,
  code: string,
  { period, rule }: HandlersQuestion,
): Promise<HandlersAnswer['handlers']> {
  const units = scopeOf(context, code, context.now(), () => code);
  const rows = await dossierSums(context, {
    units,
    period,
    grain: 'period',
    byHandler: true,
    columns: DOSSIER_COLUMNS,
    procedure: null,
    handler: null,
  });
  const lines = [...grouped(rows, (row) => row.handler)].map(([handler, own]) => {
    const cell = mergeDossierCells(own.map((row) => row.cell));
    const { received, settled, late, onTimeOfSettled, onTimeOfReceived } = dossierMeasures(
      cell,
      NOTHING_OPEN,
      NOTHING_OPEN,
      rule,
    );
    return { handler: handler || null, received, settled, late, onTimeOfSettled, onTimeOfReceived };
  });
  return lines.sort((a, b) => b.late - a.late || b.settled - a.settled || byCode(a.handler, b.handler));
}

const byCode = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : 1);

/** Dossiers read at once, so that a long period neither fills the memory nor holds up the live boards. */
const PORTION = 2000;

async function stages(
  { pool }: ReadContext,
  units: readonly ScopedUnit[],
  { from, to }: Period,
): Promise<StageLine[]> {
  const lines = new Map<string, StageLine>();
  const zones = new Map(units.map(({ unit, zone }) => [unit, zone]));
  const text = `SELECT unit, settled_day::text AS day, dossier, facts FROM dossier
    WHERE unit = ANY($1) AND settled_day BETWEEN $2 AND $3 AND (unit, settled_day, dossier) > ($4, $5::date, $6)
    ORDER BY unit, settled_day, dossier LIMIT ${PORTION}`;
  let last: [string, string, string] = ['', '-infinity', ''];
  for (;;) {
    const { rows } = await pool.query<Record<string, unknown>>(text, [
      units.map(({ unit }) => unit),
      from,
      to,
      ...last,
    ]);
    for (const row of rows) addStages(lines, row, zones.get(String(row.unit)) ?? 'UTC');
    const end = rows.at(-1);
    if (!end || rows.length < PORTION) break;
    last = [String(end.unit), String(end.day), String(end.dossier)];
  }
  return [...lines.values()].sort((a, b) => b.late - a.late || b.n - a.n);
}

function addStages(lines: Map<string, StageLine>, row: Record<string, unknown>, zone: string): void {
  const facts = factsOf(row).sort(compareDossierFacts);
  const received = firstOf(facts, 'received');
  const settledAt = firstOf(facts, 'settled')?.at ?? null;
  if (!received || settledAt === null) return;
  for (const stage of stagesOf(facts, received, settledAt, zone)) {
    const { handler, stage: name } = stage;
    const line = heldOrMade(lines, JSON.stringify([handler, name]), () => ({
      handler,
      stage: name,
      n: 0,
      judged: 0,
      late: 0,
    }));
    line.n += 1;
    if (stage.dueAt !== null) line.judged += 1;
    if (isStageLate(stage, settledAt)) line.late += 1;
  }
}

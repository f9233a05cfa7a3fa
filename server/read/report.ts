import { borderChanges } from '../../lib/domain/border-change.ts';
import type { DueRule } from '../../lib/domain/dossier/due.ts';
import { TARGET_OF } from '../../lib/domain/figure.ts';
import type { Period } from '../../lib/domain/period.ts';
import type { ReportKind, ReportMonths } from '../../lib/domain/report/report-kind.ts';
import { REPORT_METRICS, type ReportMetric, reportTarget } from '../../lib/domain/report/report-target.ts';
import { type ReportUnit, reportUnit } from '../../lib/domain/report/unit-groups.ts';
import { targetOf } from '../../lib/domain/settings.ts';
import { type AreaDefinition, isUnit, unitsBelow } from '../../lib/domain/tree.ts';
import { endOfDay } from '../../lib/domain/zoned-time.ts';
import type { CompareAnswer, PeriodAnswer } from '../../lib/wire/reads.ts';
import type { ReportData, Speaking } from '../../lib/wire/report.ts';
import { compare, dayOfJudgement } from './compare.ts';
import type { ReadContext } from './context.ts';
import { handlerLines } from './handlers.ts';
import { kpis } from './kpis.ts';
import { notes } from './notes.ts';
import { owing } from './owing.ts';

export type ReportQuestion = {
  kind: ReportKind;
  months: ReportMonths;
  period: PeriodAnswer;
  rule: DueRule;
};

const HEAD = 'SELECT seq::float8 AS seq, received_at AS at FROM event ORDER BY seq DESC LIMIT 1';

/**
 * Everything that a report of an area says, from the measures themselves (RP1). Asked within one moment of the database
 * it is all of that moment, and `knownSeq` names it.
 */
export async function report(
  live: ReadContext,
  area: AreaDefinition,
  { kind, months, period: asked, rule }: ReportQuestion,
): Promise<ReportData> {
  const readAt = live.now();
  const context = { ...live, now: () => readAt };
  const { pool, tree } = context;
  const { code, timezone: zone } = area;
  const period = { from: asked.from, to: asked.to };
  const asOf = Math.min(readAt, endOfDay(zone, period.to) - 1);
  const {
    rows: [head],
  } = await pool.query<{ seq: number; at: Date }>(HEAD);
  const compared = (of: Period) => (metric: ReportMetric) => comparison(context, code, metric, of, rule);
  const metrics = hasQueue(context, code)
    ? REPORT_METRICS
    : REPORT_METRICS.filter((metric) => metric !== 'within');
  const [now, before, lastYear] = [
    await inTurn(metrics, compared(period)),
    await inTurn(metrics, compared(asked.previous)),
    await inTurn(metrics, compared(asked.lastYear)),
  ];
  const changedOn = borderChanges(tree, period.to).get(code) ?? null;
  const day = dayOfJudgement(tree, code, period, readAt);
  const { name, nameEn = null, label = null } = area;
  const all = await notes(context, unitsBelow(tree, code), period, zone);
  return {
    format: 1,
    kind,
    months,
    ...period,
    area: { code, name, nameEn, label, kind: area.kind, zone },
    demo: area.demo,
    running: asked.running,
    rule,
    asOf: new Date(asOf).toISOString(),
    knownSeq: head?.seq ?? 0,
    knownAt: head?.at.toISOString() ?? null,
    readAt: new Date(readAt).toISOString(),
    speaking: {
      satisfied: speaking(now.get('satisfied'), area),
      onTimeOfSettled: speaking(now.get('onTimeOfSettled'), area),
      within: speaking(now.get('within'), area),
    },
    targets: metrics.map((metric) =>
      reportTarget({
        metric,
        target: targetOf(tree, code, TARGET_OF[metric] ?? 'satisfied', day),
        count: countOf(now.get(metric)),
        previous: { ...countOf(before.get(metric)), period: asked.previous },
        lastYear: { ...countOf(lastYear.get(metric)), period: asked.lastYear },
        changedOn,
      }),
    ),
    units: isUnit(area) ? [] : metrics.map((metric) => ({ metric, units: unitsOf(now.get(metric)) })),
    kpis: await kpis(context, code, {
      period,
      service: null,
      counter: null,
      within: null,
      rule,
      procedure: null,
      handler: null,
      asOf: asOf === readAt ? null : asOf,
      knownAt: null,
    }),
    handlers: (await handlerLines(context, code, { period, rule })).map((line) => ({
      ...line,
      name: tree.areas.get(line.handler ?? '')?.name ?? line.handler,
      nameEn: tree.areas.get(line.handler ?? '')?.nameEn ?? null,
    })),
    owing: await owing(context, code, period),
    notes: all.map((note) => {
      const unit = tree.areas.get(note.unit);
      return { ...note, name: unit?.name ?? note.unit, nameEn: unit?.nameEn ?? null };
    }),
  };
}

const hasQueue = ({ tree }: ReadContext, code: string): boolean =>
  unitsBelow(tree, code).some((unit) => tree.areas.get(unit)?.queue !== 'none');

const comparison = (
  context: ReadContext,
  code: string,
  metric: ReportMetric,
  period: Period,
  rule: DueRule,
): Promise<CompareAnswer> =>
  compare(context, code, {
    metric,
    level: 'units',
    period,
    rule,
    service: null,
    within: null,
    procedure: null,
    handler: null,
  });

/** One connection answers one question after the other. */
async function inTurn<K, V>(keys: readonly K[], ask: (key: K) => Promise<V>): Promise<Map<K, V>> {
  const answers = new Map<K, V>();
  for (const key of keys) answers.set(key, await ask(key));
  return answers;
}

const countOf = (answer: CompareAnswer | undefined): { n: number; of: number } => ({
  n: answer?.total.n ?? 0,
  of: answer?.total.of ?? 0,
});

const unitsOf = (answer: CompareAnswer | undefined): ReportUnit[] =>
  (answer?.children ?? []).map(({ code, name, nameEn, target, changedOn, n, of }) =>
    reportUnit({ code, name, nameEn, target, n, of, changedOn: inside(changedOn, answer?.from) }),
  );

/** Borders that changed before the period say nothing of it. */
const inside = (changedOn: string | null, from: string | undefined): string | null =>
  changedOn !== null && from !== undefined && changedOn > from ? changedOn : null;

/** RP7: a unit speaks for itself alone. */
function speaking(answer: CompareAnswer | undefined, area: AreaDefinition): Speaking {
  if (!answer) return { units: 0, of: 0 };
  if (isUnit(area)) return { units: (answer.total.of ?? 0) > 0 ? 1 : 0, of: 1 };
  return { units: answer.children.filter(({ of }) => (of ?? 0) > 0).length, of: answer.children.length };
}

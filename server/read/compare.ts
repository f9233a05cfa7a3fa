import { borderChanges, existedIn } from '../../lib/domain/border-change.ts';
import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import type { DueRule } from '../../lib/domain/dossier/due.ts';
import { type Figure, isDossierMetric, needsQueue, TARGET_OF } from '../../lib/domain/figure.ts';
import { judge } from '../../lib/domain/judgement.ts';
import type { Period } from '../../lib/domain/period.ts';
import { targetOf } from '../../lib/domain/settings.ts';
import { type AreaDefinition, byName, childAreas, type Tree, unitsBelow } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { CompareAnswer, ComparedArea, CompareLevel } from '../../lib/wire/reads.ts';
import { dossierFigures, visitFigures } from './compared-figures.ts';
import type { ReadContext } from './context.ts';
import type { DossierFilter } from './dossier-sums.ts';
import { scopeOf } from './scope.ts';

export type CompareQuestion = DossierFilter & {
  level: CompareLevel;
  metric: ComparedMetric;
  period: Period;
  service: string | null;
  within: number | null;
  rule: DueRule;
};

/** Areas below an area against their targets, in order of need (G4). The area must be in the tree. */
export async function compare(
  context: ReadContext,
  code: string,
  question: CompareQuestion,
): Promise<CompareAnswer> {
  const { tree } = context;
  const { metric, period, service, level } = question;
  const now = context.now();
  const day = dayOfJudgement(tree, code, period, now);
  const units = scopeOf(context, code, now).filter((unit) => unit.queue || !needsQueue(metric));
  const figure = isDossierMetric(metric)
    ? await dossierFigures(context, units, { ...question, metric })
    : await visitFigures(context, units, { ...question, metric, area: code }, day, now);
  const queues = new Set(units.map((unit) => unit.unit));
  const changes = borderChanges(tree, period.to);
  const children = comparedAreas(tree, code, level).flatMap((child): ComparedArea[] => {
    const below = unitsBelow(tree, child.code).filter((unit) => queues.has(unit));
    if (below.length === 0 || !existedIn(child, period)) return [];
    const target = targetFor(tree, child.code, metric, day, service)?.value ?? null;
    const { whole: own, without } = figure(new Set(below));
    return [
      {
        code: child.code,
        name: child.name,
        nameEn: child.nameEn ?? null,
        ...own,
        target,
        changedOn: changes.get(child.code) ?? null,
        ...judged(own, target),
        without,
      },
    ];
  });
  const target = targetFor(tree, code, metric, day, service);
  const { whole: total, without: totalWithout } = figure(queues);
  return {
    metric,
    level,
    ...period,
    target: target?.value ?? null,
    targetBasis: target && {
      source: target.source,
      from: target.from,
      seconds: metric === 'within' ? (question.within ?? target.seconds) : null,
    },
    total,
    totalWithout,
    children: children.sort(byNeed),
  };
}

function comparedAreas(tree: Tree, code: string, level: CompareLevel): AreaDefinition[] {
  if (level === 'children') return childAreas(tree, code);
  return unitsBelow(tree, code).flatMap((unit) => (unit === code ? [] : (tree.areas.get(unit) ?? [])));
}

/** G3: a period is judged by what is in force on its last day, or today while it runs. */
export function dayOfJudgement(tree: Tree, code: string, { to }: Period, now: number): string {
  const area = tree.areas.get(code);
  const today = area ? localDay(area.timezone, now) : to;
  return to < today ? to : today;
}

export function targetFor(
  tree: Tree,
  code: string,
  metric: ComparedMetric,
  day: string,
  service: string | null,
) {
  const judgedBy = TARGET_OF[metric];
  return judgedBy ? targetOf(tree, code, judgedBy, day, service ?? undefined) : null;
}

function judged({ n, of }: Figure, target: number | null): Pick<ComparedArea, 'result' | 'signal' | 'few'> {
  if (of === null || target === null) return { result: null, signal: null, few: false };
  const { result, signal, few } = judge(n, of, target);
  return { result, signal, few };
}

// Clear misses first, then unclear ones, then what is met, then what cannot be judged.
const GROUPS = ['notMet clear', 'notMet withinNoise', 'met withinNoise', 'met clear', 'null null'];
const groupOf = (area: ComparedArea): number => GROUPS.indexOf(`${area.result} ${area.signal}`);
const affected = ({ n, of }: ComparedArea): number => (of === null ? 0 : of - n);
const byNeed = (a: ComparedArea, b: ComparedArea): number =>
  groupOf(a) - groupOf(b) || affected(b) - affected(a) || byName(a, b);

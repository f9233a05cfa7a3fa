import { nearestInForce } from './settings.ts';
import {
  type AlertRuleDefinition,
  type ChecklistDefinition,
  type ConductDefinition,
  lineOf,
  type PriorityDefinition,
  type ProcedureDefinition,
  type ReportingPeriodsDefinition,
  type ServiceDefinition,
  type SessionDefinition,
  type TargetDefinition,
  type Tree,
} from './tree.ts';

/** A setting with where it stands: in the area itself or above it, in force today or later. */
export type Holding<T> = T & { own: boolean; state: 'now' | 'later' };

/**
 * What of some settings holds in an area from today on, in the order in which it begins to. What a nearer area overrides
 * never holds there.
 */
function ahead<T extends { area: string }>(
  tree: Tree,
  code: string,
  today: string,
  items: ReadonlyMap<string, readonly T[]>,
  from: (item: T) => string,
  keyOf: (item: T) => string,
): Holding<T>[] {
  const line = lineOf(tree, code);
  const later = line.flatMap((area) => (items.get(area.code) ?? []).map(from)).filter((day) => day > today);
  const held = new Set<T>();
  for (const day of [today, ...new Set(later.sort())])
    for (const item of nearestInForce(line, items, day, from, keyOf).values()) held.add(item);
  return [...held].map((item) => ({
    ...item,
    own: item.area === code,
    state: from(item) > today ? 'later' : 'now',
  }));
}

/** Services, targets and opening sessions of an area from today on, without dated days that are over. */
export function settingsAhead(
  tree: Tree,
  code: string,
  today: string,
): {
  services: Holding<ServiceDefinition>[];
  targets: Holding<TargetDefinition>[];
  sessions: Holding<SessionDefinition>[];
} {
  return {
    services: ahead(
      tree,
      code,
      today,
      tree.services,
      (item) => item.effectiveFrom,
      (item) => item.service,
    ),
    targets: ahead(
      tree,
      code,
      today,
      tree.targets,
      (item) => item.effectiveFrom,
      ({ metric, service = '' }) => `${metric}/${service}`,
    ),
    sessions: ahead(
      tree,
      code,
      today,
      tree.sessions,
      (item) => item.fromDay,
      ({ scope, fromDay }) => (scope === 'week' ? scope : fromDay),
    ).filter(({ scope, fromDay }) => scope === 'week' || fromDay >= today),
  };
}

/** Procedures of an area from today on. */
export const proceduresAhead = (tree: Tree, code: string, today: string): Holding<ProcedureDefinition>[] =>
  ahead(
    tree,
    code,
    today,
    tree.procedures,
    (item) => item.effectiveFrom,
    (item) => item.procedure,
  );

/** Rules of alerts of an area from today on. */
export const alertRulesAhead = (tree: Tree, code: string, today: string): Holding<AlertRuleDefinition>[] =>
  ahead(
    tree,
    code,
    today,
    tree.alertRules,
    (item) => item.effectiveFrom,
    (item) => item.kind,
  );

/** Codes of conduct of an area from today on. */
export const conductAhead = (tree: Tree, code: string, today: string): Holding<ConductDefinition>[] =>
  ahead(
    tree,
    code,
    today,
    tree.conductSets,
    (item) => item.effectiveFrom,
    () => '',
  );

/** I9: checklists of an area from today on, but for those of the product. */
export const checklistsAhead = (tree: Tree, code: string, today: string): Holding<ChecklistDefinition>[] =>
  ahead(
    tree,
    code,
    today,
    tree.checklists,
    (item) => item.effectiveFrom,
    (item) => item.checklist,
  );

/** Rules of priority of an area from today on. */
export const priorityAhead = (tree: Tree, code: string, today: string): Holding<PriorityDefinition>[] =>
  ahead(
    tree,
    code,
    today,
    tree.priorityRules,
    (item) => item.effectiveFrom,
    () => '',
  );

/** Cut days of the reporting periods of an area from today on. */
export const cutDaysAhead = (
  tree: Tree,
  code: string,
  today: string,
): Holding<ReportingPeriodsDefinition>[] =>
  ahead(
    tree,
    code,
    today,
    tree.reportingPeriods,
    (item) => item.effectiveFrom,
    () => '',
  );

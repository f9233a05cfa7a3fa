import type { DataOf } from './events/registry.ts';
import { heldOrMade } from './held-or-made.ts';
import { localDay } from './zoned-time.ts';

export type AreaDefinition = DataOf<'area.defined'>;
export type ServiceDefinition = DataOf<'service.defined'>;
export type TargetDefinition = DataOf<'target.set'>;
export type SessionDefinition = DataOf<'sessions.set'>;
export type ProcedureDefinition = DataOf<'procedure.defined'>;
export type ReportingPeriodsDefinition = DataOf<'reporting_periods.set'>;
export type AlertRuleDefinition = DataOf<'alert_rule.set'>;
export type ConductDefinition = DataOf<'conduct.set'>;
export type PriorityDefinition = DataOf<'priority.set'>;
export type SurveyEntry = DataOf<'survey.entered'>;
export type ChecklistDefinition = DataOf<'checklist.set'>;
export type PublicFigureDefinition = DataOf<'published.figure_set'>;

/** The areas and their settings as the definitions in the log leave them. Filled by `defineIn`, read by everybody. */
export type Tree = {
  areas: Map<string, AreaDefinition>;
  children: Map<string, Set<string>>;
  services: Map<string, ServiceDefinition[]>;
  targets: Map<string, TargetDefinition[]>;
  sessions: Map<string, SessionDefinition[]>;
  procedures: Map<string, ProcedureDefinition[]>;
  reportingPeriods: Map<string, ReportingPeriodsDefinition[]>;
  alertRules: Map<string, AlertRuleDefinition[]>;
  conductSets: Map<string, ConductDefinition[]>;
  priorityRules: Map<string, PriorityDefinition[]>;
  /** U1: those that hold, by area. */
  surveys: Map<string, SurveyEntry[]>;
  checklists: Map<string, ChecklistDefinition[]>;
  /** PC4: what was last said of each measure, by area. */
  publicFigures: Map<string, PublicFigureDefinition[]>;
};

export const emptyTree = (): Tree => ({
  areas: new Map(),
  children: new Map(),
  services: new Map(),
  targets: new Map(),
  sessions: new Map(),
  procedures: new Map(),
  reportingPeriods: new Map(),
  alertRules: new Map(),
  conductSets: new Map(),
  priorityRules: new Map(),
  surveys: new Map(),
  checklists: new Map(),
  publicFigures: new Map(),
});

/** A unit is where counters stand: it takes events and has no children. */
export const isUnit = (area: { kind: string }): boolean => area.kind === 'ward' || area.kind === 'centre';

/** The unit of a code that stands at an instant; null: there is none, it is no unit, or it is gone. */
export function standingUnit({ areas }: Tree, code: string, at: number): AreaDefinition | null {
  const area = areas.get(code);
  const gone = area?.validTo !== undefined && area.validTo < localDay(area.timezone, at);
  return area && isUnit(area) && !gone ? area : null;
}

const childrenOf = (tree: Tree, code: string): Set<string> => {
  const children = heldOrMade(tree.children, code, () => new Set());
  return children;
};

export function defineArea(tree: Tree, area: AreaDefinition): void {
  const before = tree.areas.get(area.code);
  if (before?.parent) childrenOf(tree, before.parent).delete(area.code);
  tree.areas.set(area.code, area);
  if (area.parent) childrenOf(tree, area.parent).add(area.code);
}

/** Replaces the definition of the same key and effective date, or adds one. */
function put<T>(map: Map<string, T[]>, key: string, item: T, same: (held: T) => boolean): void {
  map.set(key, [...(map.get(key) ?? []).filter((held) => !same(held)), item]);
}

export function defineService(tree: Tree, item: ServiceDefinition): void {
  put(
    tree.services,
    item.area,
    item,
    (held) => held.service === item.service && held.effectiveFrom === item.effectiveFrom,
  );
}

export function setTarget(tree: Tree, item: TargetDefinition): void {
  put(
    tree.targets,
    item.area,
    item,
    (held) =>
      held.metric === item.metric &&
      held.service === item.service &&
      held.effectiveFrom === item.effectiveFrom,
  );
}

export function setSessions(tree: Tree, item: SessionDefinition): void {
  put(tree.sessions, item.area, item, (held) => held.scope === item.scope && held.fromDay === item.fromDay);
}

export function defineProcedure(tree: Tree, item: ProcedureDefinition): void {
  put(
    tree.procedures,
    item.area,
    item,
    (held) => held.procedure === item.procedure && held.effectiveFrom === item.effectiveFrom,
  );
}

export function setReportingPeriods(tree: Tree, item: ReportingPeriodsDefinition): void {
  put(tree.reportingPeriods, item.area, item, (held) => held.effectiveFrom === item.effectiveFrom);
}

export function setAlertRule(tree: Tree, item: AlertRuleDefinition): void {
  put(
    tree.alertRules,
    item.area,
    item,
    (held) => held.kind === item.kind && held.effectiveFrom === item.effectiveFrom,
  );
}

export function setConduct(tree: Tree, item: ConductDefinition): void {
  put(tree.conductSets, item.area, item, (held) => held.effectiveFrom === item.effectiveFrom);
}

export function setPriority(tree: Tree, item: PriorityDefinition): void {
  put(tree.priorityRules, item.area, item, (held) => held.effectiveFrom === item.effectiveFrom);
}

export function enterSurvey(tree: Tree, item: SurveyEntry): void {
  put(tree.surveys, item.area, item, (held) => isSameSurvey(held, item));
}

/** U1: two entries of one survey, of which the later holds. */
export const isSameSurvey = (a: SurveyEntry, b: SurveyEntry): boolean =>
  a.name === b.name && a.fromDay === b.fromDay && a.toDay === b.toDay;

export function setChecklist(tree: Tree, item: ChecklistDefinition): void {
  put(
    tree.checklists,
    item.area,
    item,
    (held) => held.checklist === item.checklist && held.effectiveFrom === item.effectiveFrom,
  );
}

export function setPublicFigure(tree: Tree, item: PublicFigureDefinition): void {
  put(tree.publicFigures, item.area, item, (held) => held.measure === item.measure);
}

/** The area and its ancestors, nearest first; empty for an unknown code. */
export function lineOf(tree: Tree, code: string): AreaDefinition[] {
  const line: AreaDefinition[] = [];
  let area = tree.areas.get(code);
  // A parent is defined before its child, so there is no loop; the length bound keeps this total all the same.
  while (area && line.length < 16) {
    line.push(area);
    area = area.parent === null ? undefined : tree.areas.get(area.parent);
  }
  return line;
}

/** The root city of an area; its own code for one that is not in the tree. */
export const rootOf = (tree: Tree, code: string): string => lineOf(tree, code).at(-1)?.code ?? code;

export const isWithin = (tree: Tree, code: string, ancestor: string): boolean =>
  lineOf(tree, code).some((area) => area.code === ancestor);

/** Direct children in the order of their names (Vietnamese alphabet). */
export function childAreas(tree: Tree, code: string): AreaDefinition[] {
  const areas: AreaDefinition[] = [];
  for (const child of tree.children.get(code) ?? []) {
    const area = tree.areas.get(child);
    if (area) areas.push(area);
  }
  return areas.sort(byName);
}

const collator = new Intl.Collator('vi', { numeric: true });
export const byName = (a: { name: string; code: string }, b: { name: string; code: string }): number =>
  collator.compare(a.name, b.name) || (a.code < b.code ? -1 : 1);

/** Codes of all units in the subtree, the area itself included when it is one. */
export function unitsBelow(tree: Tree, code: string): string[] {
  const area = tree.areas.get(code);
  if (!area) return [];
  if (isUnit(area)) return [code];
  return childAreas(tree, code).flatMap((child) => unitsBelow(tree, child.code));
}

export const rootsOf = (tree: Tree): AreaDefinition[] =>
  [...tree.areas.values()].filter((area) => area.parent === null).sort(byName);

/** The whole installation counts its days where its cities are. */
const ZONE = 'Asia/Ho_Chi_Minh';

/** The time zone of an area; `code` null: of the whole installation. */
export const zoneOf = (tree: Tree, code: string | null): string =>
  (code === null ? undefined : tree.areas.get(code)?.timezone) ?? ZONE;

/** The local day of an area at an instant (epoch ms); `code` null: of the whole installation. */
export const localDayIn = (tree: Tree, code: string | null, at: number): string =>
  localDay(zoneOf(tree, code), at);

/** Codes of the area and everything below it, units or not. */
export const areasBelow = (tree: Tree, code: string): string[] =>
  [...tree.areas.keys()].filter((one) => isWithin(tree, one, code));

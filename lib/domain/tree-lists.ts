import {
  type AlertRuleDefinition,
  type AreaDefinition,
  type ChecklistDefinition,
  type ConductDefinition,
  defineArea,
  defineProcedure,
  defineService,
  emptyTree,
  enterSurvey,
  type PriorityDefinition,
  type ProcedureDefinition,
  type PublicFigureDefinition,
  type ReportingPeriodsDefinition,
  type ServiceDefinition,
  type SessionDefinition,
  type SurveyEntry,
  setAlertRule,
  setChecklist,
  setConduct,
  setPriority,
  setPublicFigure,
  setReportingPeriods,
  setSessions,
  setTarget,
  type TargetDefinition,
  type Tree,
} from './tree.ts';

/** A tree as lists of its definitions: what can be written down. */
export type TreeLists = {
  areas: AreaDefinition[];
  services: ServiceDefinition[];
  targets: TargetDefinition[];
  sessions: SessionDefinition[];
  procedures: ProcedureDefinition[];
  reportingPeriods: ReportingPeriodsDefinition[];
  alertRules: AlertRuleDefinition[];
  conductSets: ConductDefinition[];
  priorityRules: PriorityDefinition[];
  surveys: SurveyEntry[];
  checklists: ChecklistDefinition[];
  publicFigures: PublicFigureDefinition[];
};

export const listsOfTree = (tree: Tree): TreeLists => ({
  areas: [...tree.areas.values()],
  services: [...tree.services.values()].flat(),
  targets: [...tree.targets.values()].flat(),
  sessions: [...tree.sessions.values()].flat(),
  procedures: [...tree.procedures.values()].flat(),
  reportingPeriods: [...tree.reportingPeriods.values()].flat(),
  alertRules: [...tree.alertRules.values()].flat(),
  conductSets: [...tree.conductSets.values()].flat(),
  priorityRules: [...tree.priorityRules.values()].flat(),
  surveys: [...tree.surveys.values()].flat(),
  checklists: [...tree.checklists.values()].flat(),
  publicFigures: [...tree.publicFigures.values()].flat(),
});

export function treeOfLists(lists: TreeLists): Tree {
  const tree = emptyTree();
  for (const area of lists.areas) defineArea(tree, area);
  for (const service of lists.services) defineService(tree, service);
  for (const target of lists.targets) setTarget(tree, target);
  for (const sessions of lists.sessions) setSessions(tree, sessions);
  for (const procedure of lists.procedures) defineProcedure(tree, procedure);
  for (const periods of lists.reportingPeriods) setReportingPeriods(tree, periods);
  for (const rule of lists.alertRules) setAlertRule(tree, rule);
  for (const set of lists.conductSets) setConduct(tree, set);
  for (const rule of lists.priorityRules) setPriority(tree, rule);
  for (const survey of lists.surveys) enterSurvey(tree, survey);
  for (const checklist of lists.checklists) setChecklist(tree, checklist);
  for (const figure of lists.publicFigures) setPublicFigure(tree, figure);
  return tree;
}

import { z } from 'zod';
import { alertRuleEvents } from '../../lib/domain/events/alert.ts';
import { calendarEvents } from '../../lib/domain/events/calendar.ts';
import { conductEvents } from '../../lib/domain/events/conduct.ts';
import { checklistEvents } from '../../lib/domain/events/inspection.ts';
import { priorityEvents } from '../../lib/domain/events/priority.ts';
import { publishedEvents } from '../../lib/domain/events/published.ts';
import { surveyEvents } from '../../lib/domain/events/survey.ts';
import { treeEvents } from '../../lib/domain/events/tree.ts';
import {
  defineArea,
  defineProcedure,
  defineService,
  emptyTree,
  enterSurvey,
  setAlertRule,
  setChecklist,
  setConduct,
  setPriority,
  setPublicFigure,
  setReportingPeriods,
  setSessions,
  setTarget,
} from '../../lib/domain/tree.ts';
import { given } from './given.ts';
import { epochMs } from './load-entries.ts';
import { addKey, type Memory } from './memory.ts';
import type { Query } from './query.ts';

const keyRow = z.object({
  key: z.string(),
  hash: z.string(),
  name: z.string(),
  area: z.string(),
  sources: z.array(z.string()),
  rights: z.array(z.enum(['read', 'write', 'import'])),
  types: z.array(z.string()),
  createdAt: z.number(),
  revokedAt: z.number().nullable(),
});

/** Fills the tree, the keys and the source bindings from their tables. */
export async function restoreTree(query: Query, memory: Memory): Promise<void> {
  const tree = emptyTree();
  Object.assign(memory.tree, tree);
  const areas = `SELECT code, parent, kind, name, name_en AS "nameEn", label, timezone, queue, demo, valid_from::text AS "validFrom",
    valid_to::text AS "validTo", succeeds, hotline, address FROM area ORDER BY seq`;
  for (const row of await query(areas, [])) {
    defineArea(memory.tree, treeEvents['area.defined'].parse({ ...given(row), parent: row.parent }));
  }
  const services = `SELECT area, service, name, name_en AS "nameEn", max_service_minutes AS "maxServiceMinutes",
    effective_from::text AS "effectiveFrom" FROM service ORDER BY seq`;
  for (const row of await query(services, []))
    defineService(memory.tree, treeEvents['service.defined'].parse(given(row)));
  const targets = `SELECT area, metric, nullif(service, '') AS service, value, seconds, effective_from::text AS "effectiveFrom", source
    FROM target ORDER BY seq`;
  for (const row of await query(targets, []))
    setTarget(memory.tree, treeEvents['target.set'].parse(given(row)));
  const sessions = `SELECT area, scope, from_day::text AS "fromDay", spans, source FROM opening_session ORDER BY seq`;
  for (const row of await query(sessions, []))
    setSessions(memory.tree, treeEvents['sessions.set'].parse(given(row)));
  const procedures = `SELECT area, procedure, name, name_en AS "nameEn", sector, "limit", effective_from::text AS "effectiveFrom", papers, fee, source
    FROM procedure ORDER BY seq`;
  for (const row of await query(procedures, []))
    defineProcedure(memory.tree, calendarEvents['procedure.defined'].parse(given(row)));
  const periods = `SELECT area, cut_day AS "cutDay", effective_from::text AS "effectiveFrom", source FROM reporting_periods ORDER BY seq`;
  for (const row of await query(periods, []))
    setReportingPeriods(memory.tree, calendarEvents['reporting_periods.set'].parse(given(row)));
  const rules = `SELECT area, kind, "on", raise_at AS "raiseAt", clear_at AS "clearAt", hold_minutes AS "holdMinutes",
    escalate_minutes AS "escalateMinutes", quiet, effective_from::text AS "effectiveFrom", source FROM alert_rule ORDER BY seq`;
  for (const row of await query(rules, []))
    setAlertRule(memory.tree, alertRuleEvents['alert_rule.set'].parse(given(row)));
  const conduct = `SELECT area, name, name_en AS "nameEn", points, effective_from::text AS "effectiveFrom", source
    FROM conduct_set ORDER BY seq`;
  for (const row of await query(conduct, []))
    setConduct(memory.tree, conductEvents['conduct.set'].parse(given(row)));
  const priorities = `SELECT area, groups, every, effective_from::text AS "effectiveFrom", source FROM priority_rule ORDER BY seq`;
  for (const row of await query(priorities, []))
    setPriority(memory.tree, priorityEvents['priority.set'].parse(given(row)));
  const surveys = `SELECT area, name, from_day::text AS "fromDay", to_day::text AS "toDay", n, measure, value, method, source
    FROM survey ORDER BY seq`;
  for (const row of await query(surveys, []))
    enterSurvey(memory.tree, surveyEvents['survey.entered'].parse(given(row)));
  const checklists = `SELECT area, checklist, name, name_en AS "nameEn", items, effective_from::text AS "effectiveFrom", source
    FROM checklist ORDER BY seq`;
  for (const row of await query(checklists, []))
    setChecklist(memory.tree, checklistEvents['checklist.set'].parse(given(row)));
  const figures = 'SELECT area, measure, shown, source FROM public_figure ORDER BY seq';
  for (const row of await query(figures, []))
    setPublicFigure(memory.tree, publishedEvents['published.figure_set'].parse(given(row)));
  const keys = `SELECT key, hash, name, area, sources, rights, types, ${epochMs('created_at', '"createdAt"')}, ${epochMs('revoked_at', '"revokedAt"')}
    FROM api_key`;
  for (const row of await query(keys, [])) addKey(memory, keyRow.parse(row));
  for (const row of await query('SELECT source, area FROM source', []))
    memory.sources.set(String(row.source), String(row.area));
  const [head] = await query(
    'SELECT seq::float8 AS seq, chain_hash FROM event ORDER BY seq DESC LIMIT 1',
    [],
  );
  if (head && Buffer.isBuffer(head.chain_hash))
    memory.head = { seq: Number(head.seq), hash: head.chain_hash };
}

import { isAccessEvent } from '../../lib/domain/access/rights.ts';
import { accessRefusal, lastAdminRefusal } from '../../lib/domain/access/rules.ts';
import type { Refusal } from '../../lib/domain/events/envelope.ts';
import { type MovedLimit, movedLimit } from '../../lib/domain/moved-limit.ts';
import {
  type AreaDefinition,
  defineService,
  isSameSurvey,
  isUnit,
  isWithin,
  localDayIn,
  rootOf,
  type ServiceDefinition,
  type Tree,
  unitsBelow,
} from '../../lib/domain/tree.ts';
import { isZone, localDay } from '../../lib/domain/zoned-time.ts';
import { canonical } from './content.ts';
import type { Memory } from './memory.ts';
import type { Definition } from './submission.ts';

/** What is judged or raised by them stays so. */
const FROM_TODAY: readonly Definition['type'][] = [
  'target.set',
  'alert_rule.set',
  'conduct.set',
  'priority.set',
];

const refuse = (code: string, pointer: string, detail: string): Refusal => ({ code, pointer, detail });

/** What holds under the definition's key today, for telling a repetition from a change. */
function heldDefinition({ tree, keys, rights }: Memory, definition: Definition): unknown {
  switch (definition.type) {
    case 'area.defined':
      return tree.areas.get(definition.data.code);
    case 'service.defined':
      return heldService(tree, definition.data);
    case 'target.set': {
      const { area, metric, service, effectiveFrom } = definition.data;
      return tree.targets
        .get(area)
        ?.find(
          (held) =>
            held.metric === metric && held.service === service && held.effectiveFrom === effectiveFrom,
        );
    }
    case 'sessions.set': {
      const { area, scope, fromDay } = definition.data;
      return tree.sessions.get(area)?.find((held) => held.scope === scope && held.fromDay === fromDay);
    }
    case 'procedure.defined': {
      const { area, procedure, effectiveFrom } = definition.data;
      return tree.procedures
        .get(area)
        ?.find((held) => held.procedure === procedure && held.effectiveFrom === effectiveFrom);
    }
    case 'reporting_periods.set': {
      const { area, effectiveFrom } = definition.data;
      return tree.reportingPeriods.get(area)?.find((held) => held.effectiveFrom === effectiveFrom);
    }
    case 'alert_rule.set': {
      const { area, kind, effectiveFrom } = definition.data;
      return tree.alertRules
        .get(area)
        ?.find((held) => held.kind === kind && held.effectiveFrom === effectiveFrom);
    }
    case 'conduct.set': {
      const { area, effectiveFrom } = definition.data;
      return tree.conductSets.get(area)?.find((held) => held.effectiveFrom === effectiveFrom);
    }
    case 'priority.set': {
      const { area, effectiveFrom } = definition.data;
      return tree.priorityRules.get(area)?.find((held) => held.effectiveFrom === effectiveFrom);
    }
    case 'survey.entered':
      return tree.surveys.get(definition.data.area)?.find((held) => isSameSurvey(held, definition.data));
    case 'checklist.set': {
      const { area, checklist, effectiveFrom } = definition.data;
      return tree.checklists
        .get(area)
        ?.find((held) => held.checklist === checklist && held.effectiveFrom === effectiveFrom);
    }
    case 'published.figure_set': {
      const { area, measure } = definition.data;
      return tree.publicFigures.get(area)?.find((held) => held.measure === measure);
    }
    case 'key.revoked':
      return keys.get(definition.data.key)?.revokedAt == null ? undefined : definition.data;
    case 'wall.set': {
      const { wall } = definition.data;
      const settings = rights.walls.get(wall)?.settings;
      return settings && { ...settings, wall };
    }
    case 'wall.revoked':
      return rights.walls.get(definition.data.wall)?.revoked ? definition.data : undefined;
    case 'device.revoked':
      return rights.devices.get(definition.data.device)?.revoked ? definition.data : undefined;
    case 'person.disabled':
    case 'person.enabled': {
      const disabled = rights.people.get(definition.data.person)?.disabled;
      return disabled === (definition.type === 'person.disabled') ? definition.data : undefined;
    }
    case 'person.totp_required':
      return rights.totpRequired.has(definition.data.role) === definition.data.required
        ? definition.data
        : undefined;
    default:
      return undefined;
  }
}

/** Whether a definition says only what holds already. */
export function isRepetition(memory: Memory, definition: Definition): boolean {
  const held = heldDefinition(memory, definition);
  return held !== undefined && canonical(held) === canonical(definition.data);
}

/** The rule of the tree that a definition breaks; null: none. */
export function definitionRefusal(memory: Memory, definition: Definition, now: number): Refusal | null {
  const { tree, keys } = memory;
  if (definition.type === 'area.defined') return areaRefusal(memory, definition.data, now);
  if (definition.type === 'key.revoked')
    return keys.has(definition.data.key) ? null : refuse('unknown_key', '/key', 'no such key');
  if (definition.type === 'personal.erased') return null;
  if (isAccessEvent(definition))
    return (
      accessRefusal(tree, memory.rights, definition) ??
      lastAdminRefusal(memory.rights, definition, localDayIn(tree, null, now))
    );
  const area = tree.areas.get(definition.data.area);
  if (!area) return refuse('unknown_area', '/area', 'no such area');
  const today = localDay(area.timezone, now);
  if (FROM_TODAY.includes(definition.type) && 'effectiveFrom' in definition.data) {
    if (definition.data.effectiveFrom < today)
      return refuse('effective_in_past', '/effectiveFrom', 'this never takes effect in the past');
  }
  if (definition.type === 'survey.entered' && definition.data.toDay > today)
    return refuse('period_ahead', '/toDay', 'a survey is entered when its period is over');
  if (definition.type === 'report.frozen' && definition.data.toDay >= today)
    return refuse('period_running', '/toDay', 'figures are frozen once the period is over');
  return definition.type === 'service.defined' ? serviceRefusal(memory, definition.data, now) : null;
}

const heldService = (tree: Tree, { area, service, effectiveFrom }: ServiceDefinition) =>
  tree.services.get(area)?.find((one) => one.service === service && one.effectiveFrom === effectiveFrom);

function serviceRefusal(memory: Memory, service: ServiceDefinition, now: number): Refusal | null {
  const { tree } = memory;
  if (heldService(tree, service)?.maxServiceMinutes === service.maxServiceMinutes) return null;
  const after = { ...tree, services: new Map(tree.services) };
  defineService(after, service);
  const moved = firstMoved(memory, after, service.area, now, service.service);
  const detail = moved && `from ${moved.day} on tickets of ${moved.unit} were judged by ${moved.before} min`;
  return moved && refuse('serving_limit_fixed', '/maxServiceMinutes', `${detail}; start tomorrow or later`);
}

const hasTold = ({ tree, units }: Memory, area: string): boolean =>
  unitsBelow(tree, area).some((code) => units.get(code)?.signals.has('dossiers') === true);

/** Rollups keep serving times judged by the limit of their day (G10), so it must not change behind them. */
function firstMoved(
  { tree, units }: Memory,
  after: Tree,
  area: string,
  now: number,
  service: string | null,
): MovedLimit | null {
  for (const code of unitsBelow(tree, area)) {
    const unit = units.get(code);
    const moved = unit && movedLimit(tree, after, unit, localDay(unit.zone, now), service);
    if (moved) return moved;
  }
  return null;
}

function areaRefusal(memory: Memory, area: AreaDefinition, now: number): Refusal | null {
  const { tree, units } = memory;
  if (!isZone(area.timezone)) return refuse('unknown_timezone', '/timezone', 'no such time zone');
  const parent = area.parent === null ? null : tree.areas.get(area.parent);
  if (parent === undefined) return refuse('unknown_parent', '/parent', 'the parent is not defined');
  if (parent && isUnit(parent)) return refuse('parent_is_unit', '/parent', 'a unit has no children');
  if (parent && parent.demo !== area.demo)
    return refuse('demo_mixed', '/demo', 'a demonstration tree and a real one never mix');
  if (area.kind === 'city' && parent) return refuse('city_has_parent', '/parent', 'a city is a root');
  const held = tree.areas.get(area.code);
  if (!held) return null;
  if (held.kind !== area.kind)
    return refuse('code_reused', '/code', 'this code belongs to an area of another kind');
  if (held.demo !== area.demo)
    return refuse('demo_mixed', '/demo', 'a demonstration tree and a real one never mix');
  if (held.timezone !== area.timezone && (units.get(area.code)?.signals.size ?? 0) > 0) {
    return refuse('timezone_fixed', '/timezone', 'the time zone of a unit is fixed once it has events');
  }
  if (area.parent !== null && isWithin(tree, area.parent, area.code)) {
    return refuse('parent_loop', '/parent', 'an area cannot lie below itself');
  }
  if (held.parent === area.parent) return null;
  // Dossiers are unique within their city: what a unit has told of them must not change its city.
  if (rootOf(tree, area.code) !== rootOf(tree, area.parent ?? area.code) && hasTold(memory, area.code))
    return refuse('city_fixed', '/parent', 'a unit that has told of dossiers stays in its city');
  const after = { ...tree, areas: new Map(tree.areas).set(area.code, area) };
  const moved = firstMoved(memory, after, area.code, now, null);
  const limits = moved && `${moved.before} min for ${moved.service}, there ${moved.after} min`;
  return (
    moved &&
    refuse(
      'serving_limit_fixed',
      '/parent',
      `${moved.unit} has tickets judged by ${limits}; set its own first`,
    )
  );
}

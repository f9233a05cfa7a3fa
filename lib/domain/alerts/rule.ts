import { inForce } from '../settings.ts';
import { type AlertRuleDefinition, emptyTree, lineOf, type Tree } from '../tree.ts';
import { instantOf, localDay } from '../zoned-time.ts';
import { ALERT_KINDS, type AlertKind, KIND_DEFAULTS } from './kind.ts';

/** A rule as it holds for a unit: what the definition leaves open is filled from the kind's defaults. */
export type AlertRule = {
  on: boolean;
  raiseAt: number | null;
  clearAt: number | null;
  holdMs: number;
  escalateMinutes: number;
  quiet: readonly { from: string; to: string }[];
};

/** AA1: the rule of the nearest ancestor with one in force on the local day; without one the kind's default. */
export function alertRuleOf(tree: Tree, code: string, kind: AlertKind, day: string): AlertRule {
  let set: AlertRuleDefinition | undefined;
  for (const area of lineOf(tree, code)) {
    set = inForce(
      tree.alertRules.get(area.code),
      (item) => item.effectiveFrom,
      day,
      (item) => item.kind === kind,
    );
    if (set) break;
  }
  return ruleFrom(kind, set);
}

/** AA1: a definition with what it leaves open filled in; without one the kind's default. */
export function ruleFrom(kind: AlertKind, set: AlertRuleDefinition | undefined): AlertRule {
  const defaults = KIND_DEFAULTS[kind];
  const raiseAt = set?.raiseAt ?? defaults.raiseAt;
  // A threshold set lower than the default one at which it is calm takes that along.
  const clearAt =
    set?.clearAt ?? (defaults.clearAt === null ? null : Math.min(defaults.clearAt, raiseAt ?? 0));
  return {
    on: set?.on ?? true,
    raiseAt,
    clearAt,
    holdMs: (set?.holdMinutes ?? defaults.holdMinutes) * 60_000,
    escalateMinutes: set?.escalateMinutes ?? defaults.escalateMinutes,
    quiet: set?.quiet ?? [],
  };
}

export type AlertRules = Readonly<Record<AlertKind, AlertRule>>;

/** All rules that hold for an area on a day. */
export const alertRulesOf = (tree: Tree, code: string, day: string): AlertRules =>
  // Most places set none, and every unit is asked about again and again.
  lineOf(tree, code).some((area) => tree.alertRules.has(area.code)) ? rulesOf(tree, code, day) : DEFAULTS;

const rulesOf = (tree: Tree, code: string, day: string): AlertRules =>
  Object.fromEntries(ALERT_KINDS.map((kind) => [kind, alertRuleOf(tree, code, kind, day)])) as AlertRules;

const DEFAULTS = rulesOf(emptyTree(), '', '');

/** AA3: whether the instant lies in the rule's quiet hours. */
export function isQuiet({ quiet }: Pick<AlertRule, 'quiet'>, zone: string, at: number): boolean {
  if (quiet.length === 0) return false;
  const day = localDay(zone, at);
  return quiet.some(
    ({ from, to }) => at >= instantOf(zone, day, from) && (to === '24:00' || at < instantOf(zone, day, to)),
  );
}

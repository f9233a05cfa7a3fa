import { type Metric, sessionsOf, targetOf } from '../domain/settings.ts';
import { lineOf, type Tree } from '../domain/tree.ts';
import { monthOf } from '../domain/zoned-time.ts';
import type { AreaHeader, Targets, UnitHeader } from './board.ts';

type CommonHeader = Omit<UnitHeader, 'form' | 'queue'>;

/** What every board says of its area on a local day. The area must be in the tree. */
function headerOf(tree: Tree, code: string, day: string): CommonHeader | null {
  const [area, ...ancestors] = lineOf(tree, code);
  if (!area) return null;
  return {
    code,
    name: area.name,
    nameEn: area.nameEn ?? null,
    kind: area.kind,
    label: area.label ?? null,
    path: ancestors
      .toReversed()
      .map(({ code: ancestor, name, nameEn }) => ({ code: ancestor, name, nameEn: nameEn ?? null })),
    demo: area.demo,
    timezone: area.timezone,
    day,
    monthFrom: monthOf(day),
    sessions: sessionsOf(tree, code, area.timezone, day),
  };
}

export const unitHeader = (tree: Tree, code: string, day: string): UnitHeader | null => {
  const header = headerOf(tree, code, day);
  const queue = tree.areas.get(code)?.queue;
  return header && queue ? { ...header, form: 'unit', queue } : null;
};

export const areaHeader = (
  tree: Tree,
  code: string,
  day: string,
  grain: AreaHeader['grain'],
): AreaHeader | null => {
  const header = headerOf(tree, code, day);
  return header ? { ...header, form: 'area', grain } : null;
};

/** The targets in force for an area on a day. */
export function targetsOf(tree: Tree, code: string, day: string): Targets {
  const target = (metric: Metric) => {
    const { value, seconds, source, from } = targetOf(tree, code, metric, day);
    return { value, seconds, source, from };
  };
  const { seconds: _satisfied, ...satisfied } = target('satisfied');
  const { seconds: _onTime, ...onTime } = target('onTime');
  return { satisfied, onTime, within: target('within') };
}

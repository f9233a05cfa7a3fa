import { type Change, changeOf } from '../../lib/domain/difference.ts';
import type { CompareAnswer, ComparedArea } from '../../lib/wire/reads.ts';

export const GROUPS = [
  'notMet clear',
  'notMet withinNoise',
  'met withinNoise',
  'met clear',
  'unjudged',
  'plain',
] as const;
export type Group = (typeof GROUPS)[number];

/** An area of the comparison beside its own earlier figure; `borders`: the day that keeps the two apart (G11). */
export type ComparedLine = ComparedArea & {
  earlier: ComparedArea | null;
  change: Change | null;
  borders: string | null;
};

/** The groups that have somebody, in order of need (G4); where nothing is judged all with figures are one group. */
export function groupsOf(answer: CompareAnswer, earlier: CompareAnswer | null): [Group, ComparedLine[]][] {
  const before = new Map(earlier?.children.map((area) => [area.code, area]));
  const groups = new Map<Group, ComparedLine[]>(GROUPS.map((group) => [group, []]));
  for (const area of answer.children) {
    const borders =
      earlier && area.changedOn !== null && area.changedOn > earlier.from ? area.changedOn : null;
    const beside = borders === null ? (before.get(area.code) ?? null) : null;
    groups.get(groupOf(area))?.push({
      ...area,
      earlier: beside,
      change: beside && changeOf(countOf(area), countOf(beside)),
      borders,
    });
  }
  return [...groups].filter(([, lines]) => lines.length > 0);
}

const countOf = ({ n, of }: ComparedArea): { n: number; of: number } => ({ n, of: of ?? 0 });

function groupOf({ result, signal, value, target }: ComparedArea): Group {
  if (value === null) return 'unjudged';
  if (target === null || result === null || signal === null) return 'plain';
  return `${result} ${signal}`;
}

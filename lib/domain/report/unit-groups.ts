import { grouped } from '../grouped.ts';
import { type Judgement, judge } from '../judgement.ts';
import { type Share, shareOf } from '../wilson.ts';

/** The groups of G4, what needs somebody first. */
export const UNIT_GROUPS = [
  'notMet clear',
  'notMet withinNoise',
  'met withinNoise',
  'met clear',
  'notJudged',
] as const;
export type UnitGroup = (typeof UNIT_GROUPS)[number];

/** A unit against its own target; `changedOn`: its borders changed inside the period. */
export type ReportUnit = Share &
  Judgement & {
    code: string;
    name: string;
    nameEn: string | null;
    target: number | null;
    changedOn: string | null;
  };

type Counted = Pick<ReportUnit, 'code' | 'name' | 'nameEn' | 'target' | 'changedOn'> & {
  n: number;
  of: number | null;
};

/** A unit with its count judged; without cases or without a target it has no result. */
export function reportUnit({ n, of, target, ...unit }: Counted): ReportUnit {
  const cases = target === null ? 0 : (of ?? 0);
  return { ...unit, target, ...shareOf(n, of ?? 0), ...judge(n, cases, target ?? 0) };
}

/** G4: units by result and signal, in the order they come in; empty groups are left out. Nobody has a rank. */
export function unitGroups(units: readonly ReportUnit[]): { group: UnitGroup; units: ReportUnit[] }[] {
  const of = grouped(units, groupOf);
  return UNIT_GROUPS.flatMap((group) => {
    const own = of.get(group);
    return own ? [{ group, units: own }] : [];
  });
}

const groupOf = ({ result, signal }: ReportUnit): UnitGroup =>
  result === null || signal === null ? 'notJudged' : `${result} ${signal}`;

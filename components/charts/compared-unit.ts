import { type Judgement, judge } from '../../lib/domain/judgement.ts';
import { type Share, shareOf } from '../../lib/domain/wilson.ts';

/** What the overview compares units by; each has a target of the same name. */
export type ComparedBy = 'satisfied' | 'onTime';

/** A count of one unit as it enters a comparison. */
export type UnitCount = { code: string; name: string; n: number; of: number };

/** A unit with cases: its share, its interval and how it stands against the target. */
export type ComparedUnit = UnitCount & {
  share: number;
  low: number;
  high: number;
  few: boolean;
  clearMiss: boolean;
};

/** The units that have cases, highest share first; those without cannot be compared. */
export function comparedUnits(units: readonly UnitCount[], target: number): ComparedUnit[] {
  const compared: ComparedUnit[] = [];
  for (const unit of units) {
    const { share, low, high }: Share = shareOf(unit.n, unit.of);
    if (share === null || low === null || high === null) continue;
    const { result, signal, few }: Judgement = judge(unit.n, unit.of, target);
    compared.push({ ...unit, share, low, high, few, clearMiss: result === 'notMet' && signal === 'clear' });
  }
  return compared.sort((a, b) => b.share - a.share || b.of - a.of || (a.code < b.code ? -1 : 1));
}

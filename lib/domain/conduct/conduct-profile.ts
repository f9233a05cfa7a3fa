import type { ConductPoint } from '../events/conduct.ts';
import { type Condition, isCondition } from './condition.ts';
import { type ConductSet, groupOfReason } from './conduct-set.ts';

/** How often a reason stands at ratings, each rating once, by the code of conduct of their places and days. */
export type ReasonCount = { set: ConductSet; reason: string; praised: number; lacking: number };

export type PointCount = ConductPoint & { praised: number; lacking: number };
/** `praised`: at satisfied ratings. `lacking`: at all others. */
export type CodeCount<Code extends string = string> = { code: Code; praised: number; lacking: number };

/** S7: what people say of conduct, of conditions, and in words that nobody knows. */
export type ConductProfile = {
  conduct: PointCount[];
  conditions: CodeCount<Condition>[];
  others: CodeCount[];
};

const said = ({ praised, lacking }: { praised: number; lacking: number }): number => praised + lacking;
const byText = (a: string, b: string): number => (a < b ? -1 : 1);

/**
 * S7: points of conduct by what was praised, then by what was lacking: thanks come first. Conditions and unknown reasons
 * by how often they are said. `own` gives the points that are listed even at zero, and their words.
 */
export function conductProfile(own: ConductSet, counts: readonly ReasonCount[]): ConductProfile {
  const points = new Map<string, PointCount>(
    own.points.map((point) => [point.point, { ...point, praised: 0, lacking: 0 }]),
  );
  const codes = { condition: new Map<string, CodeCount>(), other: new Map<string, CodeCount>() };
  for (const { set, reason, praised, lacking } of counts) {
    const group = groupOfReason(set, reason);
    if (group === 'conduct') {
      const words = set.points.find(({ point }) => point === reason);
      const held = points.get(reason) ?? (words && { ...words, praised: 0, lacking: 0 });
      if (held)
        points.set(reason, { ...held, praised: held.praised + praised, lacking: held.lacking + lacking });
      continue;
    }
    const held = codes[group].get(reason) ?? { code: reason, praised: 0, lacking: 0 };
    codes[group].set(reason, {
      ...held,
      praised: held.praised + praised,
      lacking: held.lacking + lacking,
    });
  }
  const bySaid = (a: CodeCount, b: CodeCount): number => said(b) - said(a) || byText(a.code, b.code);
  return {
    conduct: [...points.values()].sort(
      (a, b) => b.praised - a.praised || b.lacking - a.lacking || byText(a.point, b.point),
    ),
    conditions: [...codes.condition.values()]
      .flatMap((count) => (isCondition(count.code) ? [{ ...count, code: count.code }] : []))
      .sort(bySaid),
    others: [...codes.other.values()].sort(bySaid),
  };
}

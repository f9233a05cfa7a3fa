import { nearestInForce } from '../../lib/domain/settings.ts';
import type { DossierProfile, SimulatedProcedure } from '../../lib/domain/simulation/dossier-profile.ts';
import { randomOf } from '../../lib/domain/simulation/random.ts';
import { type AreaDefinition, lineOf, type ProcedureDefinition, type Tree } from '../../lib/domain/tree.ts';
import { codeOf } from './demo-city.ts';

/** Wards whose dossiers are worth a look; in every other one nearly all are on time. */
const SPECIAL: Readonly<Record<string, Partial<DossierProfile>>> = {
  [codeOf('Trung Giang')]: { lateShare: 0.1 },
  [codeOf('Bồ Châu')]: { lateShare: 0.08, perHour: 1.3 },
  [codeOf('Thạch Trầm')]: { lateShare: 0.14 },
  [codeOf('Liễu Ngạn')]: { acceptMinutes: 240, onlineShare: 0.7 },
  [codeOf('Ngọc Trạch')]: { supplementShare: 0.3 },
};

/** Who decides what lies in the sector of a service; others are decided by the unit's own office. */
const BODIES: Readonly<Record<string, string>> = {
  'dat-dai': 'Chi nhánh Văn phòng đăng ký đất đai',
  'kinh-doanh': 'Phòng Kinh tế',
  'bao-tro': 'Phòng Văn hóa – Xã hội',
};
const OFFICE = 'Văn phòng HĐND và UBND';

/** How the dossiers of a unit are simulated, the same on every day of a seed; null: no procedure is defined there. */
export function dossierProfileOf(
  tree: Tree,
  area: AreaDefinition,
  day: string,
  seed: number,
): DossierProfile | null {
  const [first, ...others] = proceduresIn(tree, area.code, day);
  if (!first) return null;
  const random = randomOf(`${seed}/${area.code}/dossiers`);
  const ordinary: DossierProfile = {
    unit: area.code,
    procedures: [first, ...others],
    perHour: area.kind === 'centre' ? 5 : random.between(0.6, 1.1),
    onlineShare: random.between(0.35, 0.6),
    lateShare: random.chance(0.5) ? 0 : random.between(0.003, 0.015),
    supplementShare: random.between(0.03, 0.09),
    acceptMinutes: random.between(35, 90),
  };
  return { ...ordinary, ...SPECIAL[area.code] };
}

const proceduresIn = (tree: Tree, code: string, day: string): SimulatedProcedure[] =>
  [
    ...nearestInForce(
      lineOf(tree, code),
      tree.procedures,
      day,
      (item) => item.effectiveFrom,
      (item) => item.procedure,
    ).values(),
  ].map((item) => ({
    procedure: item.procedure,
    body: BODIES[item.sector] ?? OFFICE,
    ...oftenAndLong(item.limit),
  }));

/** What takes weeks is asked for least. */
function oftenAndLong(limit: ProcedureDefinition['limit']): Pick<SimulatedProcedure, 'share' | 'days'> {
  if (limit.kind !== 'days') return { share: 5, days: 0 };
  return { share: limit.days <= 3 ? 4 : limit.days <= 10 ? 2 : 1, days: limit.days };
}

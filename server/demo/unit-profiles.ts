import { servicesOf } from '../../lib/domain/settings.ts';
import { randomOf } from '../../lib/domain/simulation/random.ts';
import type { SimulatedService, UnitProfile } from '../../lib/domain/simulation/unit-profile.ts';
import type { AreaDefinition, Tree } from '../../lib/domain/tree.ts';
import { codeOf, OF_DEVICES, SERVICES } from './demo-city.ts';

/** What makes a few units worth a look; every other unit is ordinary in its own way. */
const SPECIAL: Readonly<Record<string, Partial<UnitProfile>>> = {
  [codeOf('Lưu Hà')]: { counters: 3, load: 0.95, trouble: 'understaffed' },
  [codeOf('Hoàn Giang')]: { counters: 4, load: 0.6, trouble: 'issuingStopped' },
  [codeOf('Tân Ngọc')]: { satisfiedShare: 0.95 },
  [codeOf('Mai Thượng')]: { satisfiedShare: 0.945, load: 0.55 },
  [codeOf('Phú Hạ')]: { satisfiedShare: 0.96 },
  [codeOf('Đô Vọng')]: { counters: 2, load: 0.1, trouble: null },
  [codeOf('Kiều Lâm')]: { tells: 'gauges' },
  [codeOf(OF_DEVICES)]: { tells: 'ratings' },
};

const FEW_SERVICES: readonly [SimulatedService, SimulatedService] = [
  { service: 'submit', letter: 'A', share: 3, medianMinutes: 8, outcome: 'received' },
  { service: 'collect', letter: 'T', share: 1, medianMinutes: 3, outcome: 'collected' },
];

/** How a unit of a demonstration tree is simulated: the same on every day of the same seed. */
export function profileOf(tree: Tree, area: AreaDefinition, day: string, seed: number): UnitProfile {
  const random = randomOf(`${seed}/${area.code}/profile`);
  const centre = area.kind === 'centre';
  const ordinary: UnitProfile = {
    unit: area.code,
    tells: area.queue === 'machine' ? 'tickets' : 'ratings',
    counters: centre ? 20 : Math.floor(random.between(2, 4.4)),
    services: servicesIn(tree, area, day),
    specialised: centre,
    load: centre ? 0.68 : random.between(0.42, 0.6),
    satisfiedShare: random.between(0.979, 0.995),
    ratedShare: random.between(0.42, 0.66),
    trouble: null,
  };
  return { ...ordinary, ...SPECIAL[area.code] };
}

function servicesIn(tree: Tree, area: AreaDefinition, day: string): UnitProfile['services'] {
  const [first, ...others] = [...servicesOf(tree, area.code, day).keys()].map(
    (service, index): SimulatedService => {
      const known = SERVICES.find((item) => item.service === service);
      return {
        service,
        letter: known?.letter ?? String.fromCharCode(65 + (index % 26)),
        share: known?.share ?? 10,
        medianMinutes: known?.minutes ?? 8,
        outcome: service === 'tra-ket-qua' ? 'collected' : 'received',
      };
    },
  );
  return first ? [first, ...others] : FEW_SERVICES;
}

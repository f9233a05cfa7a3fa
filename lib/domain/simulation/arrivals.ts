import type { Random } from './random.ts';
import type { Block, SimulatedService } from './unit-profile.ts';

export type Arrival = { at: number; service: SimulatedService };

const MINUTE = 60_000;
/** Spread of service times (σ of the logarithm) and the mean it gives over the median. */
export const SERVICE_SIGMA = 0.55;
const MEAN_OVER_MEDIAN = Math.exp(SERVICE_SIGMA ** 2 / 2);

// Doors open, a peak in the first third, then a slow decline; nobody takes a number in the last minutes.
const shape = (part: number): number =>
  part > 0.93 ? 0 : 0.85 + 0.65 * Math.exp(-(((part - 0.4) / 0.22) ** 2));
const PEAK = 1.5;

/** Arrivals of a block: a Poisson stream by thinning whose mean keeps the counters busy for `load` of their time. */
export function arrivalsOf({ profile, fromAt, toAt }: Block, random: Random): Arrival[] {
  const shares = profile.services.reduce((sum, { share }) => sum + share, 0);
  const meanMs =
    (profile.services.reduce((sum, { share, medianMinutes }) => sum + share * medianMinutes, 0) / shares) *
    MEAN_OVER_MEDIAN *
    MINUTE;
  const perMs = (profile.load * profile.counters) / meanMs;
  const arrivals: Arrival[] = [];
  let at = fromAt;
  for (;;) {
    at -= Math.log(1 - random.next()) / (perMs * PEAK);
    if (at >= toAt) return arrivals;
    if (random.chance(shape((at - fromAt) / (toAt - fromAt)) / PEAK)) {
      arrivals.push({ at, service: serviceOf(profile.services, random.next() * shares) });
    }
  }
}

function serviceOf(services: Block['profile']['services'], at: number): SimulatedService {
  let rest = at;
  for (const service of services) {
    rest -= service.share;
    if (rest < 0) return service;
  }
  return services[0];
}

import type { Random } from './random.ts';
import type { Teller } from './teller.ts';
import type { Block } from './unit-profile.ts';

/** A counter of a block: when it may call, and what it serves. */
export type SimulatedCounter = {
  counter: string;
  officer: string;
  services: string[];
  breaks: { fromAt: number; toAt: number }[];
  busy: boolean;
};

const MINUTE = 60_000;

/** Counters with their breaks, and the facts of their opening and closing. Breaks are staggered. */
export function countersOf(block: Block, random: Random, { tell }: Teller): SimulatedCounter[] {
  const { profile, fromAt, toAt } = block;
  const codes = profile.services.map(({ service }) => service);
  return Array.from({ length: profile.counters }, (_, index): SimulatedCounter => {
    const counter = `Q${index + 1}`;
    const first = index % codes.length;
    const services = profile.specialised
      ? [...new Set([first, (first + 1) % codes.length])].flatMap((at) => codes[at] ?? [])
      : [];
    const officer = `cb-${profile.unit}-${index + 1}`;
    const breaks = breaksOf(block, index, random);
    const state = { counter, officer, ...(services.length > 0 && { services }) };
    tell('counter.opened', fromAt + random.between(0, 90_000), `${counter}/open`, state);
    for (const [n, pause] of breaks.entries()) {
      tell('counter.paused', pause.fromAt, `${counter}/pause${n}`, state);
      if (pause.toAt < toAt) tell('counter.opened', pause.toAt, `${counter}/back${n}`, state);
    }
    tell('counter.closed', toAt, `${counter}/close`, state);
    return { counter, officer, services, breaks, busy: false };
  });
}

// The first counter stays: a hall is never left alone.
function breaksOf(
  { profile, fromAt, toAt }: Block,
  index: number,
  random: Random,
): SimulatedCounter['breaks'] {
  const length = toAt - fromAt;
  if (index === 0) return [];
  if (profile.trouble === 'understaffed') return [{ fromAt: fromAt + length * (0.2 + 0.04 * index), toAt }];
  if (!random.chance(length > 300 * MINUTE ? 0.9 : 0.4)) return [];
  const start = fromAt + length * random.between(0.35, 0.75);
  return [{ fromAt: start, toAt: Math.min(start + random.between(12, 32) * MINUTE, toAt) }];
}

export const canCall = (counter: SimulatedCounter, at: number): boolean =>
  !counter.busy && !counter.breaks.some(({ fromAt, toAt }) => at >= fromAt && at < toAt);

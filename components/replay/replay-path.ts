import { KNOWN, type Known } from '../../lib/wire/replay.ts';

/** How many seconds pass in one. */
export const SPEEDS = [1, 10, 60, 600] as const;
export type Speed = (typeof SPEEDS)[number];

export type ReplayAsked = { area: string; at: number; known: Known; speed: Speed };

/** What leads to a moment may leave open how it is known and played. */
type Moment = Pick<ReplayAsked, 'area' | 'at'> & Partial<ReplayAsked>;

/** The address of a past moment. */
export function replayPath({ area, at, known, speed }: Moment): string {
  const query = new URLSearchParams({ area, at: new Date(at).toISOString() });
  if (known) query.set('known', known);
  if (speed) query.set('speed', String(speed));
  return `/replay?${query}`;
}

/** The question to `GET …/replay`; without `to` the board alone. */
export function replayQuestion(
  { area, at, known }: Pick<ReplayAsked, 'area' | 'at' | 'known'>,
  steps?: { to: number; seconds: number },
): string {
  const query = new URLSearchParams({ at: new Date(at).toISOString(), known });
  if (steps) {
    query.set('to', new Date(steps.to).toISOString());
    query.set('step', String(steps.seconds));
  }
  return `/areas/${encodeURIComponent(area)}/replay?${query}`;
}

type Address = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks for; what it leaves open, or says wrongly, is null. */
export function askedOf(address: Address): { [K in keyof ReplayAsked]: ReplayAsked[K] | null } {
  const text = (name: string): string => (typeof address[name] === 'string' ? address[name] : '');
  const at = Date.parse(text('at').replace(/ (?=\d{2}:\d{2}$)/, '+'));
  return {
    area: text('area') || null,
    at: Number.isFinite(at) ? at : null,
    known: KNOWN.find((one) => one === text('known')) ?? null,
    speed: SPEEDS.find((one) => String(one) === text('speed')) ?? null,
  };
}

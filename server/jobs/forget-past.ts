import { localDay } from '../../lib/domain/zoned-time.ts';
import type { Core } from '../core.ts';
import { forgetPast } from '../log/forget.ts';

const HOURLY_MS = 3_600_000;

/** Lets days that are over leave live memory; the tables keep them, and no board shows them. */
export function startForgetPast(core: Core): { stop(): Promise<void> } {
  const { accept, memory, logger } = core;
  const forget = (): void => {
    for (const unit of memory.units.values()) forgetPast(memory, unit, localDay(unit.zone, core.now()));
  };
  const hourly = setInterval(() => {
    accept.settled(forget).catch((err: unknown) => logger.warn({ err }, 'past days stay in memory for now'));
  }, HOURLY_MS);
  return { stop: async () => clearInterval(hourly) };
}

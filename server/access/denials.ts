import type { DataOf } from '../../lib/domain/events/registry.ts';
import type { Core } from '../core.ts';
import { SERVER } from '../log/actor.ts';

type Denied = DataOf<'access.denied'>;

const MINUTE_MS = 60_000;

export type Denials = { note(to: Denied['to'], code: string): void; stop(): Promise<void> };

/** Counts what was refused and writes it into the log once a minute, so that a flood of tries cannot fill it. */
export function startDenials({ door, logger }: Pick<Core, 'door' | 'logger'>, everyMs = MINUTE_MS): Denials {
  const counts = new Map<string, Denied>();
  const flush = async (): Promise<void> => {
    const denied = [...counts.values()];
    counts.clear();
    if (denied.length === 0) return;
    await door.define(
      denied.map((data) => ({ type: 'access.denied', data })),
      SERVER,
    );
  };
  const failed = (err: unknown): void => logger.error({ err }, 'refusals could not be counted');
  const timer = setInterval(() => void flush().catch(failed), everyMs);
  timer.unref();
  return {
    note(to, code) {
      const held = counts.get(`${to} ${code}`);
      if (held) held.count += 1;
      else counts.set(`${to} ${code}`, { to, code, count: 1 });
    },
    async stop() {
      clearInterval(timer);
      await flush().catch(failed);
    },
  };
}

import type { AreaDefinition } from '../../lib/domain/tree.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';
import { OPERATOR } from '../log/actor.ts';
import type { Definition } from '../log/submission.ts';
import { sessionsToOpen } from './open-day.ts';

/** Opens a session where today has none that goes on. */
export async function openToday(core: Core, root: AreaDefinition): Promise<void> {
  const data = sessionsToOpen(core.memory.tree, root, core.now());
  if (data) await defineAll(core, [{ type: 'sessions.set', data }]);
}

/** Writes definitions; throws when one is refused. */
export async function defineAll(core: Core, definitions: Definition[]): Promise<void> {
  for (const outcome of await core.door.define(definitions, OPERATOR)) {
    if (outcome.status !== 'rejected') continue;
    throw new AppError(
      'demo_refused',
      `${outcome.error.code} ${outcome.error.pointer}: ${outcome.error.detail}`,
    );
  }
}

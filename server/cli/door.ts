import { resolve } from 'node:path';
import { createLinks } from '../auth/one-time-links.ts';
import { createPeople } from '../auth/people.ts';
import { keyLines } from '../control.ts';
import { connectControl, type OperatorDoor } from '../control-client.ts';
import { controlPath } from '../control-path.ts';
import { openCore } from '../core.ts';
import { type Env, readEnv } from '../env.ts';
import { OPERATOR } from '../log/actor.ts';
import { createLogger } from '../logger.ts';
import { ownAddress } from '../own-address.ts';
import { projectFolder } from '../project-folder.ts';

/** The settings of the installation that the commands work on: a relative DATA_DIR is the server's own. */
export function cliEnv(): Env {
  const folder = resolve(projectFolder(), process.env.DATA_DIR || '.data');
  return readEnv({ ...process.env, DATA_DIR: folder, LOG_LEVEL: process.env.LOG_LEVEL || 'warn' });
}

/** Through the running server; without one this process starts the database, takes the writer's lock and works itself. */
async function openDoor(env: Env): Promise<OperatorDoor> {
  const remote = await connectControl(controlPath(env.DATA_DIR));
  if (remote) return remote;
  // Standard output belongs to the command's answer.
  const core = await openCore(env, createLogger(env.LOG_LEVEL, process.stderr));
  const people = createPeople(
    core,
    createLinks(core, () => ownAddress(env)),
  );
  return {
    submit: (events) => core.door.submit(events, { kind: 'operator' }),
    define: (definitions) => core.door.define(definitions, OPERATOR),
    tree: async () => core.memory.tree,
    keys: async () => keyLines(core),
    people: () => people.list(),
    async addPerson(given) {
      const added = await people.add(given, OPERATOR);
      const made = added.ok ? await people.link(added.person, OPERATOR) : null;
      return made ?? { faults: added.ok ? [] : added.faults };
    },
    linkPerson: (person) => people.link(person, OPERATOR),
    setDisabled: (person, disabled) => people.setDisabled(person, disabled, OPERATOR),
    close: () => core.close(),
  };
}

/** Runs `work` with the door open and closes it whatever happens. */
export async function withDoor<T>(work: (door: OperatorDoor) => Promise<T>): Promise<T> {
  const door = await openDoor(cliEnv());
  try {
    return await work(door);
  } finally {
    await door.close();
  }
}

import type { Command } from 'commander';
import type { OperatorDoor } from '../control-client.ts';
import { type JsonOption, leaf } from './command.ts';
import { withDoor } from './door.ts';

/** The command `list`: one line a thing, its columns apart by tabs. */
export const listLeaf = <T>(
  description: string,
  itemsOf: (door: OperatorDoor) => Promise<T[]>,
  columnsOf: (item: T) => string[],
): Command =>
  leaf<JsonOption>(
    'list',
    description,
    (command) => command,
    (_args, { json = false }) =>
      withDoor(async (door) => {
        const items = await itemsOf(door);
        if (json) process.stdout.write(`${JSON.stringify(items)}\n`);
        else for (const item of items) process.stdout.write(`${columnsOf(item).join('\t')}\n`);
        return 0;
      }),
  );

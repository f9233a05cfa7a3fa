import { Command } from 'commander';
import { type DataOf, sourceEvents } from '../../lib/domain/events/registry.ts';
import { newKey } from '../access/new-key.ts';
import type { KeyLine } from '../control.ts';
import type { OperatorDoor } from '../control-client.ts';
import { AppError } from '../errors.ts';
import type { Definition } from '../log/submission.ts';
import { collect, type JsonOption, leaf } from './command.ts';
import { withDoor } from './door.ts';
import { listLeaf } from './list-leaf.ts';

type KeyOptions = JsonOption & {
  area: string;
  name: string;
  source?: string[];
  read?: boolean;
  write?: boolean;
  import?: boolean;
  types?: string;
};

export const keysCommand = (): Command =>
  new Command('keys')
    .description('khóa của các hệ thống gửi và đọc số liệu · keys of the systems that send and read')
    .addCommand(createLeaf())
    .addCommand(listLeaf('các khóa · the keys', (door) => door.keys(), columnsOf))
    .addCommand(revokeLeaf());

const createLeaf = (): Command =>
  leaf<KeyOptions>(
    'create',
    'tạo khóa; khóa chỉ hiện một lần, một mình trên đầu ra chuẩn · makes a key, shown once, alone on standard output',
    (command) =>
      command
        .requiredOption('--area <code>', 'khu vực mà khóa có quyền · the area it has rights over')
        .requiredOption(
          '--name <text>',
          'tên để nhận ra, có thể trùng · a name to know it by, need not be unique',
        )
        .option(
          '--source <uri>',
          'chỉ được gửi từ nguồn này, lặp lại được · may use only these sources, repeatable',
          collect,
        )
        .option('--read', 'quyền đọc · right to read')
        .option('--write', 'quyền gửi (mặc định) · right to send (the default)')
        .option('--import', 'quyền gửi sự kiện cũ, gồm cả quyền gửi · right to send old events, and to send')
        .option('--types <a,b>', 'chỉ được gửi các loại này · may send only these types'),
    (_args, options) => withDoor((door) => createKey(door, options)),
  );

async function createKey(door: OperatorDoor, options: KeyOptions): Promise<number> {
  const { key, secret, definition } = newKey({
    name: options.name.normalize('NFC'),
    area: options.area,
    sources: options.source ?? [],
    rights: rightsOf(options),
    types: typesOf(options),
  });
  await define(door, definition);
  if (options.json) process.stdout.write(`${JSON.stringify({ id: key, key: secret })}\n`);
  else {
    process.stdout.write(`${secret}\n`);
    process.stderr.write(`mã khóa, dùng để thu hồi · id, for revoking: ${key}\n`);
  }
  return 0;
}

function rightsOf(options: KeyOptions): DataOf<'key.created'>['rights'] {
  const write = options.write || options.import || !options.read;
  return [
    ...(options.read ? (['read'] as const) : []),
    ...(write ? (['write'] as const) : []),
    ...(options.import ? (['import'] as const) : []),
  ];
}

function typesOf(options: KeyOptions): string[] {
  const types = (options.types ?? '')
    .split(',')
    .map((type) => type.trim())
    .filter(Boolean);
  const unknown = types.find((type) => !Object.hasOwn(sourceEvents, type));
  if (unknown === undefined) return types;
  const known = Object.keys(sourceEvents).join(', ');
  throw new AppError(
    'unknown_type',
    `--types: không có loại "${unknown}" · there is no type "${unknown}"; ${known}`,
  );
}

const columnsOf = (key: KeyLine): string[] => [
  key.key,
  key.name,
  key.area,
  key.rights.join('+'),
  key.sources.join(' ') || '*',
  key.types.join(' ') || '*',
  new Date(key.createdAt).toISOString(),
  key.revokedAt === null ? '' : `đã thu hồi · revoked ${new Date(key.revokedAt).toISOString()}`,
];

const revokeLeaf = (): Command =>
  leaf<JsonOption>(
    'revoke',
    'thu hồi khóa · revokes a key',
    (command) => command.argument('<id>', 'mã khóa trong danh sách · id from the list'),
    ([key = ''], { json = false }) =>
      withDoor(async (door) => {
        await define(door, { type: 'key.revoked', data: { key } });
        if (json) process.stdout.write(`${JSON.stringify({ id: key })}\n`);
        else process.stdout.write(`đã thu hồi · revoked ${key}\n`);
        return 0;
      }),
  );

async function define(door: OperatorDoor, definition: Definition): Promise<void> {
  const [outcome] = await door.define([definition]);
  if (outcome?.status !== 'rejected') return;
  throw new AppError(
    outcome.error.code,
    `${outcome.error.code} ${outcome.error.pointer}: ${outcome.error.detail}`,
  );
}

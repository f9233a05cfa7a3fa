import { Command } from 'commander';
import { addPersonRequest, type LinkMade, type PersonLine } from '../../lib/wire/access/administration.ts';
import type { OperatorDoor } from '../control-client.ts';
import { AppError } from '../errors.ts';
import { type JsonOption, leaf } from './command.ts';
import { withDoor } from './door.ts';
import { listLeaf } from './list-leaf.ts';

type CreateOptions = JsonOption & {
  name: string;
  role: string;
  area: string;
  email?: string;
  login?: string;
  from?: string;
  to?: string;
};

export const usersCommand = (): Command =>
  new Command('users')
    .description('người dùng · people who sign in')
    .addCommand(createLeaf())
    .addCommand(listLeaf('những người dùng · the people', (door) => door.people(), columnsOf))
    .addCommand(linkLeaf())
    .addCommand(disableLeaf());

const createLeaf = (): Command =>
  leaf<CreateOptions>(
    'create',
    'thêm người; liên kết để bắt đầu chỉ hiện một lần, một mình trên đầu ra chuẩn · adds a person; the link to begin is shown once, alone on standard output',
    (command) =>
      command
        .requiredOption('--name <text>', 'họ tên · full name')
        .requiredOption('--role <role>', 'vai trò · admin, leader, head, clerk, officer, inspector, analyst')
        .requiredOption(
          '--area <code>',
          'khu vực của vai trò; "*" là toàn hệ thống, chỉ cho admin · the area of the role; "*" is everything, for admin alone',
        )
        .option('--email <address>', 'thư điện tử · e-mail')
        .option(
          '--login <name>',
          'tên đăng nhập; mặc định lấy từ thư điện tử · user name; by default that of the e-mail',
        )
        .option('--from <day>', 'ngày đầu, YYYY-MM-DD · first day')
        .option('--to <day>', 'ngày cuối, YYYY-MM-DD · last day'),
    (_args, options) => withDoor((door) => createUser(door, options)),
  );

async function createUser(
  door: OperatorDoor,
  { json, from, to, ...options }: CreateOptions,
): Promise<number> {
  const given = addPersonRequest.safeParse({
    name: options.name,
    role: options.role,
    area: options.area === '*' ? null : options.area,
    login: options.login ?? options.email?.split('@', 1)[0] ?? '',
    ...(options.email !== undefined && { email: options.email }),
    ...(from !== undefined && { fromDay: from }),
    ...(to !== undefined && { toDay: to }),
  });
  if (!given.success)
    throw refused(
      given.error.issues.map(
        ({ path, message }) => `${OPTION[String(path[0])] ?? String(path[0])}: ${message}`,
      ),
    );
  const made = await door.addPerson(given.data);
  if ('faults' in made)
    throw refused(made.faults.map(({ pointer, rule }) => `${OPTION[pointer.slice(1)] ?? pointer}: ${rule}`));
  return sayLink(made, json);
}

/** Which option a field comes from. */
const OPTION: Record<string, string> = {
  name: '--name',
  role: '--role',
  area: '--area',
  email: '--email',
  login: '--login',
  fromDay: '--from',
  toDay: '--to',
};

const refused = (lines: readonly string[]): AppError =>
  new AppError('bad_input', `Chưa đúng · not right\n${lines.join('\n')}`);

function sayLink(made: LinkMade, json = false): number {
  if (json) process.stdout.write(`${JSON.stringify(made)}\n`);
  else {
    process.stdout.write(`${made.link}\n`);
    process.stderr.write(`mã · code: ${made.person}; đến · until ${made.expiresAt}\n`);
  }
  return 0;
}

const columnsOf = (person: PersonLine): string[] => [
  person.person,
  person.login,
  person.name,
  person.grants.map(({ role, area }) => `${role}@${area ?? '*'}`).join(' '),
  person.joined ? '' : 'chưa vào · has not joined',
  person.disabled ? 'đã khóa · disabled' : '',
];

const WHO = ['<login>', 'tên đăng nhập hoặc mã · user name or code'] as const;

const linkLeaf = (): Command =>
  leaf<JsonOption>(
    'link',
    'liên kết mới để vào, một mình trên đầu ra chuẩn · a new link to get in, alone on standard output',
    (command) => command.argument(...WHO),
    ([who = ''], { json }) =>
      withDoor(async (door) => {
        const made = await door.linkPerson(await codeOf(door, who));
        if (!made) throw unknown(who);
        return sayLink(made, json);
      }),
  );

const disableLeaf = (): Command =>
  leaf<JsonOption & { undo?: boolean }>(
    'disable',
    'khóa người dùng, mọi phiên kết thúc ngay · disables a person, every session ends at once',
    (command) => command.argument(...WHO).option('--undo', 'mở khóa · enables again'),
    ([who = ''], { json = false, undo = false }) =>
      withDoor(async (door) => {
        const person = await codeOf(door, who);
        const faults = await door.setDisabled(person, !undo);
        if (faults.length > 0) throw refused(faults.map(({ pointer, rule }) => `${pointer}: ${rule}`));
        if (json) process.stdout.write(`${JSON.stringify({ person, disabled: !undo })}\n`);
        else process.stdout.write(`${undo ? 'đã mở khóa · enabled' : 'đã khóa · disabled'} ${person}\n`);
        return 0;
      }),
  );

const unknown = (who: string): AppError =>
  new AppError('unknown_person', `Không có người này · there is no such person: ${who}`);

async function codeOf(door: OperatorDoor, who: string): Promise<string> {
  const people = await door.people();
  const found = people.find(({ person, login }) => person === who || login === who.toLowerCase());
  if (!found) throw unknown(who);
  return found.person;
}

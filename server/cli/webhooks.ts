import { Command } from 'commander';
import { readEnv } from '../env.ts';
import { AppError } from '../errors.ts';
import { addWebhook, readWebhooks, removeWebhook } from '../notices/webhooks-file.ts';
import { type JsonOption, leaf } from './command.ts';

export const webhooksCommand = (): Command =>
  new Command('webhooks')
    .description('nơi nhận cảnh báo và bản tin theo Standard Webhooks · receivers of alerts and briefs')
    .addCommand(addLeaf())
    .addCommand(listLeaf())
    .addCommand(removeLeaf());

const dataDir = (): string => readEnv(process.env).DATA_DIR;

const addLeaf = (): Command =>
  leaf<JsonOption & { area: string; url: string }>(
    'add',
    'thêm nơi nhận; khóa ký chỉ hiện một lần, một mình trên đầu ra chuẩn · adds one; its signing secret is shown once, alone on standard output',
    (command) =>
      command
        .requiredOption('--area <code>', 'nhận việc của khu vực này và bên dưới · what it hears of')
        .requiredOption('--url <url>', 'địa chỉ nhận, https · where to post'),
    async (_args, { json = false, area, url }) => {
      const { id, secret } = await addWebhook(dataDir(), { area, url });
      if (json) process.stdout.write(`${JSON.stringify({ id, secret })}\n`);
      else {
        process.stdout.write(`${secret}\n`);
        process.stderr.write(`mã, dùng để gỡ · id, for removing: ${id}\n`);
      }
      return 0;
    },
  );

const listLeaf = (): Command =>
  leaf<JsonOption>(
    'list',
    'các nơi nhận · the receivers',
    (command) => command,
    async (_args, { json = false }) => {
      const webhooks = (await readWebhooks(dataDir())).map(({ secret: _, ...shown }) => shown);
      if (json) process.stdout.write(`${JSON.stringify(webhooks)}\n`);
      else for (const { id, area, url } of webhooks) process.stdout.write(`${[id, area, url].join('\t')}\n`);
      return 0;
    },
  );

const removeLeaf = (): Command =>
  leaf<JsonOption>(
    'remove',
    'gỡ một nơi nhận · removes one',
    (command) => command.argument('<id>', 'mã trong danh sách · id from the list'),
    async ([id = ''], { json = false }) => {
      if (!(await removeWebhook(dataDir(), id)))
        throw new AppError('unknown_webhook', 'không có nơi nhận này · there is no such receiver');
      if (json) process.stdout.write(`${JSON.stringify({ id })}\n`);
      else process.stdout.write(`đã gỡ · removed ${id}\n`);
      return 0;
    },
  );

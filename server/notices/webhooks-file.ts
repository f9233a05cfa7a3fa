import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { areaCode } from '../../lib/domain/events/place.ts';
import { newCode } from '../access/secret.ts';
import { AppError, errorCode } from '../errors.ts';

const webhook = z.object({
  id: z.string(),
  area: areaCode,
  url: z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)),
  secret: z.string().regex(/^whsec_[A-Za-z0-9+/=]{32,}$/),
});

/** Where messages about an area are posted, and what signs them. */
export type Webhook = z.output<typeof webhook>;

const fileIn = (dataDir: string): string => join(dataDir, 'webhooks.json');

/** The webhooks of this installation: kept with their secrets in the data folder, readable by its owner alone. */
export async function readWebhooks(dataDir: string): Promise<Webhook[]> {
  let text: string;
  try {
    text = await readFile(fileIn(dataDir), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
  const read = z.array(webhook).safeParse(JSON.parse(text));
  if (read.success) return read.data;
  throw new AppError('bad_webhooks', `webhooks.json: ${read.error.issues[0]?.path.join('/')}`);
}

async function write(dataDir: string, webhooks: readonly Webhook[]): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const draft = `${fileIn(dataDir)}.part`;
  await writeFile(draft, `${JSON.stringify(webhooks, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, fileIn(dataDir));
}

/** A new webhook with a secret of its own. Error: bad_url. */
export async function addWebhook(dataDir: string, given: Pick<Webhook, 'area' | 'url'>): Promise<Webhook> {
  const read = webhook.safeParse({
    ...given,
    id: newCode('wh'),
    secret: `whsec_${randomBytes(32).toString('base64')}`,
  });
  if (!read.success)
    throw new AppError(
      'bad_url',
      'địa chỉ hoặc mã khu vực không hợp lệ · the address or the area code is not valid',
    );
  await write(dataDir, [...(await readWebhooks(dataDir)), read.data]);
  return read.data;
}

/** Whether there was one of this id. */
export async function removeWebhook(dataDir: string, id: string): Promise<boolean> {
  const held = await readWebhooks(dataDir);
  const kept = held.filter((one) => one.id !== id);
  if (kept.length === held.length) return false;
  await write(dataDir, kept);
  return true;
}

import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError, errorCode } from '../errors.ts';
import { syncFolder } from '../sync-folder.ts';

/**
 * What stands in DATA_DIR and nothing else can give back: signed letters, which are evidence, and an office's own
 * templates. In a backup each is a run of lines, one for each part.
 */
const PATHS = /^(?:signed-letters\/[0-9a-f]{2}\/([0-9a-f]{64})|templates\/[\w.-]{1,100}\.docx)$/;
const FOLDERS = ['signed-letters', 'templates'];

/** Bytes of one line: short enough that a line is nothing to hold in memory. */
const PART = 192 * 1024;

/** The name under which parts of files stand among the tables of a backup. */
export const FILE = 'file';

const filePart = z.object({
  /** Below DATA_DIR, with "/". */
  path: z.string().regex(PATHS),
  last: z.boolean(),
  base64: z.base64(),
});

/** Every kept file of a data folder, part by part, as JSON texts. */
export async function* fileParts(dataDir: string): AsyncGenerator<string> {
  for (const folder of FOLDERS) {
    const names = await readdir(join(dataDir, folder), { recursive: true }).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    });
    for (const name of names.sort()) {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      if (PATHS.test(path)) yield* partsOf(dataDir, path);
    }
  }
}

async function* partsOf(dataDir: string, path: string): AsyncGenerator<string> {
  let file: FileHandle;
  try {
    file = await open(join(dataDir, path), 'r');
  } catch (error) {
    // Erased since the folder was read.
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  try {
    const { size } = await file.stat();
    for (let from = 0; from === 0 || from < size; from += PART) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(PART), 0, PART, from);
      const base64 = buffer.subarray(0, bytesRead).toString('base64');
      yield JSON.stringify({ path, last: from + PART >= size, base64 } satisfies z.input<typeof filePart>);
    }
  } finally {
    await file.close();
  }
}

function partOf(row: string): z.output<typeof filePart> | undefined {
  try {
    return filePart.safeParse(JSON.parse(row)).data;
  } catch {
    // What is not JSON is damaged like what is no part.
    return undefined;
  }
}

const damaged = (why: string): AppError =>
  new AppError('backup_damaged', `Tệp trong bản sao lưu hỏng · a file in the backup is damaged: ${why}`);

/** Puts files of a backup back. What stands in the folder already stays as it is. */
export type FileRestorer = {
  /** Takes parts in the order of the backup. Error: backup_damaged. */
  take(rows: readonly string[]): Promise<void>;
  /** Gives every whole file its name. Error: backup_damaged where one is cut off. */
  finish(): Promise<void>;
  /** Removes whatever this has written. */
  undo(): Promise<void>;
};

export function fileRestorer(dataDir: string): FileRestorer {
  const written: { draft: string; path: string }[] = [];
  const named: string[] = [];
  let current: { path: string; draft: string; file: FileHandle; hash: ReturnType<typeof createHash> } | null =
    null;

  async function begin(path: string): Promise<NonNullable<typeof current>> {
    const draft = `${join(dataDir, path)}.restored`;
    await mkdir(dirname(draft), { recursive: true, mode: 0o700 });
    written.push({ draft, path });
    return { path, draft, file: await open(draft, 'w', 0o600), hash: createHash('sha256') };
  }

  async function end({ path, file, hash }: NonNullable<typeof current>): Promise<void> {
    await file.sync();
    await file.close();
    const signed = PATHS.exec(path)?.[1];
    if (signed !== undefined && hash.digest('hex') !== signed) throw damaged(path);
  }

  return {
    async take(rows) {
      for (const row of rows) {
        const part = partOf(row);
        if (!part || (current && current.path !== part.path)) throw damaged(part?.path ?? 'unreadable');
        current ??= await begin(part.path);
        const content = Buffer.from(part.base64, 'base64');
        await current.file.writeFile(content);
        current.hash.update(content);
        if (!part.last) continue;
        const whole = current;
        current = null;
        await end(whole);
      }
    },
    async finish() {
      if (current) throw damaged(current.path);
      for (const { draft, path } of written) {
        const place = join(dataDir, path);
        const free = await open(place, 'r').then(
          (held) => held.close().then(() => false),
          () => true,
        );
        if (!free) {
          await rm(draft);
          continue;
        }
        await rename(draft, place);
        named.push(place);
        await syncFolder(dirname(place));
      }
    },
    async undo() {
      await current?.file.close();
      for (const place of [...written.map(({ draft }) => draft), ...named]) await rm(place, { force: true });
    },
  };
}

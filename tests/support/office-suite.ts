import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** LibreOffice where this machine has one. */
const soffice = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find((path) => existsSync(path));

/** What a test says that is skipped for want of it. */
export const NO_OFFICE_SUITE = soffice ? null : 'LibreOffice (soffice) is not on this machine';

/** A Word file as LibreOffice opens it and prints it to PDF. */
export async function printedByOfficeSuite(docx: Uint8Array): Promise<Buffer> {
  if (!soffice) throw new Error('no office suite');
  const folder = await mkdtemp(join(tmpdir(), 'td-office-'));
  try {
    await writeFile(join(folder, 'letter.docx'), docx);
    // A profile of its own: a second LibreOffice with the same one would hand over to the first and leave.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const args = [
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'letter.docx'),
    ];
    await run(soffice, args, { timeout: 90_000 });
    return await readFile(join(folder, 'letter.pdf'));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

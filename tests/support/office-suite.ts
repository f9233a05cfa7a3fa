import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
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

/** The same for workbooks: LibreOffice may be installed without Calc. */
export const NO_CALC =
  soffice && existsSync(join(dirname(realpathSync(soffice)), 'libsclo.so'))
    ? null
    : 'LibreOffice Calc is not on this machine';

/** A Word file as LibreOffice opens it and prints it to PDF. */
export const printedByOfficeSuite = (docx: Uint8Array): Promise<Buffer> =>
  convertedByOfficeSuite(docx, 'docx', 'pdf');

/** A workbook as LibreOffice opens it: its sheet `n`, counted from 1, as CSV with values as they are stored. */
export const sheetByOfficeSuite = (xlsx: Uint8Array, n: number): Promise<Buffer> =>
  // Comma, double quotes, UTF-8, from line 1; values as stored rather than as shown; of one sheet.
  convertedByOfficeSuite(
    xlsx,
    'xlsx',
    `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,${n}`,
  );

/** A file opened by LibreOffice and saved as another kind. */
async function convertedByOfficeSuite(file: Uint8Array, extension: string, to: string): Promise<Buffer> {
  if (!soffice) throw new Error('no office suite');
  const folder = await mkdtemp(join(tmpdir(), 'td-office-'));
  try {
    const given = join(folder, `file.${extension}`);
    await writeFile(given, file);
    // A profile of its own: a second LibreOffice with the same one would hand over to the first and leave.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    await run(soffice, [profile, '--headless', '--convert-to', to, '--outdir', folder, given], {
      timeout: 90_000,
    });
    const made = (await readdir(folder)).find((name) => name.endsWith(`.${to.split(':')[0]}`));
    return await readFile(join(folder, made ?? ''));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

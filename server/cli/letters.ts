import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { type ApologyLetter, apologyLetter } from '../../lib/domain/apology/letter.ts';
import { type FormName, formOf } from '../../lib/domain/apology/letter-form.ts';
import { AppError, errorCode } from '../errors.ts';
import { faultsOfInput } from '../http/bad-input.ts';
import { letterFileName, letterFiles, standardFiles } from '../letters/letter-files.ts';
import { letterTexts } from '../letters/letter-texts.ts';
import { placeOf } from './caller-folder.ts';
import { type JsonOption, leaf } from './command.ts';
import { cliEnv } from './door.ts';

type DraftOptions = JsonOption & { docx?: string; pdf?: string; standard?: boolean };
type TemplateOptions = JsonOption & { kind: FormName };

export const lettersCommand = (): Command =>
  new Command('letters')
    .description('văn bản xin lỗi · letters of apology')
    .addCommand(draftLeaf())
    .addCommand(templateLeaf());

const draftLeaf = (): Command =>
  leaf<DraftOptions>(
    'draft',
    'soạn văn bản xin lỗi từ tệp JSON ra Word và PDF, theo mẫu riêng DATA_DIR/templates nếu có · drafts a letter from a JSON file as Word and PDF, by the own template in DATA_DIR/templates where there is one',
    (command) =>
      command
        .argument('<json>', 'nội dung văn bản · what the letter says')
        .option('--docx <file>', 'tệp Word mới · a new Word file')
        .option('--pdf <file>', 'tệp PDF mới · a new PDF file')
        .option('--standard', 'theo mẫu gốc, dù cơ quan có mẫu riêng · by the standard template in any case'),
    async ([json = ''], options) => {
      const letter = await readLetter(json);
      const { DATA_DIR } = cliEnv();
      const now = new Date();
      const { docx, pdf } = await (options.standard
        ? standardFiles(letter, now)
        : letterFiles(letter, DATA_DIR, now));
      if (options.pdf !== undefined && pdf === null) {
        const { ownTemplatePath } = await import('../letters/letter-template.ts');
        throw failed('templates', 'no_pdf_of_own_template', ownTemplatePath(DATA_DIR, formOf(letter)));
      }
      const byName = options.docx === undefined && options.pdf === undefined;
      const name = letterFileName(letter, 'vi');
      const files = [
        { file: byName ? `${name}.docx` : options.docx, content: docx },
        { file: byName ? `${name}.pdf` : options.pdf, content: pdf },
      ];
      const written: string[] = [];
      for (const { file, content } of files)
        if (file !== undefined && content !== null) written.push(await writeNew(file, content));
      return say(written, options.json);
    },
  );

const templateLeaf = (): Command =>
  leaf<TemplateOptions>(
    'template',
    'ghi mẫu gốc ra tệp Word để sửa thành mẫu riêng · writes the standard template as a Word file, to be made into an own one',
    (command) =>
      command
        .argument('<docx>', 'tệp Word mới · a new Word file')
        .addOption(
          new Option(
            '--kind <kind>',
            'chậm kết quả, đã trả chậm, hoặc cách phục vụ · a late result, one that is there, or conduct',
          )
            .choices(['late', 'settled', 'conduct'])
            .default('late'),
        ),
    async ([file = ''], { kind, json }) => {
      const { standardTemplate } = await import('../letters/letter-template.ts');
      return say([await writeNew(file, await standardTemplate(kind))], json);
    },
  );

async function readLetter(given: string): Promise<ApologyLetter> {
  const path = placeOf(given);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw failed('files', 'no_file', path, error);
  });
  const read = apologyLetter.safeParse(parsed(text, path), { reportInput: true });
  if (read.success) return read.data;
  const lines = faultsOfInput(read.error).map(
    ({ pointer, rule }) => `${pointer || '/'}: ${letterTexts(`rules.${rule}`)}`,
  );
  throw new AppError('bad_letter', [letterTexts('files.bad_letter'), ...lines].join('\n'));
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw failed('files', 'not_json', path, error);
  }
}

/** A new file, for its owner alone: it names a citizen. A letter that somebody has worked on is never written over. */
async function writeNew(given: string, content: Buffer): Promise<string> {
  const path = resolve(process.env.INIT_CWD || '.', given);
  await writeFile(path, content, { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    throw errorCode(error) === 'EEXIST' ? failed('files', 'file_exists', path) : error;
  });
  return path;
}

function say(written: readonly string[], json = false): number {
  if (json) process.stdout.write(`${JSON.stringify({ written })}\n`);
  else for (const file of written) process.stdout.write(`${letterTexts('files.written', { file })}\n`);
  return 0;
}

const failed = (group: string, code: string, file: string, cause?: unknown): AppError =>
  new AppError(code, letterTexts(`${group}.${code}`, { file }), cause);

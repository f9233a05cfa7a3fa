import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { PatchType, patchDetector, patchDocument, TextRun } from 'docx';
import { type FieldLines, LETTER_FIELDS } from '../../lib/domain/apology/letter-fields.ts';
import { type FormName, LETTER_FORMS } from '../../lib/domain/apology/letter-form.ts';
import { AppError, errorCode } from '../errors.ts';
import { letterDocx } from './letter-docx.ts';
import { letterLayout } from './letter-layout.ts';
import { letterTexts } from './letter-texts.ts';

const MAX_BYTES = 5 * 1024 * 1024;

/** Where an office puts its own template: by the form's number, such as `templates/mau-04.docx`. */
export const ownTemplatePath = (dataDir: string, form: FormName): string =>
  join(dataDir, 'templates', `${LETTER_FORMS[form].code}.docx`);

/** The standard letter with `{{placeholders}}` in place of its words, to be changed in Word. */
export function standardTemplate(form: FormName): Promise<Buffer> {
  const { kind } = LETTER_FORMS[form];
  const fields = Object.keys(LETTER_FIELDS[kind]).map((field) => [field, [`{{${field}}}`]]);
  return letterDocx(letterLayout(kind, Object.fromEntries(fields)));
}

/** The office's own template, null where it has none. Errors: those of `checkTemplate`, template_unreadable. */
export async function ownTemplate(dataDir: string, form: FormName): Promise<Buffer | null> {
  const path = ownTemplatePath(dataDir, form);
  const content = await contentOf(path);
  if (content !== null) await checkTemplate(path, content, form);
  return content;
}

/** Errors: template_unreadable, template_incomplete, template_unknown_field; each names the fields. */
async function checkTemplate(path: string, content: Buffer, form: FormName): Promise<void> {
  const found = new Set(await placeholdersOf(path, content));
  const fields = Object.entries(LETTER_FIELDS[LETTER_FORMS[form].kind]);
  const known = new Set(fields.map(([field]) => field));
  const unknown = [...found].filter((field) => !known.has(field));
  if (unknown.length > 0) throw refused('template_unknown_field', path, unknown);
  const missing = fields.filter(([field, required]) => required && !found.has(field));
  if (missing.length > 0)
    throw refused(
      'template_incomplete',
      path,
      missing.map(([field]) => field),
    );
}

/** A template with a letter's words in its places; each takes the look of its placeholder. */
export function filledTemplate(template: Buffer, form: FormName, fields: FieldLines): Promise<Buffer> {
  const known = Object.keys(LETTER_FIELDS[LETTER_FORMS[form].kind]) as (keyof FieldLines)[];
  const patches = known.map((field) => [
    field,
    {
      type: PatchType.PARAGRAPH,
      children: (fields[field] ?? []).map((text, at) => new TextRun({ text, break: at > 0 ? 1 : undefined })),
    },
  ]);
  return patchDocument({
    outputType: 'nodebuffer',
    data: template,
    patches: Object.fromEntries(patches),
    trimPlaceholders: true,
  });
}

async function contentOf(path: string): Promise<Buffer | null> {
  try {
    const file = await open(path);
    try {
      if ((await file.stat()).size > MAX_BYTES) throw refused('template_unreadable', path);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error instanceof AppError ? error : refused('template_unreadable', path, [], error);
  }
}

async function placeholdersOf(path: string, content: Buffer): Promise<readonly string[]> {
  try {
    return await patchDetector({ data: content, trimPlaceholders: true });
  } catch (error) {
    throw refused('template_unreadable', path, [], error);
  }
}

const refused = (code: string, file: string, fields: readonly string[] = [], cause?: unknown): AppError =>
  new AppError(
    code,
    letterTexts(`templates.${code}`, { file, fields: fields.map((field) => `{{${field}}}`).join(', ') }),
    cause,
  );

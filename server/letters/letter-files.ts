import type { ApologyLetter } from '../../lib/domain/apology/letter.ts';
import { fieldLines } from '../../lib/domain/apology/letter-fields.ts';
import { formOf } from '../../lib/domain/apology/letter-form.ts';
import type { Locale } from '../../lib/i18n/locale.ts';
import { letterLayout } from './letter-layout.ts';
import { letterText } from './letter-texts.ts';

/**
 * A letter ready for the printer. `pdf` is null where the office's own template is used: it can be drawn from the
 * standard layout only, and a PDF that says the same in other words would be a second letter. The office exports it
 * from its Word file.
 */
export type LetterFiles = { docx: Buffer; pdf: Buffer | null };

/** Draws a letter, by the office's own template in `dataDir` where there is one. Errors: those of `ownTemplate`. */
export async function letterFiles(letter: ApologyLetter, dataDir: string, at: Date): Promise<LetterFiles> {
  const { filledTemplate, ownTemplate } = await import('./letter-template.ts');
  const form = formOf(letter);
  const own = await ownTemplate(dataDir, form);
  if (own === null) return standardFiles(letter, at);
  return { docx: await filledTemplate(own, form, fieldLines(letter)), pdf: null };
}

/** The same by the standard template, whatever the office has. The libraries are loaded by the first letter. */
export async function standardFiles(letter: ApologyLetter, at: Date): Promise<{ docx: Buffer; pdf: Buffer }> {
  const [{ letterDocx }, { letterPdf }] = await Promise.all([
    import('./letter-docx.ts'),
    import('./letter-pdf.ts'),
  ]);
  const layout = letterLayout(letter.kind, fieldLines(letter));
  const properties = { title: letterFileName(letter, 'vi'), author: letter.body.name, at };
  const [docx, pdf] = await Promise.all([letterDocx(layout), letterPdf(layout, properties)]);
  return { docx, pdf };
}

/** The name of its files, without the extension: form and what it is about, safe on every disk. */
export function letterFileName(letter: ApologyLetter, locale: Locale): string {
  const of = letter.kind === 'late' ? letter.dossier : aboutText(letter.about);
  return letterText(locale, `fileNames.${formOf(letter)}`, {
    of: of.replace(/[^A-Za-z0-9.-]+/g, '-').slice(0, 80),
  });
}

const aboutText = (about: Extract<ApologyLetter, { kind: 'conduct' }>['about']): string =>
  about.kind === 'rating' ? about.rating : String(about.page);

import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { getDocumentProxy } from 'unpdf';

/** Paragraphs of a Word file by part, lines parted by line breaks. Every XML part must be well-formed, or this throws. */
export function docxParagraphs(docx: Uint8Array): string[] {
  const parts = Object.entries(unzipSync(docx)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return parts.flatMap(([name, content]) => paragraphsOf(name, strFromU8(content)));
}

function paragraphsOf(name: string, xml: string): string[] {
  const found: string[] = [];
  let inText = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  parser.on('opentag', ({ name: tag }) => {
    inText = tag === 'w:t';
    if (tag === 'w:p') found.push('');
    if (tag === 'w:br') found.push(`${found.pop() ?? ''}\n`);
  });
  parser.on('closetag', () => {
    inText = false;
  });
  parser.on('text', (text) => {
    if (inText) found.push((found.pop() ?? '') + text);
  });
  parser.write(xml).close();
  return found;
}

export type PdfPage = { text: string; marks: string; right: number; bottom: number };

/** Points from the top of a page in which marks and page numbers stand. */
const HEAD = 56;

/**
 * The pages of a PDF as an independent reader finds them: running text, what stands above it, and the outermost right
 * and lowest place of any text, in points.
 */
export async function pdfPages(pdf: Uint8Array): Promise<PdfPage[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , , height = 0] = page.view;
    const { items } = await page.getTextContent({ disableNormalization: true });
    const seen: PdfPage = { text: '', marks: '', right: 0, bottom: height };
    for (const item of items) {
      if (!('str' in item) || item.str === '') continue;
      const [x = 0, y = 0] = [item.transform[4], item.transform[5]];
      if (y > height - HEAD) seen.marks += item.str;
      else seen.text += item.str;
      seen.right = Math.max(seen.right, x + item.width);
      seen.bottom = Math.min(seen.bottom, y);
    }
    pages.push(seen);
  }
  await document.destroy();
  return pages;
}

/** Lines are broken anew on paper: texts are compared without their spaces. */
export const unspaced = (text: string): string => text.replace(/\s/g, '');

/**
 * The characters of pages in no order: in which one a reader finds columns, and letters with their marks, differs from
 * one writer of PDF to the next.
 */
export const charactersOf = (pages: readonly PdfPage[]): string[] =>
  pages.flatMap(({ text, marks }) => [...unspaced(text + marks)]).sort();

import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { reportLayout } from '../../lib/i18n/report/report-layout.ts';
import type { ReportWords } from '../../lib/i18n/report/report-words.ts';
import { reportDocx } from '../../server/reports/report-docx.ts';
import { fitted } from '../../server/reports/report-pdf.ts';
import { reportTexts } from '../../server/reports/report-texts.ts';
import { docxParagraphs } from '../support/letter-text.ts';
import { sampleReport } from '../support/report-sample.ts';

const vi = reportTexts('vi');
const en = reportTexts('en');

/** The rows of every table of a Word file, cells as they read. */
function rowsOf(docx: Buffer): string[][] {
  const rows: string[][] = [];
  let inText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    inText = name === 'w:t';
    if (name === 'w:tr') rows.push([]);
    if (name === 'w:tc') rows.at(-1)?.push('');
  });
  parser.on('closetag', ({ name }) => {
    inText = false;
    // What follows a table is in no row.
    if (name === 'w:tbl') rows.push([]);
  });
  parser.on('text', (text) => {
    const row = rows.at(-1);
    if (inText && row && row.length > 0) row[row.length - 1] += text;
  });
  parser.write(strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())).close();
  return rows;
}

/** A number as it is written in a language; a percent is its share. */
const numberOf = (text: string, { format }: ReportWords): number => {
  const plain =
    format.locale === 'vi' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  return plain.includes('%') ? Number.parseFloat(plain) / 100 : Number(plain);
};

const KINDS = ['day', 'month', 'quarter', 'half', 'nineMonths', 'year'] as const;

test.each([
  ['vi', vi],
  ['en', en],
] as const)(
  'RP1: a text in %s says what the layout says, line by line and cell by cell, of every kind',
  async (_, words) => {
    for (const kind of KINDS) {
      const data = sampleReport(3, kind);
      const { layout } = await fitted(data, null, words);
      const docx = await reportDocx(data, null, words);
      const said = docxParagraphs(docx);
      for (const line of [layout.title, layout.about, layout.area, ...layout.head])
        expect(said).toContain(line);
      const rows = rowsOf(docx).map((row) => row.join('|'));
      for (const { number, name } of layout.annex) {
        expect(said).toContain(number);
        expect(said).toContain(name.toLocaleUpperCase(words.format.locale));
      }
      for (const { title } of layout.blocks) expect(said).toContain(title);
      for (const block of [...layout.blocks, ...layout.annex]) {
        if (block.kind === 'lines') for (const line of block.lines) expect(said).toContain(line);
        else
          for (const { rows: own } of block.groups)
            for (const cells of own) expect(rows).toContain(cells.map(({ text }) => text).join('|'));
      }
      if (data.demo) expect(said.filter((line) => line === layout.mark).length).toBeGreaterThan(0);
    }
  },
  60_000,
);

test.each([
  ['vi', vi],
  ['en', en],
] as const)(
  'RP1: every target and every unit has the numbers of the figures in %s',
  async (_, words) => {
    const data = sampleReport(126);
    const rows = rowsOf(await reportDocx(data, null, words));
    const layout = reportLayout(data, null, words);
    const [targets] = layout.blocks;
    for (const [at, { share, n, of, target }] of data.targets.entries()) {
      const name = targets?.kind === 'table' ? targets.groups[0]?.rows[at]?.[0]?.text : '';
      const row = rows.find(([first]) => first === name) ?? [];
      const numbers = row.slice(1, 5).map((cell) => numberOf(cell, words));
      expect(numbers[0]).toBeCloseTo(target, 6);
      expect(Math.abs((numbers[1] ?? 0) - (share ?? 0))).toBeLessThan(0.0005 + 1e-9);
      expect(numbers.slice(2)).toEqual([n, of]);
    }
    for (const { units } of data.units)
      for (const { name, nameEn, n, of } of units) {
        const called = words.format.locale === 'vi' ? name : (nameEn ?? name);
        const found = rows
          .filter(([first]) => first === called)
          .map((row) => row.slice(2, 4).map((cell) => numberOf(cell, words)));
        // Of nothing there is no number.
        expect(found, called).toContainEqual(of > 0 ? [n, of] : [Number.NaN, Number.NaN]);
      }
  },
  60_000,
);

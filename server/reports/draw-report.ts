import type { Locale } from '../../lib/i18n/locale.ts';
import type { Cut } from '../../lib/i18n/report/report-blocks.ts';
import type { ReportData } from '../../lib/wire/report.ts';
import { reportDocx } from './report-docx.ts';
import { reportPdf } from './report-pdf.ts';
import { reportTexts } from './report-texts.ts';
import { reportXlsx } from './report-xlsx.ts';

/** A report to be drawn. */
export type Order = {
  extension: 'pdf' | 'docx' | 'xlsx';
  report: ReportData;
  cut: Cut | null;
  locale: Locale;
};

const DRAWING = { pdf: reportPdf, docx: reportDocx, xlsx: reportXlsx };

/** Sets the pages of a report, which keeps its thread busy for a second or two. */
export const drawReport = ({ extension, report, cut, locale }: Order): Promise<Uint8Array> =>
  DRAWING[extension](report, cut, reportTexts(locale));

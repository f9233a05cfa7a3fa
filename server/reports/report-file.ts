import type { Locale } from '../../lib/i18n/locale.ts';
import type { Cut } from '../../lib/i18n/report/report-blocks.ts';
import type { FrozenReport, ReportAnswer } from '../../lib/wire/report.ts';
import { DOCX_TYPE } from '../letters/docx-type.ts';
import { XLSX_TYPE } from '../xlsx/workbook.ts';
import { drawApart } from './press.ts';
import { reportTexts } from './report-texts.ts';

type Made = { extension: 'pdf' | 'docx' | 'xlsx'; type: string };

export const PDF: Made = { extension: 'pdf', type: 'application/pdf' };
export const DOCX: Made = { extension: 'docx', type: DOCX_TYPE };
export const XLSX: Made = { extension: 'xlsx', type: XLSX_TYPE };

export type ReportFile = { name: string; type: string; content: Buffer };

/** A report as a file, under a name that says of where and when it is. */
export async function reportFile(
  made: Made,
  { report, frozen }: Pick<ReportAnswer, 'report' | 'frozen'>,
  locale: Locale,
): Promise<ReportFile> {
  const words = reportTexts(locale);
  const { area, from, to } = report;
  const days = from === to ? from : `${from}-${to}`;
  return {
    name: `${words.report('fileName')}-${area.code}-${days}.${made.extension}`,
    type: made.type,
    content: Buffer.from(
      await drawApart({ extension: made.extension, report, cut: frozen && cutOf(frozen), locale }),
    ),
  };
}

const cutOf = ({ cut, at, hash }: FrozenReport): Cut => ({ cut, at, hash });

/** The same as the answer to a request. */
export async function fileResponse(made: Made, asked: ReportAnswer, locale: Locale): Promise<Response> {
  const { name, type, content } = await reportFile(made, asked, locale);
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

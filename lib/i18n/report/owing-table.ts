import { OWED, type Owing } from '../../domain/report/owing.ts';
import type { ReportData } from '../../wire/report.ts';
import { localName } from '../local-name.ts';
import type { ReportTable } from './report-blocks.ts';
import { cellsOf } from './report-cells.ts';
import { momentText, type ReportWords } from './report-words.ts';

/** RP8: who owes what at the moment of reading. */
export function owingTable(data: ReportData, words: ReportWords, lines: readonly Owing[]): ReportTable {
  const { report: t, format } = words;
  const cells = cellsOf(format);
  return {
    kind: 'table',
    title: t('sections.owing', { time: momentText(data.readAt, data, words) }),
    about: null,
    columns: [
      { head: t('columns.unit'), width: 65, number: false },
      ...OWED.map((kind) => ({ head: t(`columns.${kind}`), width: 25, number: true })),
    ],
    groups: [
      {
        title: null,
        rows: lines.map((line) => [
          cells.text(localName(format.locale, line)),
          ...OWED.map((kind) => cells.count(line[kind])),
        ]),
      },
    ],
  };
}

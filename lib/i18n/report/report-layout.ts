import type { ReportData } from '../../wire/report.ts';
import { localName } from '../local-name.ts';
import { periodText } from '../period-text.ts';
import { briefBlocks } from './brief-blocks.ts';
import { headLines } from './head-lines.ts';
import { measureTables } from './measure-tables.ts';
import type { Cut, ReportLayout } from './report-blocks.ts';
import type { ReportWords } from './report-words.ts';
import { targetTable } from './target-table.ts';
import { unitTables } from './unit-tables.ts';

/** RP1: a report in words and numbers; `cut` null: not frozen. `most`: rows of who owes what on the one page of a brief. */
export function reportLayout(
  data: ReportData,
  cut: Cut | null,
  words: ReportWords,
  most = MOST_OWING,
): ReportLayout {
  const { report: t, format } = words;
  const brief = data.kind === 'day';
  const period = periodText(data.kind, data, words);
  return {
    title: brief ? t('dayTitle') : t('title'),
    about: brief ? t('dayAbout', { period }) : t('about', { period }),
    area: localName(format.locale, data.area),
    mark: data.demo ? t('demo') : null,
    head: headLines(data, cut, words),
    blocks: brief
      ? briefBlocks(data, words, most)
      : [targetTable(data, words), ...measureTables(data, words)],
    annex: brief ? [] : unitTables(data, words),
    brief,
  };
}

const MOST_OWING = 12;

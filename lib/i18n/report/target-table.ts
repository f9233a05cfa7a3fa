import type { Judgement } from '../../domain/judgement.ts';
import type { EarlierShare } from '../../domain/report/report-target.ts';
import type { ReportData } from '../../wire/report.ts';
import { MISSING } from '../format.ts';
import type { ReportTable } from './report-blocks.ts';
import { cellsOf } from './report-cells.ts';
import { metricText, type ReportWords } from './report-words.ts';

/** The assigned targets: each with its count, the two statements about it, and the two earlier periods. */
export function targetTable(data: ReportData, words: ReportWords): ReportTable {
  const { report: t, format } = words;
  const cells = cellsOf(format);
  const column = (name: 'metric' | 'verdict' | 'previous' | 'lastYear', width: number) => ({
    head: t(`columns.${name}`),
    width,
    number: false,
  });
  const number = (name: 'target' | 'share' | 'hits' | 'of', width: number) => ({
    head: t(`columns.${name}`),
    width,
    number: true,
  });
  return {
    kind: 'table',
    title: t('sections.targets'),
    about: null,
    columns: [
      column('metric', 25),
      number('target', 16),
      number('share', 15),
      number('hits', 17),
      number('of', 17),
      column('verdict', 27),
      column('previous', 25),
      column('lastYear', 23),
    ],
    groups: [
      {
        title: null,
        rows: data.targets.map((target) => [
          cells.text(metricText(target.metric, data, words)),
          { ...cells.level(target.target), text: format.target(target.target) },
          cells.share(target.share, target.of),
          cells.count(target.n),
          cells.count(target.of),
          cells.text(verdictText(target, words)),
          cells.text(changeText(target.previous, words)),
          cells.text(changeText(target.lastYear, words)),
        ]),
      },
    ],
  };
}

/** "đạt, rõ rệt; còn được phép 12; ít trường hợp". */
export function verdictText(
  { result, signal, few, spare, short }: Judgement,
  { report: t }: ReportWords,
): string {
  if (result === null) return t('noCases');
  return [
    t('verdict', { result, signal: signal ?? 'withinNoise' }),
    spare !== null && t('spare', { n: spare }),
    short !== null && t('short', { n: short }),
    few && t('few'),
  ]
    .filter(Boolean)
    .join('; ');
}

function changeText(
  { share, of, change, changedOn }: EarlierShare,
  { report: t, format }: ReportWords,
): string {
  if (changedOn !== null) return t('borders', { day: format.date(changedOn) });
  if (share === null) return MISSING;
  if (change === null) return t('earlier', { share: format.percent(share), of });
  const points = cellsOf(format).decimal(Math.abs(change.by) * 100).text;
  const sign = change.by > 0 ? '+' : change.by < 0 ? '-' : '';
  return t('change', { share: format.percent(share), of, by: `${sign}${points}`, signal: change.signal });
}

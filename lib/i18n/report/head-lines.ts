import type { ReportData } from '../../wire/report.ts';
import { MISSING } from '../format.ts';
import { periodText } from '../period-text.ts';
import type { Cut } from './report-blocks.ts';
import { momentText, type ReportWords } from './report-words.ts';

/** What all figures of a report stand on: period, cut-off, what was known, rule, and for how many units they speak. */
export function headLines(data: ReportData, cut: Cut | null, words: ReportWords): string[] {
  const { report: t, format } = words;
  const speaks = ({ units, of }: { units: number; of: number }): string =>
    of > 0 ? t('speaks', { units, of }) : t('notApplicable');
  const moment = (iso: string): string => momentText(iso, data, words);
  return [
    t('headPeriod', {
      days: periodText('own', data, words),
      months: data.months,
      running: data.running ? 'yes' : 'no',
    }),
    cut
      ? t('headFrozen', { cut: cut.cut, time: moment(cut.at), hash: cut.hash.slice(0, 16) })
      : t('headRead', { time: moment(data.readAt) }),
    t('headKnown', {
      time: data.knownAt === null ? MISSING : moment(data.knownAt),
      seq: format.number(data.knownSeq),
      asOf: moment(data.asOf),
    }),
    t('headRule', { rule: data.rule }),
    t('headSpeaking', {
      satisfied: speaks(data.speaking.satisfied),
      dossiers: speaks(data.speaking.onTimeOfSettled),
      queue: speaks(data.speaking.within),
    }),
  ];
}

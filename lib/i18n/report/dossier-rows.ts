import type { DossierMeasures } from '../../domain/dossier/dossier-measures.ts';
import type { MeasureRow, RowOf } from './measure-row.ts';
import type { ReportWords } from './report-words.ts';

/** What a report tells of dossiers: what came and went, whose promises were kept, and what games could be played. */
export function dossierRows(dossiers: DossierMeasures, row: RowOf, { report: t }: ReportWords): MeasureRow[] {
  const count = (name: Counted): MeasureRow => row.count(t(`dossiers.${name}`), dossiers[name]);
  const share = (name: Shared): MeasureRow => row.share(t(`dossiers.${name}`), dossiers[name]);
  return [
    ...(['received', 'settled', 'onTime', 'late'] as const).map(count),
    ...(['onTimeOfReceived', 'onTime766'] as const).map(share),
    ...(['open', 'openOverdue', 'awaitingSupplement', 'noDue', 'withdrawn', 'stopped'] as const).map(count),
    ...(
      [
        'online',
        'extendedShare',
        'onTimeAfterExtension',
        'repeatSupplementShare',
        'lateSupplementShare',
      ] as const
    ).map(share),
    ...(['withdrawnLate', 'continued', 'notCollected'] as const).map(count),
    row.decimal(t('dossiers.acceptWait'), dossiers.acceptWait.meanHours, dossiers.acceptWait.n),
  ];
}

type Counted =
  | 'received'
  | 'settled'
  | 'onTime'
  | 'late'
  | 'open'
  | 'openOverdue'
  | 'awaitingSupplement'
  | 'noDue'
  | 'withdrawn'
  | 'stopped'
  | 'withdrawnLate'
  | 'continued'
  | 'notCollected';
type Shared =
  | 'onTimeOfReceived'
  | 'onTime766'
  | 'online'
  | 'extendedShare'
  | 'onTimeAfterExtension'
  | 'repeatSupplementShare'
  | 'lateSupplementShare';

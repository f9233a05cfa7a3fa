import type { Figure } from '../../lib/domain/figure.ts';
import { bucketOf } from '../../lib/domain/period.ts';
import { localMoment } from '../../lib/domain/zoned-time.ts';
import type { HandlersAnswer, ToCorrectAnswer } from '../../lib/wire/dossier-reads.ts';
import type { InspectionTotals } from '../../lib/wire/inspection-reads.ts';
import type { RatingsProfile } from '../../lib/wire/rating-reads.ts';
import type {
  BusyAnswer,
  CompareAnswer,
  FlowAnswer,
  HistoryAnswer,
  KpisAnswer,
} from '../../lib/wire/reads.ts';
import type { SurveysAnswer } from '../../lib/wire/survey-reads.ts';
import { MEASURE_COLUMNS, type MeasureRow, measureRows } from './measure-rows.ts';
import type { Table } from './table-file.ts';

/** V6: the figure without what is excluded stands beside the whole, never instead of it. */
const withoutColumns = (without: Figure | null) => ({
  withoutValue: without?.value ?? null,
  withoutN: without?.n ?? null,
  withoutOf: without?.of ?? null,
});
const WITHOUT = ['withoutValue', 'withoutN', 'withoutOf'] as const;

/** A comparison: one line an area, in order of need. */
export const comparedTable = (area: string, { metric, from, to, children }: CompareAnswer) => ({
  list: `compare-${metric}`,
  area,
  period: { from, to },
  columns: [
    'code',
    'name',
    'value',
    'n',
    'of',
    'share',
    'low',
    'high',
    'target',
    'result',
    'signal',
    'few',
    'changedOn',
    ...WITHOUT,
  ] as const,
  items: children.map(({ without, ...child }) => ({ ...child, ...withoutColumns(without) })),
});

/** A measure through time: one line a bucket, with what was noted in it. */
export const historyTable = (
  area: string,
  zone: string,
  { metric, bucket, target, from, to, series, notes }: HistoryAnswer,
) => {
  const named = (iso: string): string => {
    const { day, halfHour } = localMoment(zone, Date.parse(iso));
    return bucketOf(bucket, day, halfHour);
  };
  const noted = notes.map(({ fromAt, toAt, text }) => ({
    first: named(fromAt),
    last: named(toAt ?? fromAt),
    text,
  }));
  return {
    list: `history-${metric}`,
    area,
    period: { from, to },
    columns: ['bucket', 'value', 'n', 'of', 'share', 'low', 'high', 'target', ...WITHOUT, 'notes'] as const,
    items: series.map(({ without, ...point }) => ({
      ...point,
      target,
      ...withoutColumns(without),
      notes: noted
        .filter(({ first, last }) => first <= point.bucket && point.bucket <= last)
        .map(({ text }) => text),
    })),
  };
};

/** Who came and who was served: one line a bucket. */
export const flowTable = (area: string, { from, to, series }: FlowAnswer) => ({
  list: 'flow',
  area,
  period: { from, to },
  columns: ['bucket', 'arrived', 'finished'] as const,
  items: series,
});

/** When it is busy: one line a weekday (1 Monday) and hour. */
export const busyTable = (area: string, { from, to, days, means }: BusyAnswer) => ({
  list: 'busy',
  area,
  period: { from, to },
  columns: ['weekday', 'hour', 'mean', 'days'] as const,
  items: Object.entries(means).flatMap(([weekday, hours]) =>
    Object.entries(hours).map(([hour, mean]) => ({
      weekday: Number(weekday),
      hour: Number(hour),
      mean,
      days: days[Number(weekday)] ?? 0,
    })),
  ),
});

const measureTable = (
  list: string,
  { area, from, to }: { area: string; from: string; to: string },
  measures: object,
): Table<MeasureRow> => ({
  list,
  area,
  period: { from, to },
  columns: MEASURE_COLUMNS,
  items: measureRows(measures),
});

/** The measures of an area: one line a number. */
export const kpisTable = (answer: KpisAnswer) => {
  const { tickets, ratings, dossiers, apologies, alerts, suggestions, inspections } = answer;
  return measureTable('kpis', answer, {
    tickets,
    ratings,
    dossiers,
    apologies,
    alerts,
    suggestions,
    inspections,
  });
};

/** What people say: one line a number. */
export const profileTable = (answer: RatingsProfile) => {
  const { n, byLevel, satisfied, responseRate, marked, byChannel, reasoned, conduct, conditions, others } =
    answer;
  return measureTable('ratings-profile', answer, {
    n,
    byLevel,
    satisfied,
    responseRate,
    marked,
    byChannel,
    reasoned,
    conduct,
    conditions,
    others,
  });
};

/** Who decided dossiers, and at which stages they stayed: one line each, a stage with its n. */
export const handlersTable = (area: string, { from, to, handlers, stages }: HandlersAnswer) => ({
  list: 'handlers',
  area,
  period: { from, to },
  columns: [
    'handler',
    'stage',
    'received',
    'settled',
    'late',
    'judged',
    'onTimeN',
    'onTimeOf',
    'onTimeShare',
  ] as const,
  items: [
    ...handlers.map(({ onTimeOfSettled: { n, of, share }, onTimeOfReceived: _, ...line }) => ({
      ...line,
      stage: null,
      judged: null,
      onTimeN: n,
      onTimeOf: of,
      onTimeShare: share,
    })),
    ...stages.map(({ n, ...line }) => ({
      ...line,
      received: null,
      settled: n,
      onTimeN: null,
      onTimeOf: null,
      onTimeShare: null,
    })),
  ],
});

/** F16: what there is to correct, by reason and by procedure nobody has defined. */
export const toCorrectTable = (area: string, { byReason, unknownProcedures }: ToCorrectAnswer) => ({
  list: 'dossiers-to-correct',
  area,
  period: null,
  columns: ['reason', 'procedure', 'dossiers'] as const,
  items: [
    ...Object.entries(byReason).map(([reason, dossiers]) => ({ reason, procedure: null, dossiers })),
    ...unknownProcedures.map((line) => ({ reason: 'unknownProcedure', ...line })),
  ],
});

/** U1: surveys as they were entered. */
export const surveysTable = ({ area, surveys }: SurveysAnswer) => ({
  list: 'surveys',
  area,
  period: null,
  columns: [
    'area',
    'name',
    'fromDay',
    'toDay',
    'measure',
    'value',
    'n',
    'low',
    'high',
    'method',
    'source',
    'enteredAt',
    'entries',
  ] as const,
  items: surveys.map(({ interval, ...line }) => ({
    ...line,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  })),
});

/** I8: inspections by part of the period and level; the last line is all of them. */
export const totalsTable = (area: string, { from, to, forms, rows, total }: InspectionTotals): Table => ({
  list: 'inspection-totals',
  area,
  period: { from, to },
  columns: [
    'period',
    'level',
    'inspections',
    'planned',
    'surprise',
    'units',
    'findings',
    'remedied',
    'remediedInTimeN',
    'remediedInTimeOf',
    'disciplined',
    ...forms,
  ],
  items: [...rows, total].map(({ remediedInTime: { n, of }, byForm, ...line }) => ({
    ...line,
    remediedInTimeN: n,
    remediedInTimeOf: of,
    ...Object.fromEntries(forms.map((form) => [form, byForm[form] ?? 0])),
  })),
});

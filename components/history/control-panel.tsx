'use client';
import dynamic from 'next/dynamic';
import { Fragment, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { shareChart, valueChart } from '../../lib/domain/control-chart.ts';
import { type Figure, unitOf } from '../../lib/domain/figure.ts';
import { bucketOf } from '../../lib/domain/period.ts';
import { localMoment } from '../../lib/domain/zoned-time.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { HistoryAnswer } from '../../lib/wire/reads.ts';
import { ChartSpace } from '../board/chart-space.tsx';
import { Frame } from '../charts/frame.tsx';
import { PictureButtons } from '../charts/picture-buttons.tsx';
import { afterNumbers } from '../live/numbers-first.ts';
import { useBoard } from '../live/use-board.ts';
import { useClock } from '../live/use-clock.ts';
import { useNowAs } from '../live/use-now.ts';
import { valueText } from '../measures/figure-text.ts';
import { useBothText, useFigureText } from '../measures/use-both-text.ts';
import { Share } from '../ui/share.tsx';
import { useFormat } from '../ui/use-format.ts';
import { BucketLink } from './bucket-link.tsx';
import { historyPath } from './history-path.ts';
import { NotedPeriods } from './noted-periods.tsx';
import { seen } from './seen-buckets.ts';
import { useBucketText } from './use-bucket-text.ts';

const ControlChart = dynamic(
  () => afterNumbers(() => import('./control-chart.tsx').then((part) => part.ControlChart)),
  { ssr: false, loading: ChartSpace },
);

type ControlPanelProps = {
  answer: HistoryAnswer;
  /** In words. */
  period: string;
  /** Somebody decided what the figures leave out. */
  onChanged: () => void;
};

/** Is it changing? A control chart of a measure, with the rule that names each point, and what was noted. */
export function ControlPanel({ answer, period, onChanged }: ControlPanelProps) {
  const t = useTranslations('history');
  const charts = useTranslations('charts');
  const words = useTranslations('notes');
  const shell = useTranslations('shell');
  const measure = useTranslations('measures')(answer.metric);
  const format = useFormat();
  const header = useBoard((board) => board.header);
  const clock = useClock();
  const bucketText = useBucketText();
  const chart = useRef<HTMLDivElement>(null);
  const { metric, bucket, target } = answer;
  const shares = unitOf(metric) === 'share';
  const now = useNowAs((at) => localMoment(header.timezone, at).halfHour);
  const running = bucketOf(bucket, header.day, now);
  const series = useMemo(() => seen(bucket, answer.series).map(({ point }) => point), [bucket, answer]);
  const control = useMemo(() => {
    if (shares) return shareChart(series);
    // What a bucket that still runs has counted so far says nothing about its whole.
    return valueChart(series.map((point) => (point.bucket === running ? { ...point, value: null } : point)));
  }, [series, shares, running]);
  const rows = series.map((point, i) => ({
    bucket: point.bucket,
    name: bucketText(bucket, point.bucket),
    value: point.value,
    band: limitsOf(control?.points[i]),
    rule: control?.points[i]?.rule ?? null,
    running: point.bucket === running,
    without: point.without?.value ?? null,
  }));
  const excluding = series.some((point) => point.without !== null);
  const value = (number: number | null): string => valueText(format, metric, { value: number });
  const figure = useFigureText();
  const withoutText = (without: Figure | null | undefined): string =>
    without ? figure(metric, without) : '';
  const flagged = rows.flatMap((row, i) => {
    const point = series[i];
    return row.rule && point ? [{ ...row, rule: row.rule, figure: figure(metric, point) }] : [];
  });
  const counted = series.filter((point) => point.value !== null);
  const notes = [
    t(shares ? 'note' : 'noteOfValues', {
      place: localName(format.locale, header),
      period,
      bucket: t(bucket === 'day' ? 'dayBucket' : bucket),
      count: series.reduce((sum, point) => sum + (point.of ?? 0), 0),
    }),
    t(control ? 'limits' : 'noLimits'),
    rows.some((row) => row.running && row.value !== null) && t('running'),
    excluding && words('mark'),
  ]
    .filter(Boolean)
    .join(' · ');
  const data = historyPath(header.code, metric, bucket, answer);
  const title = t('question', { measure });
  const head = {
    title,
    note: `${notes} · ${charts('asOf', { time: clock })}`,
    mark: header.demo ? shell('demo') : null,
  };
  return (
    <Frame
      title={title}
      note={notes}
      clock={clock}
      table={() => ({
        columns: [
          t('when'),
          t('value'),
          ...(excluding ? [words('without')] : []),
          t('basis'),
          t('low'),
          t('high'),
          t('rule'),
        ],
        rows: rows.map((row, i) => ({
          key: row.bucket,
          cells: [
            <BucketLink key="when" bucket={bucket} name={row.bucket}>
              {row.name}
            </BucketLink>,
            shares ? <Share key="value" share={row.value} of={series[i]?.of ?? 0} /> : value(row.value),
            ...(excluding ? [withoutText(series[i]?.without)] : []),
            format.number(shares ? series[i]?.of : series[i]?.n),
            value(row.band?.[0] ?? null),
            value(row.band?.[1] ?? null),
            row.rule ? t(row.rule) : '',
          ],
        })),
      })}
      data={data}
      below={
        <PictureButtons
          chart={chart}
          head={head}
          name={`${metric}-${answer.from}-${answer.to}`}
          data={data}
        />
      }
    >
      {counted.length === 0 ? (
        <p className="mt-2 text-small text-ink2">{t('none')}</p>
      ) : (
        <>
          <div
            ref={chart}
            role="img"
            aria-label={t('picture', { count: counted.length, flagged: flagged.length })}
            className="mt-2"
          >
            <ControlChart
              rows={rows}
              metric={metric}
              centre={control?.centre ?? null}
              target={shares ? target : null}
            />
          </div>
          {control && (
            <p className="mt-1 text-small">
              {flagged.length === 0 ? (
                <span className="text-ink2">{t('noneFlagged')}</span>
              ) : (
                <>
                  <span className="font-semibold">{t('flagged')}</span>
                  {': '}
                  {flagged.map((row, i) => (
                    <Fragment key={row.bucket}>
                      {i > 0 && ' · '}
                      <BucketLink bucket={bucket} name={row.bucket}>
                        {row.name}
                      </BucketLink>
                      {` ${row.figure} (${t(row.rule)})`}
                    </Fragment>
                  ))}
                </>
              )}
            </p>
          )}
          <Both answer={answer} />
          <NotedPeriods answer={answer} onChanged={onChanged} />
        </>
      )}
    </Frame>
  );
}

/** V6: the figure of the whole period beside the one without what is excluded, never the one without alone. */
function Both({ answer: { metric, total, totalWithout } }: { answer: HistoryAnswer }) {
  const both = useBothText();
  if (totalWithout === null) return null;
  return <p className="mt-1 text-small font-semibold">{both(metric, total, totalWithout)}</p>;
}

const limitsOf = (
  point: { low: number | null; high: number | null } | undefined,
): readonly [number, number] | null =>
  point?.low == null || point.high === null ? null : [point.low, point.high];

'use client';
import { useTranslations } from 'use-intl';
import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import { needsQueue } from '../../lib/domain/figure.ts';
import type { Bucket } from '../../lib/domain/period.ts';
import type { Board } from '../../lib/wire/board.ts';
import type { HistoryAnswer, PeriodAnswer } from '../../lib/wire/reads.ts';
import { Loaded } from '../admin/loaded.tsx';
import { PageHead } from '../admin/page-head.tsx';
import { useApi } from '../forms/use-api.ts';
import { useBoard } from '../live/use-board.ts';
import { Choice } from '../measures/choice.tsx';
import { MetricChoice, metricOf } from '../measures/metric-choice.tsx';
import { PeriodChoice } from '../measures/period-choice.tsx';
import { periodAsked, periodPath } from '../measures/period-query.ts';
import { usePeriodText } from '../measures/use-period-text.ts';
import { useUrlQuery } from '../measures/use-url-query.ts';
import { Notice } from '../ui/notice.tsx';
import { bucketOf, bucketsFor } from './bucket-choice.ts';
import { BusyPanel } from './busy-panel.tsx';
import { ControlPanel } from './control-panel.tsx';
import { FlowPanel } from './flow-panel.tsx';
import { historyPath } from './history-path.ts';
import { WaitsPanel } from './waits-panel.tsx';

/** An area through time: is it changing, when is it busy, who waits how long; what is looked at stands in the address. */
export function HistoryView() {
  const t = useTranslations('history');
  const code = useBoard((board) => board.header.code);
  const [query, change] = useUrlQuery();
  const metric = metricOf(query.get('metric'));
  const asked = periodAsked(query);
  const [period, reload] = useApi<PeriodAnswer>(periodPath(code, asked));
  const days = period.kind === 'ready' ? period.value : null;
  const fitting = days ? bucketsFor(days, metric) : [];
  const bucket = bucketOf(query.get('bucket'), fitting);
  return (
    <>
      <PageHead title={t('title')} about={t('about')} />
      <div className="mt-3 flex flex-wrap items-end gap-x-3 gap-y-2">
        <MetricChoice metric={metric} onChoose={(one) => change({ metric: one })} />
        <PeriodChoice asked={asked} period={days} change={change} />
        {fitting.length > 1 && (
          <Choice label={t('bucket')} value={bucket} onChoose={(one) => change({ bucket: one })}>
            {fitting.map((one) => (
              <option key={one} value={one}>
                {t(one === 'day' ? 'dayBucket' : one)}
              </option>
            ))}
          </Choice>
        )}
      </div>
      <Loaded state={period} reload={reload}>
        {(found) => <Pictures code={code} metric={metric} bucket={bucket} period={found} />}
      </Loaded>
    </>
  );
}

const hasQueue = (board: Board): boolean =>
  'places' in board
    ? Object.values(board.places).some(({ queue }) => queue !== 'none')
    : board.header.queue !== 'none';

type PicturesProps = { code: string; metric: ComparedMetric; bucket: Bucket; period: PeriodAnswer };

function Pictures({ code, metric, bucket, period }: PicturesProps) {
  const t = useTranslations('history');
  const text = usePeriodText()(period.kind, period);
  const queue = useBoard(hasQueue);
  const [series, reload] = useApi<HistoryAnswer>(historyPath(code, metric, bucket, period));
  const flowBucket = bucketOf(bucket, bucketsFor(period, 'issued'));
  return (
    <div className="mt-3 grid grid-cols-[minmax(0,1fr)] items-start gap-3.5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="xl:col-span-2">
        <Loaded state={series} reload={reload}>
          {(answer) =>
            needsQueue(metric) && !queue ? (
              <Notice title={t('noQueue')} reason={t('none')} />
            ) : (
              <ControlPanel answer={answer} period={text} onChanged={reload} />
            )
          }
        </Loaded>
      </div>
      {queue && (
        <>
          <FlowPanel code={code} bucket={flowBucket} period={period} text={text} />
          <WaitsPanel code={code} period={period} text={text} />
          <BusyPanel code={code} period={period} />
        </>
      )}
    </div>
  );
}

'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import type { Bucket, Period } from '../../lib/domain/period.ts';
import type { FlowAnswer } from '../../lib/wire/reads.ts';
import { Loaded } from '../admin/loaded.tsx';
import { ChartSpace } from '../board/chart-space.tsx';
import { Frame } from '../charts/frame.tsx';
import { useApi } from '../forms/use-api.ts';
import { afterNumbers } from '../live/numbers-first.ts';
import { useClock } from '../live/use-clock.ts';
import { useFormat } from '../ui/use-format.ts';
import { BucketLink } from './bucket-link.tsx';
import { flowPath } from './history-path.ts';
import { seen } from './seen-buckets.ts';
import { useBucketText } from './use-bucket-text.ts';

const FlowChart = dynamic(
  () => afterNumbers(() => import('./flow-chart.tsx').then((part) => part.FlowChart)),
  { ssr: false, loading: ChartSpace },
);

type FlowPanelProps = { code: string; bucket: Bucket; period: Period; text: string };

/** Who came, and who was served, per bucket; each by its own moment, as on the chart of today (Q1). */
export function FlowPanel({ code, bucket, period, text }: FlowPanelProps) {
  const data = flowPath(code, bucket, period);
  const [state, reload] = useApi<FlowAnswer>(data);
  return (
    <Loaded state={state} reload={reload}>
      {(answer) => <Flow answer={answer} text={text} data={data} />}
    </Loaded>
  );
}

function Flow({ answer, text, data }: { answer: FlowAnswer; text: string; data: string }) {
  const t = useTranslations('history');
  const format = useFormat();
  const clock = useClock();
  const bucketText = useBucketText();
  const points = answer.series.map((point) => ({
    ...point,
    value: (point.arrived ?? 0) + (point.finished ?? 0),
  }));
  const rows = seen(answer.bucket, points).map(({ point: { arrived, finished, bucket: key } }) => ({
    key,
    name: bucketText(answer.bucket, key),
    arrived,
    finished,
  }));
  const sum = (of: 'arrived' | 'finished'): number =>
    answer.series.reduce((total, point) => total + (point[of] ?? 0), 0);
  const bucket = t(answer.bucket === 'day' ? 'dayBucket' : answer.bucket);
  const counts = { arrived: sum('arrived'), finished: sum('finished') };
  return (
    <Frame
      title={t('flow')}
      note={t('flowNote', { period: text, bucket, ...counts })}
      clock={clock}
      data={data}
      table={() => ({
        columns: [t('when'), t('arrived'), t('finished')],
        rows: rows.map((row) => ({
          key: row.key,
          cells: [
            <BucketLink key="when" bucket={answer.bucket} name={row.key}>
              {row.name}
            </BucketLink>,
            format.number(row.arrived),
            format.number(row.finished),
          ],
        })),
      })}
    >
      {counts.arrived + counts.finished === 0 ? (
        <p className="mt-2 text-small text-ink2">{t('none')}</p>
      ) : (
        <>
          <p aria-hidden="true" className="mt-1 flex gap-4 text-small text-ink2">
            <Key tone="opacity-35">{t('arrived')}</Key>
            <Key>{t('finished')}</Key>
          </p>
          <div role="img" aria-label={t('flowNote', { period: text, bucket, ...counts })} className="mt-1">
            <FlowChart rows={rows} />
          </div>
        </>
      )}
    </Frame>
  );
}

function Key({ tone = '', children }: { tone?: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className={`inline-block size-2.5 rounded-xs bg-brand ${tone}`} />
      {children}
    </span>
  );
}

'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import type { Bucket, Period } from '../../lib/domain/period.ts';
import type { HistoryAnswer } from '../../lib/wire/reads.ts';
import { Loaded } from '../admin/loaded.tsx';
import { ChartSpace } from '../board/chart-space.tsx';
import { Frame } from '../charts/frame.tsx';
import { useApi } from '../forms/use-api.ts';
import { afterNumbers } from '../live/numbers-first.ts';
import { useClock } from '../live/use-clock.ts';
import { useFormat } from '../ui/use-format.ts';
import { historyPath } from './history-path.ts';
import { seen } from './seen-buckets.ts';
import { useBucketText } from './use-bucket-text.ts';

const FlowChart = dynamic(
  () => afterNumbers(() => import('./flow-chart.tsx').then((part) => part.FlowChart)),
  { ssr: false, loading: ChartSpace },
);

type FlowPanelProps = { code: string; bucket: Bucket; period: Period; text: string };

/** How many came, and how many of them were served, per bucket. */
export function FlowPanel({ code, bucket, period, text }: FlowPanelProps) {
  const [arrived, again] = useApi<HistoryAnswer>(historyPath(code, 'issued', bucket, period));
  const [finished, onceMore] = useApi<HistoryAnswer>(historyPath(code, 'finished', bucket, period));
  return (
    <Loaded state={arrived} reload={again}>
      {(came) => (
        <Loaded state={finished} reload={onceMore}>
          {(served) => <Flow came={came} served={served} text={text} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function Flow({ came, served, text }: { came: HistoryAnswer; served: HistoryAnswer; text: string }) {
  const t = useTranslations('history');
  const format = useFormat();
  const clock = useClock();
  const bucketText = useBucketText();
  const rows = seen(came.bucket, came.series).map(({ point, i }) => ({
    key: point.bucket,
    name: bucketText(came.bucket, point.bucket),
    arrived: point.value ?? 0,
    finished: served.series[i]?.value ?? 0,
  }));
  const sum = (answer: HistoryAnswer): number =>
    answer.series.reduce((total, point) => total + (point.value ?? 0), 0);
  const bucket = t(came.bucket === 'day' ? 'dayBucket' : came.bucket);
  const counts = { arrived: sum(came), finished: sum(served) };
  return (
    <Frame
      title={t('flow')}
      note={t('flowNote', { period: text, bucket, ...counts })}
      clock={clock}
      table={() => ({
        columns: [t('when'), t('arrived'), t('finished')],
        rows: rows.map((row) => ({
          key: row.key,
          cells: [row.name, format.number(row.arrived), format.number(row.finished)],
        })),
      })}
    >
      {counts.arrived === 0 ? (
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

'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Board } from '../../lib/wire/board.ts';
import { dayNotes } from '../charts/day-note.ts';
import { Frame } from '../charts/frame.tsx';
import type { FrameTable } from '../charts/frame-table.ts';
import { type HalfHourRow, halfHourRows, slotClock } from '../charts/half-hour-rows.ts';
import { useThrottled } from '../charts/use-throttled.ts';
import { flowPath } from '../history/history-path.ts';
import { afterNumbers } from '../live/numbers-first.ts';
import { useBoard } from '../live/use-board.ts';
import { useClock } from '../live/use-clock.ts';
import { useNowAs } from '../live/use-now.ts';
import { useFormat } from '../ui/use-format.ts';
import { ArrivalsNotes } from './arrivals-notes.tsx';
import { ChartSpace } from './chart-space.tsx';
import { useUsual } from './use-usual.ts';

const ArrivalsChart = dynamic(
  () => afterNumbers(() => import('../charts/arrivals-chart.tsx').then((part) => part.ArrivalsChart)),
  { ssr: false, loading: ChartSpace },
);

const HALF_HOUR = 30 * 60_000;
const halfHoursOf = (board: Board) => board.halfHours;
const notesOf = (board: Board) => board.notes;

/** When is it busy? Arrived and finished per half hour of today, for any area or unit. */
export function ArrivalsPanel({ className }: { className?: string }) {
  const t = useTranslations('charts');
  const format = useFormat();
  const { code, day, timezone: zone, sessions } = useBoard((board) => board.header);
  const halfHours = useThrottled(useBoard(halfHoursOf));
  const notes = useBoard(notesOf);
  const marks = useMemo(() => dayNotes(notes, day, zone), [notes, day, zone]);
  const usual = useUsual(code, day);
  const at = useNowAs((now) => now - (now % HALF_HOUR));
  const clock = useClock();
  const rows = useMemo(
    () =>
      halfHourRows({
        day,
        zone,
        sessions,
        halfHours,
        usual: usual.state === 'known' ? usual.halfHours : null,
        at,
      }),
    [day, zone, sessions, halfHours, usual, at],
  );
  const sum = (key: 'arrived' | 'finished'): number => rows.reduce((all, row) => all + (row[key] ?? 0), 0);
  const counted = Object.keys(halfHours).length > 0;
  return (
    <Frame
      title={t('arrivalsTitle')}
      note={
        counted && (
          <Legend
            rows={rows}
            days={usual.state === 'known' ? usual.days : null}
            failed={usual.state === 'failed'}
          />
        )
      }
      clock={clock}
      className={className}
      data={flowPath(code, 'half_hour', { from: day, to: day })}
      table={() => tableOf(rows, t, format)}
    >
      {counted ? (
        <div
          role="img"
          aria-label={t('arrivalsPicture', { arrived: sum('arrived'), finished: sum('finished') })}
          className="mt-1"
        >
          <ArrivalsChart rows={rows} notes={marks} />
        </div>
      ) : (
        <p className="mt-2 text-small text-ink2">{t('noArrivals')}</p>
      )}
      <ArrivalsNotes notes={notes} />
    </Frame>
  );
}

type LegendProps = { rows: readonly HalfHourRow[]; days: number | null; failed: boolean };

function Legend({ rows, days, failed }: LegendProps) {
  const t = useTranslations('charts');
  const sum = (key: 'arrived' | 'finished'): number => rows.reduce((all, row) => all + (row[key] ?? 0), 0);
  return (
    <>
      <Key mark={<i className="inline-block size-2.5 rounded-xs bg-brand opacity-30" />}>
        {t('arrived', { count: sum('arrived') })}
      </Key>
      <Key mark={<i className="inline-block size-2.5 rounded-xs bg-brand" />}>
        {t('finished', { count: sum('finished') })}
      </Key>
      {rows.some((row) => row.phase === 'running') && <Key mark={<Hatch />}>{t('running')}</Key>}
      {days !== null && (
        <Key
          mark={<i className="inline-block w-4 border-t-[1.5px] border-dashed border-ink3 align-middle" />}
        >
          {t('usual', { days })}
        </Key>
      )}
      {failed && <span className="mr-3">{t('usualFailed')}</span>}
    </>
  );
}

const Hatch = () => (
  <i className="inline-block size-2.5 rounded-xs border border-brand [background:repeating-linear-gradient(135deg,var(--brand)_0_1.5px,transparent_1.5px_3.5px)]" />
);

function Key({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <span className="mr-3 inline-block whitespace-nowrap">
      <span aria-hidden="true" className="mr-1">
        {mark}
      </span>
      {children}
    </span>
  );
}

type Words = ReturnType<typeof useTranslations<'charts'>>;

const tableOf = (
  rows: readonly HalfHourRow[],
  t: Words,
  format: ReturnType<typeof useFormat>,
): FrameTable => ({
  columns: [t('halfHour'), t('arrivedColumn'), t('finishedColumn'), t('usualColumn'), t('remark')],
  rows: rows.map((row) => ({
    key: String(row.slot),
    cells: [
      slotClock(row.slot).replace(/^0/, ''),
      format.number(row.arrived),
      format.number(row.finished),
      format.number(row.usual),
      row.closed ? t('closedHours') : row.phase === 'running' ? t('running') : '',
    ],
  })),
});

'use client';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { AreaBoard } from '../../lib/wire/board.ts';
import { type ComparedUnit, comparedUnits } from '../charts/compared-unit.ts';
import { Frame, type FrameTable } from '../charts/frame.tsx';
import { shareAxis } from '../charts/share-axis.ts';
import { useThrottled } from '../charts/use-throttled.ts';
import { afterNumbers } from '../live/numbers-first.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { useNowAs } from '../live/use-now.ts';
import { useFormat } from '../ui/use-format.ts';
import { ChartSpace } from './chart-space.tsx';

const CompareChart = dynamic(
  () => afterNumbers(() => import('../charts/compare-chart.tsx').then((part) => part.CompareChart)),
  { ssr: false, loading: ChartSpace },
);
const FunnelChart = dynamic(
  () => afterNumbers(() => import('../charts/funnel-chart.tsx').then((part) => part.FunnelChart)),
  { ssr: false, loading: ChartSpace },
);

/** More units than this have no line each. */
const MOST_LINES = 40;

/** Which units differ from the satisfaction target more than chance? Lines for few units, a funnel for many. */
export function Comparison({ unitWord, className }: { unitWord: string; className?: string }) {
  const t = useTranslations('charts');
  const format = useFormat();
  const target = useAreaBoard((board) => board.targets.satisfied.value);
  const month = format.month(useAreaBoard((board) => board.header.monthFrom));
  const clock = useClock();
  const counts = useThrottled(useAreaBoard(ratedUnits, sameCounts));
  const names = useNames();
  const units = useMemo(
    () =>
      comparedUnits(
        counts.map(({ code, n, of }) => ({ code, n, of, name: names[code] ?? code })),
        target,
      ),
    [counts, names, target],
  );
  const funnel = counts.length > MOST_LINES;
  const axis = useMemo(
    () =>
      shareAxis(
        units.filter((unit) => !unit.few).map((unit) => (funnel ? unit.share : unit.low)),
        target,
      ),
    [units, funnel, target],
  );
  const all = units.reduce((sum, unit) => sum + unit.of, 0);
  const note = [
    t(funnel ? 'funnelNote' : 'compareNote', { month, count: all }),
    units.some((unit) => unit.clearMiss) && t('clearMissNote'),
    units.some((unit) => unit.few) && t('fewNote'),
    units.length < counts.length && t('unratedNote', { count: counts.length - units.length }),
    axis.cut && t('cutNote', { from: format.target(axis.min) }),
  ].filter(Boolean);
  const values = { target: format.target(target), unit: unitWord, month };
  return (
    <Frame
      title={t(funnel ? 'funnelTitle' : 'compareTitle', values)}
      note={units.length === 0 ? month : note.join(' · ')}
      clock={clock}
      className={className}
      table={() => tableOf(units, t, format)}
    >
      {units.length === 0 ? (
        <p className="mt-2 text-small text-ink2">{t('noRatings', { month })}</p>
      ) : (
        <div
          role="img"
          aria-label={t('pictureOf', {
            count: units.length,
            missed: units.filter((u) => u.clearMiss).length,
          })}
          className="mt-2"
        >
          {funnel ? (
            <FunnelChart units={units} target={target} axis={axis} />
          ) : (
            <CompareChart units={units} target={target} axis={axis} />
          )}
        </div>
      )}
    </Frame>
  );
}

type RatedUnit = { code: string; n: number; of: number };

const ratedUnits = ({ units }: AreaBoard): RatedUnit[] =>
  Object.entries(units).map(([code, { m }]) => ({ code, n: m[0], of: m[1] }));

const sameCounts = (a: readonly RatedUnit[], b: readonly RatedUnit[]): boolean =>
  a.length === b.length &&
  a.every((unit, i) => unit.code === b[i]?.code && unit.n === b[i].n && unit.of === b[i].of);

function useNames(): Record<string, string> {
  const { locale } = useFormat();
  const places = useAreaBoard((board) => board.places);
  return useMemo(
    () => Object.fromEntries(Object.entries(places).map(([code, place]) => [code, localName(locale, place)])),
    [places, locale],
  );
}

/** Wall clock of the area, to the minute. */
function useClock(): string {
  const format = useFormat();
  const zone = useAreaBoard((board) => board.header.timezone);
  return useNowAs((now) => format.clock(now, zone));
}

type Words = ReturnType<typeof useTranslations<'charts'>>;

const tableOf = (
  units: readonly ComparedUnit[],
  t: Words,
  format: ReturnType<typeof useFormat>,
): FrameTable => ({
  columns: [t('unit'), t('share'), t('interval'), t('satisfiedOf'), t('judged')],
  rows: units.map((unit) => ({
    key: unit.code,
    cells: [
      unit.name,
      format.percent(unit.share),
      `${format.percent(unit.low)} – ${format.percent(unit.high)}`,
      `${format.number(unit.n)}/${format.number(unit.of)}`,
      unit.clearMiss ? t('clearMiss') : unit.few ? t('few') : '',
    ],
  })),
});

'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { AreaBoard, Count, Row } from '../../lib/wire/board.ts';
import { type ComparedBy, comparedUnits } from '../charts/compared-unit.ts';
import { Frame } from '../charts/frame.tsx';
import { CompareChart, FunnelChart, MOST_LINES } from '../charts/later-charts.tsx';
import { shareAxis } from '../charts/share-axis.ts';
import { shareTable } from '../charts/share-table.tsx';
import { useThrottled } from '../charts/use-throttled.ts';
import { comparePath } from '../compare/compare-path.ts';
import { useAreaBoard } from '../live/use-board.ts';
import { useClock } from '../live/use-clock.ts';
import { useFormat } from '../ui/use-format.ts';

type ComparisonProps = { by: ComparedBy; unitWord: string; className?: string };

/** Which units differ from the target more than chance? Lines for few units, a funnel for many. */
export function Comparison({ by, unitWord, className }: ComparisonProps) {
  const t = useTranslations('charts');
  const words = useTranslations(`charts.compared.${by}`);
  const format = useFormat();
  const target = useAreaBoard((board) => board.targets[by].value);
  const { code, day, monthFrom, grain } = useAreaBoard((board) => board.header);
  const month = format.month(monthFrom);
  const clock = useClock();
  const counted = useThrottled(useAreaBoard(COUNTS[by], sameCounts));
  const names = useNames();
  const units = useMemo(
    () =>
      comparedUnits(
        counted.map(({ code, n, of }) => ({ code, n, of, name: names[code] ?? code })),
        target,
      ),
    [counted, names, target],
  );
  const funnel = counted.length > MOST_LINES;
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
    words(funnel ? 'funnelNote' : 'compareNote', { month, count: all }),
    units.some((unit) => unit.clearMiss) && t('clearMissNote'),
    units.some((unit) => unit.few) && t('fewNote'),
    units.length < counted.length && words('uncounted', { count: counted.length - units.length }),
    axis.cut && t('cutNote', { from: format.target(axis.min) }),
  ].filter(Boolean);
  const values = { target: format.target(target), unit: unitWord, month };
  return (
    <Frame
      title={words(funnel ? 'funnelTitle' : 'compareTitle', values)}
      note={units.length === 0 ? month : note.join(' · ')}
      clock={clock}
      className={className}
      data={comparePath(code, {
        metric: METRICS[by],
        level: grain === 'unit' ? 'units' : 'children',
        from: monthFrom,
        to: day,
      })}
      table={() =>
        shareTable(
          units,
          {
            columns: [t('unit'), words('share'), t('interval'), words('nOf'), t('judged')],
            clearMiss: t('clearMiss'),
            few: t('few'),
          },
          format,
        )
      }
    >
      {units.length === 0 ? (
        <p className="mt-2 text-small text-ink2">{words('none', { month })}</p>
      ) : (
        <div
          role="img"
          aria-label={words('picture', {
            count: units.length,
            missed: units.filter((u) => u.clearMiss).length,
          })}
          className="mt-2"
        >
          {funnel ? (
            <FunnelChart by={by} units={units} target={target} axis={axis} />
          ) : (
            <CompareChart units={units} target={target} axis={axis} />
          )}
        </div>
      )}
    </Frame>
  );
}

type CountedUnit = { code: string; n: number; of: number };

const counts =
  (read: (row: Row) => Count) =>
  ({ units }: AreaBoard): CountedUnit[] =>
    Object.entries(units).map(([code, row]) => {
      const [n, of] = read(row);
      return { code, n, of };
    });

// Each stays the same function, so that a board is read again only when it changes.
const COUNTS: Record<ComparedBy, (board: AreaBoard) => CountedUnit[]> = {
  satisfied: counts(({ m }) => m),
  onTime: counts(({ o }) => o ?? [0, 0]),
};

const METRICS = { satisfied: 'satisfied', onTime: 'onTimeOfSettled' } as const satisfies Record<
  ComparedBy,
  ComparedMetric
>;

const sameCounts = (a: readonly CountedUnit[], b: readonly CountedUnit[]): boolean =>
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

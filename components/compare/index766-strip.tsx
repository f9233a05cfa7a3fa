'use client';
import dynamic from 'next/dynamic';
import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { INDEX766_MEASURES, index766Strip } from '../../lib/domain/index766.ts';
import { MISSING } from '../../lib/i18n/format.ts';
import type { Index766Answer } from '../../lib/wire/published-reads.ts';
import { ChartSpace } from '../board/chart-space.tsx';
import { Frame } from '../charts/frame.tsx';
import { PictureButtons } from '../charts/picture-buttons.tsx';
import { afterNumbers } from '../live/numbers-first.ts';
import { useBoard } from '../live/use-board.ts';
import { useClock } from '../live/use-clock.ts';
import { Choice } from '../measures/choice.tsx';
import { useUrlQuery } from '../measures/use-url-query.ts';
import { usePoints } from './use-points.ts';

const DotStrip = dynamic(
  () => afterNumbers(() => import('../charts/dot-strip.tsx').then((part) => part.DotStrip)),
  { ssr: false, loading: ChartSpace },
);

type Index766StripProps = {
  answer: Index766Answer;
  /** Where it is from and of when, in words. */
  note: string;
  /** What gives the figures, behind `/api/v1`. */
  data: string;
};

/** V8: how many points has each place, the most first? Of the whole index or of one group; who is not known stands apart. */
export function Index766Strip({ answer: { lines, day }, note, data }: Index766StripProps) {
  const t = useTranslations('published');
  const demoText = useTranslations('shell')('demo');
  const demo = useBoard((board) => board.header.demo);
  const points = usePoints();
  const clock = useClock();
  const chart = useRef<HTMLDivElement>(null);
  const [query, change] = useUrlQuery();
  const measure = INDEX766_MEASURES.find((one) => one === query.get('index766')) ?? 'total';
  const { known, unknown, middle } = useMemo(() => index766Strip(lines, measure), [lines, measure]);
  const dots = useMemo(
    () => known.map(({ line, points: value }) => ({ name: line.name, points: value, text: points(value) })),
    [known, points],
  );
  const title = t('question', { measure: t(measure) });
  return (
    <Frame
      title={title}
      note={note}
      clock={clock}
      data={data}
      table={() => ({
        columns: [t('place'), t(measure)],
        rows: [
          ...known.map(({ line, points: value }) => ({
            key: line.code,
            cells: [line.name, points(value)] as const,
          })),
          ...unknown.map((line) => ({ key: line.code, cells: [line.name, MISSING] as const })),
        ],
      })}
      below={
        <PictureButtons
          chart={chart}
          head={{ title, note, mark: demo ? demoText : null }}
          name={`index766-${measure}-${day}`}
          data={data}
        />
      }
    >
      <div className="mt-2">
        <Choice label={t('measure')} value={measure} onChoose={(one) => change({ index766: one })}>
          {INDEX766_MEASURES.map((one) => (
            <option key={one} value={one}>
              {t(one)}
            </option>
          ))}
        </Choice>
      </div>
      <div ref={chart} role="img" aria-label={t('picture', { count: known.length })} className="mt-2">
        <DotStrip
          dots={dots}
          middle={middle === null ? null : { points: middle, label: t('middle', { points: points(middle) }) }}
        />
      </div>
      {unknown.length > 0 && (
        <p className="mt-1 text-small text-ink2">
          {MISSING}{' '}
          {t('unknown', { count: unknown.length, places: unknown.map(({ name }) => name).join(', ') })}
        </p>
      )}
    </Frame>
  );
}

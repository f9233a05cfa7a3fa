'use client';
import { type ReactNode, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { isDossierMetric } from '../../lib/domain/figure.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { CompareAnswer } from '../../lib/wire/reads.ts';
import { type ComparedUnit, comparedUnits } from '../charts/compared-unit.ts';
import { Frame } from '../charts/frame.tsx';
import { CompareChart, FunnelChart, MOST_LINES } from '../charts/later-charts.tsx';
import { PictureButtons } from '../charts/picture-buttons.tsx';
import { type ShareAxis, shareAxis } from '../charts/share-axis.ts';
import { shareTable } from '../charts/share-table.tsx';
import { useBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';
import { comparePath } from './compare-path.ts';

type ComparePicturesProps = {
  answer: CompareAnswer;
  target: number;
  /** In words. */
  period: string;
  clock: string;
};

/** Which areas differ from the target more than chance? Dots with intervals for few areas, and the funnel. */
export function ComparePictures({ answer, target, period, clock }: ComparePicturesProps) {
  const t = useTranslations('compare');
  const format = useFormat();
  const measure = useTranslations('measures')(answer.metric);
  const { locale } = format;
  const units = useMemo(
    () =>
      comparedUnits(
        answer.children.map(({ code, name, nameEn, n, of }) => ({
          code,
          name: localName(locale, { name, nameEn }),
          n,
          of: of ?? 0,
        })),
        target,
      ),
    [answer, locale, target],
  );
  const count = units.reduce((sum, unit) => sum + unit.of, 0);
  const parts = { measure, target: format.target(target), period, count };
  const code = useBoard((board) => board.header.code);
  if (units.length === 0) return null;
  const data = comparePath(code, answer);
  const dots = units.length <= MOST_LINES;
  const lows = axisOf(units, (unit) => unit.low, target);
  const shares = axisOf(units, (unit) => unit.share, target);
  return (
    <>
      {dots && (
        <Picture
          title={t('dots', parts)}
          note={t('pictureNote', parts)}
          clock={clock}
          units={units}
          name={`${answer.metric}-${answer.from}-${answer.to}`}
          data={data}
          axis={lows}
        >
          <CompareChart units={units} target={target} axis={lows} />
        </Picture>
      )}
      <Picture
        title={t('funnel', parts)}
        note={t('funnelNote', parts)}
        clock={clock}
        units={units}
        name={`funnel-${answer.metric}-${answer.from}-${answer.to}`}
        data={data}
        axis={shares}
      >
        <FunnelChart
          by={isDossierMetric(answer.metric) ? 'onTime' : 'satisfied'}
          units={units}
          target={target}
          axis={shares}
          height={300}
        />
      </Picture>
    </>
  );
}

const axisOf = (units: readonly ComparedUnit[], low: (unit: ComparedUnit) => number, target: number) =>
  shareAxis(units.filter((unit) => !unit.few).map(low), target);

type PictureProps = {
  title: string;
  note: string;
  clock: string;
  units: readonly ComparedUnit[];
  /** Of the file. */
  name: string;
  /** What gives the figures. */
  data: string;
  axis: ShareAxis;
  children: ReactNode;
};

function Picture({ title, note, clock, units, name, data, axis, children }: PictureProps) {
  const t = useTranslations('charts');
  const words = useTranslations('compare');
  const demoText = useTranslations('shell')('demo');
  const demo = useBoard((board) => board.header.demo);
  const format = useFormat();
  const chart = useRef<HTMLDivElement>(null);
  const missed = units.filter((unit) => unit.clearMiss).length;
  const notes = [
    note,
    axis.cut && t('cutNote', { from: format.target(axis.min) }),
    missed > 0 && t('clearMissNote'),
    units.some((unit) => unit.few) && t('fewNote'),
  ].filter(Boolean);
  const head = {
    title,
    note: `${notes.join(' · ')} · ${t('asOf', { time: clock })}`,
    mark: demo ? demoText : null,
  };
  return (
    <Frame
      title={title}
      note={notes.join(' · ')}
      clock={clock}
      table={() =>
        shareTable(
          units,
          {
            columns: [words('unit'), words('value'), words('interval'), words('cases'), words('remark')],
            clearMiss: t('clearMiss'),
            few: t('few'),
          },
          format,
        )
      }
      data={data}
      below={<PictureButtons chart={chart} head={head} name={name} data={data} />}
    >
      <div
        ref={chart}
        role="img"
        aria-label={t('pictureOf', { count: units.length, missed })}
        className="mt-2"
      >
        {children}
      </div>
    </Frame>
  );
}

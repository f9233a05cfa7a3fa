'use client';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import { type ModelSide, modelChart } from '../../lib/domain/model-chart.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { ModelLine, ModelUnit } from '../../lib/wire/model-reads.ts';
import { ChartSpace } from '../board/chart-space.tsx';
import { Frame } from '../charts/frame.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { historyPath } from '../history/history-path.ts';
import { afterNumbers } from '../live/numbers-first.ts';
import { useBoard } from '../live/use-board.ts';
import { useClock } from '../live/use-clock.ts';
import { valueText } from '../measures/figure-text.ts';
import { Share } from '../ui/share.tsx';
import { useFormat } from '../ui/use-format.ts';

const ModelChartPicture = dynamic(
  () => afterNumbers(() => import('./model-chart-picture.tsx').then((part) => part.ModelChartPicture)),
  { ssr: false, loading: ChartSpace },
);

type ModelUnitPanelProps = { unit: ModelUnit; model: ModelLine; onChanged: () => void };

/** One unit that tries a model: before and since, each with its own limits, and what may be said (M3). */
export function ModelUnitPanel({ unit, model, onChanged }: ModelUnitPanelProps) {
  const t = useTranslations('models');
  const history = useTranslations('history');
  const measures = useTranslations('measures');
  const format = useFormat();
  const clock = useClock();
  const { metric } = model;
  const chart = useMemo(
    () => modelChart(metric, unit.series, unit.startDay, unit.endDay),
    [metric, unit.series, unit.startDay, unit.endDay],
  );
  const value = (number: number | null): string => valueText(format, metric, { value: number });
  const word = useWord();
  const side = useSideText(metric);
  const days = [...chart.before.points, ...chart.after.points];
  const name = localName(format.locale, unit);
  return (
    <Frame
      title={t('question', { name, measure: measures(metric) })}
      note={[
        t('since', { day: format.date(unit.startDay) }),
        unit.endDay !== null && t('until', { day: format.date(unit.endDay) }),
        t('limits'),
      ]
        .filter(Boolean)
        .join(' · ')}
      clock={clock}
      data={historyPath(unit.unit, metric, 'day', {
        from: days[0]?.bucket ?? unit.startDay,
        to: days.at(-1)?.bucket ?? unit.startDay,
      })}
      table={() => ({
        columns: [history('when'), history('value'), history('basis'), history('low'), history('high')],
        rows: days.map((point, i) => {
          const { chart: own } = point.bucket < unit.startDay ? chart.before : chart.after;
          const at = point.bucket < unit.startDay ? i : i - chart.before.points.length;
          return {
            key: point.bucket,
            cells: [
              format.date(point.bucket),
              point.of === null ? (
                value(point.value)
              ) : (
                <Share key="value" share={point.value} of={point.of} />
              ),
              format.number(point.of ?? point.n),
              value(own?.points[at]?.low ?? null),
              value(own?.points[at]?.high ?? null),
            ],
          };
        }),
      })}
    >
      <p className="mt-1">
        <span className="font-semibold">{word(unit)}</span>
        <span className="block text-small text-ink2">
          {t('beforeSide', { text: side(chart.before) })} · {t('sinceSide', { text: side(chart.after) })}
        </span>
      </p>
      {days.some((point) => point.value !== null) ? (
        <div
          role="img"
          aria-label={`${t('beforeSide', { text: side(chart.before) })} · ${t('sinceSide', { text: side(chart.after) })}`}
          className="mt-2"
        >
          <ModelChartPicture chart={chart} metric={metric} startDay={unit.startDay} />
        </div>
      ) : (
        <p className="mt-2 text-small text-ink2">{history('none')}</p>
      )}
      {unit.mayEnd && <EndForm unit={unit} model={model.model} onDone={onChanged} />}
    </Frame>
  );
}

/** M3, M4: what may be said, never more. */
function useWord(): (unit: ModelUnit) => string {
  const t = useTranslations('models');
  return ({ enough, signal, good }) => {
    if (!enough) return t('tooFew');
    if (signal === null) return t('noSignal');
    const by = t(signal.by);
    if (good === null) return t(signal.direction === 'up' ? 'higher' : 'lower', { by });
    return t(good ? 'better' : 'worse', { by });
  };
}

function useSideText(metric: ComparedMetric): (side: ModelSide) => string {
  const t = useTranslations('models');
  const format = useFormat();
  return (side) => {
    const value = valueText(format, metric, side);
    return side.of === null || side.value === null ? value : t('of', { value, n: side.n, of: side.of });
  };
}

type EndFormProps = { unit: ModelUnit; model: string; onDone: () => void };

function EndForm({ unit, model, onDone }: EndFormProps) {
  const t = useTranslations('models');
  const today = useBoard((board) => board.header.day);
  const form = useForm({
    path: `/areas/${encodeURIComponent(unit.unit)}/models/${model}/end`,
    body: (values) => ({ endDay: values.text('endDay') }),
    onDone,
  });
  return (
    <details className="mt-2 text-small">
      <summary className="cursor-pointer py-1 pointer-coarse:min-h-11">{t('end')}</summary>
      <Form form={form} label={t('end')} className="mt-1 flex flex-wrap items-end gap-3">
        <Field
          name="endDay"
          label={t('endDay')}
          type="date"
          min={unit.startDay}
          max={today}
          defaultValue={today}
        />
        <SubmitButton>{t('end')}</SubmitButton>
      </Form>
    </details>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import type { Figure } from '../../lib/domain/figure.ts';
import { useFormat } from '../ui/use-format.ts';
import { valueText } from './figure-text.ts';

type FigureText = (metric: ComparedMetric, figure: Pick<Figure, 'n' | 'of' | 'value'>) => string;

/** A figure with what it stands on. */
export function useFigureText(): FigureText {
  const t = useTranslations('notes');
  const format = useFormat();
  return (metric, figure) => {
    const value = valueText(format, metric, figure);
    return figure.of === null ? value : t('figure', { value, n: figure.n, of: figure.of });
  };
}

/** V6: the figure of the whole beside the one without what is excluded by approval. */
export function useBothText(): (metric: ComparedMetric, whole: Figure, without: Figure) => string {
  const t = useTranslations('notes');
  const figure = useFigureText();
  return (metric, whole, without) =>
    t('both', { whole: figure(metric, whole), without: figure(metric, without) });
}

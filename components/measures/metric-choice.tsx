'use client';
import { useTranslations } from 'use-intl';
import { COMPARED_METRICS, type ComparedMetric } from '../../lib/domain/compared-metric.ts';
import { isDossierMetric } from '../../lib/domain/figure.ts';
import { Choice } from './choice.tsx';

type MetricChoiceProps = { metric: ComparedMetric; onChoose: (metric: string) => void };

/** Which number is looked at. */
export function MetricChoice({ metric, onChoose }: MetricChoiceProps) {
  const t = useTranslations('measures');
  const options = (dossiers: boolean) =>
    COMPARED_METRICS.filter((one) => isDossierMetric(one) === dossiers).map((one) => (
      <option key={one} value={one}>
        {t(one)}
      </option>
    ));
  return (
    <Choice label={t('label')} value={metric} onChoose={onChoose}>
      <optgroup label={t('people')}>{options(false)}</optgroup>
      <optgroup label={t('dossiers')}>{options(true)}</optgroup>
    </Choice>
  );
}

/** The measure that an address names; the first headline where it names none. */
export const metricOf = (name: string | null): ComparedMetric =>
  COMPARED_METRICS.find((metric) => metric === name) ?? 'satisfied';

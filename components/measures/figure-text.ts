import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import { type Figure, unitOf } from '../../lib/domain/figure.ts';
import type { Format } from '../../lib/i18n/format.ts';

/** The value of a figure as its measure is read: a share, a length, a count; "—" where it is not known. */
export function valueText(format: Format, metric: ComparedMetric, { value }: Pick<Figure, 'value'>): string {
  switch (unitOf(metric)) {
    case 'share':
      return format.percent(value);
    case 'seconds':
      return format.duration(value);
    case 'count':
      return format.number(value);
  }
}

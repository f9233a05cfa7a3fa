import type { Figure } from '../../lib/domain/figure.ts';
import type { ExportFormat } from '../../lib/wire/export-format.ts';
import type { CompareAnswer, HistoryAnswer } from '../../lib/wire/reads.ts';
import type { ReadContext } from '../read/context.ts';
import { aboutOf } from './about-of.ts';
import { exportResponse } from './export-response.ts';
import { onePage } from './pages-of.ts';

/** V6: the figure without what is excluded stands beside the whole, never instead of it. */
const withoutColumns = (without: Figure | null) => ({
  withoutValue: without?.value ?? null,
  withoutN: without?.n ?? null,
  withoutOf: without?.of ?? null,
});
const WITHOUT = ['withoutValue', 'withoutN', 'withoutOf'] as const;

type From = Pick<ReadContext, 'tree' | 'now'>;

/** A comparison as a table: one line an area, in order of need. */
export const comparedFile = (
  from: From,
  request: Request,
  format: ExportFormat,
  code: string,
  { metric, from: first, to, children }: CompareAnswer,
): Response =>
  exportResponse(format, {
    about: aboutOf(from, request, `compare-${metric}`, code, { from: first, to }),
    columns: [
      'code',
      'name',
      'value',
      'n',
      'of',
      'share',
      'low',
      'high',
      'target',
      'result',
      'signal',
      'few',
      'changedOn',
      ...WITHOUT,
    ],
    pages: onePage(children.map(({ without, ...area }) => ({ ...area, ...withoutColumns(without) }))),
  });

/** A measure through time as a table: one line a bucket. */
export const historyFile = (
  from: From,
  request: Request,
  format: ExportFormat,
  code: string,
  { metric, target, from: first, to, series }: HistoryAnswer,
): Response =>
  exportResponse(format, {
    about: aboutOf(from, request, `history-${metric}`, code, { from: first, to }),
    columns: ['bucket', 'value', 'n', 'of', 'share', 'low', 'high', 'target', ...WITHOUT],
    pages: onePage(series.map(({ without, ...point }) => ({ ...point, target, ...withoutColumns(without) }))),
  });

import type { Period } from '../../lib/domain/period.ts';
import { answer } from '../http/answer.ts';
import type { ReadContext } from '../read/context.ts';
import { aboutOf } from './about-of.ts';
import { askedFormat } from './asked-format.ts';
import { exportResponse } from './export-response.ts';
import { onePage } from './pages-of.ts';

/** The lines of an answer, as they stand in a file. */
export type Table<Item extends Record<string, unknown> = Record<string, unknown>> = {
  list: string;
  area: string;
  period: Period | null;
  columns: readonly (keyof Item & string)[];
  items: readonly Item[];
};

/** An answer, or its lines as a file where the caller asks for one. */
export function answerOrFile<Item extends Record<string, unknown>>(
  from: Pick<ReadContext, 'tree' | 'now'>,
  request: Request,
  value: object,
  table: () => Table<Item>,
): Response {
  const format = askedFormat(request);
  if (format === null) return answer(value);
  const { list, area, period, columns, items } = table();
  return exportResponse(format, {
    about: aboutOf(from, request, list, area, period),
    columns,
    pages: onePage(items),
  });
}

import type { Query } from '../log/query.ts';
import type { Queries } from './context.ts';

/** The rows of questions alone, as whoever folds asks them. */
export const queryOf =
  (queries: Queries): Query =>
  async (text, values) =>
    (await queries.query<Record<string, unknown>>(text, [...values])).rows;

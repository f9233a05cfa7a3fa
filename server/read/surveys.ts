import type { SURVEY_MEASURES } from '../../lib/domain/survey-measure.ts';
import { areasBelow } from '../../lib/domain/tree.ts';
import { wilson } from '../../lib/domain/wilson.ts';
import type { SurveyLine, SurveysAnswer } from '../../lib/wire/survey-reads.ts';
import type { ReadContext } from './context.ts';

/** Surveys are few: twice a year for each place. */
const MOST = 200;

type Row = Omit<SurveyLine, 'interval' | 'enteredAt'> & {
  measure: (typeof SURVEY_MEASURES)[number];
  entered_at: Date;
};

const SURVEYS = `SELECT s.area, s.name, s.from_day::text AS "fromDay", s.to_day::text AS "toDay", s.n, s.measure, s.value, s.method,
    s.source, s.entries, e.at AS entered_at, nullif(p.name, '') AS "enteredBy"
  FROM survey s JOIN event e USING (seq) LEFT JOIN person p ON p.id = substring(e.source FROM '^/person/([^/]+)')
  WHERE s.area = ANY($1) ORDER BY s.to_day DESC, s.from_day DESC, s.name, s.area LIMIT ${MOST}`;

/** U1: the surveys of an area and of all below it, as they were last entered. */
export async function surveys({ pool, tree }: ReadContext, code: string): Promise<SurveysAnswer> {
  const { rows } = await pool.query<Row>(SURVEYS, [areasBelow(tree, code)]);
  return {
    area: code,
    surveys: rows.map(({ entered_at, ...row }) => ({
      ...row,
      interval: row.measure === 'share' ? wilson(Math.round(row.value * row.n), row.n) : null,
      enteredAt: entered_at.toISOString(),
    })),
  };
}

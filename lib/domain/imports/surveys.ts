import { surveyEvents } from '../events/survey.ts';
import type { SurveyEntry, Tree } from '../tree.ts';
import {
  areaOf,
  checked,
  type Definitions,
  dayIn,
  numberIn,
  readDefinitions,
  shareIn,
  textIn,
  todayIn,
} from './definitions.ts';
import { bad, type Line, missing, type Read, type Row } from './line-fault.ts';

export const SURVEY_COLUMNS = ['area', 'name', 'from', 'to', 'n', 'value', 'method', 'source'] as const;
export const OPTIONAL_SURVEY_COLUMNS = ['measure'] as const;

/** U1: results of surveys, one a line. A value is a share or ends in %. */
export const surveyEntries = (lines: readonly Line[], tree: Tree, now: number): Definitions<SurveyEntry> =>
  readDefinitions(lines, (row) => readSurvey(row, tree, now));

function readSurvey(row: Row, tree: Tree, now: number): Read<SurveyEntry> {
  const area = areaOf(tree, row);
  if (!area.ok) return area;
  for (const column of SURVEY_COLUMNS) if (textIn(row, column) === '') return missing(column);
  const from = dayIn(row, 'from');
  if (!from.ok) return from;
  const to = dayIn(row, 'to');
  if (!to.ok) return to;
  const value = shareIn(row, 'value');
  if (!(value >= 0 && value <= 1))
    return bad(
      'share_range',
      'value',
      'kết quả phải từ 0 đến 1, hoặc viết kèm %',
      'a result is 0 to 1, or is written with %',
    );
  if ((from.value ?? '') > (to.value ?? ''))
    return bad(
      'period_reversed',
      'to',
      'ngày cuối đứng trước ngày đầu',
      'the last day lies before the first',
    );
  if ((to.value ?? '') > todayIn(area.value, now))
    return bad(
      'period_ahead',
      'to',
      'kỳ khảo sát chưa kết thúc',
      'a survey is entered when its period is over',
    );
  return checked(surveyEvents['survey.entered'], {
    area: area.value.code,
    name: textIn(row, 'name'),
    fromDay: from.value,
    toDay: to.value,
    n: numberIn(row, 'n'),
    measure: textIn(row, 'measure') || 'share',
    value,
    method: textIn(row, 'method'),
    source: textIn(row, 'source'),
  });
}

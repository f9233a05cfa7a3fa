import { surveyEvents } from '../domain/events/survey.ts';
import type { SurveyEntry } from '../domain/tree.ts';
import type { Share } from '../domain/wilson.ts';

/** `POST /api/v1/admin/surveys`. A survey whose period is not over is refused: `period_ahead`. */
export const enterSurveyRequest = surveyEvents['survey.entered'];

/** A survey as it holds. */
export type SurveyLine = SurveyEntry & {
  /** Of a share, what the number of answers can bear; null: an index has none. */
  interval: Pick<Share, 'low' | 'high'> | null;
  enteredAt: string;
  /** Null: the command line, or somebody whose name was erased. */
  enteredBy: string | null;
  /** How often it was entered: all stay in the log, the last one holds. */
  entries: number;
};

/** `GET /api/v1/areas/{code}/surveys`: of the area and of all below it, the newest period first. */
export type SurveysAnswer = { area: string; surveys: SurveyLine[] };

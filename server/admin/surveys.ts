import { enterSurveyRequest } from '../../lib/wire/survey-reads.ts';
import { answer } from '../http/answer.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { defineAsked } from './define-asked.ts';

/** Results of surveys, entered by whoever leads or administers the area. */
export const surveyRoutes = ({ door }: AdminDeps): AnyRoute[] => [
  route({
    method: 'POST',
    path: '/api/v1/admin/surveys',
    need: 'surveys.enter',
    input: enterSurveyRequest,
    places: ({ area }) => [area],
    async handle({ request, input, actor }) {
      const asked = [{ type: 'survey.entered' as const, data: input }];
      const defined = await defineAsked(request, door, asked, actor(input.area));
      return defined instanceof Response ? defined : answer(defined);
    },
  }),
];

import { checklistsOf } from '../../lib/domain/inspection/checklist.ts';
import { checklistsAhead } from '../../lib/domain/settings-ahead.ts';
import { localDayIn } from '../../lib/domain/tree.ts';
import { noQuery } from '../../lib/wire/access/administration.ts';
import { type ChecklistSettings, setChecklistRequest } from '../../lib/wire/inspection-reads.ts';
import { answer } from '../http/answer.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { defineAsked } from './define-asked.ts';

/** Checklists of inspections, dated and inherited as targets are; inspectors read what holds at `…/areas/{code}/checklists`. */
export const checklistRoutes = ({ memory, door, now }: AdminDeps): AnyRoute[] => [
  route({
    method: 'GET',
    path: '/api/v1/admin/areas/:code/checklists',
    need: 'targets.set',
    input: noQuery,
    places: (_, { code }) => [code],
    handle({ params: { code = '' } }) {
      const today = localDayIn(memory.tree, code, now());
      return answer({
        now: checklistsOf(memory.tree, code, today),
        sets: checklistsAhead(memory.tree, code, today),
      } satisfies ChecklistSettings);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/admin/checklists',
    need: 'targets.set',
    input: setChecklistRequest,
    places: ({ area }) => [area],
    async handle({ request, input, actor }) {
      const asked = [{ type: 'checklist.set' as const, data: input }];
      const defined = await defineAsked(request, door, asked, actor(input.area));
      return defined instanceof Response ? defined : answer(defined);
    },
  }),
];

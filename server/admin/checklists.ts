import { setChecklistRequest } from '../../lib/wire/inspection-reads.ts';
import { answer } from '../http/answer.ts';
import { type AnyRoute, route } from '../http/route.ts';
import type { AdminDeps } from './admin-deps.ts';
import { defineAsked } from './define-asked.ts';

/** Checklists of inspections, dated and inherited as targets are; what holds is read at `…/areas/{code}/checklists`. */
export const checklistRoutes = ({ door }: AdminDeps): AnyRoute[] => [
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

import { isUnit } from '../../lib/domain/tree.ts';
import { type HELP_REASONS, helpRequest } from '../../lib/wire/help-requests.ts';
import type { Core } from '../core.ts';
import { answer } from '../http/answer.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { tellAct } from '../log/tell-act.ts';

/** As the note reads on every board above: what is written stays, so it is in the language of the office. */
const WORDS: Record<(typeof HELP_REASONS)[number], string> = {
  staff: 'thiếu người',
  machine: 'máy hỏng',
  leave: 'nghỉ theo chế độ',
  other: 'lý do khác',
};

/** "Not now, because…": a head asks for help, and the leaders above see it as a note of the unit. */
export function helpRoutes({ door, now, memory }: Pick<Core, 'door' | 'now' | 'memory'>): AnyRoute[] {
  return [
    route({
      method: 'POST',
      path: '/api/v1/areas/:code/help-requests',
      need: 'help.ask',
      input: helpRequest,
      places: (_, { code }) => [code],
      async handle({ request, input: { reason, counter }, params: { code = '' }, actor }) {
        const area = memory.tree.areas.get(code);
        if (!area || !isUnit(area)) return problemResponse(request, 'not_found');
        const at = now();
        const where = counter === undefined ? '' : ` · quầy ${counter}`;
        const text = `Xin hỗ trợ: ${WORDS[reason]}${where}`;
        await tellAct(door, actor(code), { type: 'note.added', unit: code, at, data: { from: at, text } });
        return answer({ text }, 201);
      },
    }),
  ];
}

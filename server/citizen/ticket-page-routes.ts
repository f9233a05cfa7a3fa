import { serviceDay } from '../../lib/domain/contribution.ts';
import { endOfDay, localDay } from '../../lib/domain/zoned-time.ts';
import { noQuery } from '../../lib/wire/reads-query.ts';
import type { TicketLinkAnswer } from '../../lib/wire/ticket-page.ts';
import type { Auth } from '../auth/auth.ts';
import type { Core } from '../core.ts';
import { answer } from '../http/answer.ts';
import { problemResponse } from '../http/problem.ts';
import { type AnyRoute, route } from '../http/route.ts';
import { createReadSettled } from '../live/read-settled.ts';
import { unitIn } from '../log/memory.ts';
import { ticketPagePath } from './ticket-code.ts';
import { ticketPlace } from './ticket-place.ts';

/** A citizen's own place in line, for whoever holds its code (K15), and the way to that code for who prints it. */
export function ticketPageRoutes(
  { memory, accept, now }: Pick<Core, 'memory' | 'accept' | 'now'>,
  { ticketCodes, base }: Pick<Auth, 'ticketCodes' | 'base'>,
): AnyRoute[] {
  const readSettled = createReadSettled(accept);
  return [
    route({
      method: 'GET',
      path: '/api/v1/t/:code',
      need: 'public',
      input: noQuery,
      async handle({ request, params: { code = '' } }) {
        const place = ticketCodes.open(code);
        // Unsettled, memory may be ahead of the disk: a place in line is told only when it is on it.
        const told =
          place && (await readSettled((settled) => (settled ? ticketPlace(memory, place, now()) : 'later')));
        if (told === 'later') return problemResponse(request, 'not_recording', {}, { 'retry-after': '5' });
        return told ? answer(told) : problemResponse(request, 'not_found');
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:code/tickets/:ticket/page',
      need: 'tickets.link',
      input: noQuery,
      places: (_, { code }) => [code],
      async handle({ request, params: { code = '', ticket = '' } }) {
        const found = await readSettled(() => {
          const unit = unitIn(memory, code);
          const entry = unit?.tickets.get(ticket);
          return unit && entry && { zone: unit.zone, day: serviceDay(entry.ticket, unit.zone) };
        });
        if (!found || found.day < localDay(found.zone, now())) return problemResponse(request, 'not_found');
        const path = ticketPagePath(ticketCodes.seal({ unit: code, ticket, day: found.day }, found.zone));
        const until = endOfDay(found.zone, found.day);
        return answer({ path, url: `${base()}${path}`, until } satisfies TicketLinkAnswer);
      },
    }),
  ];
}

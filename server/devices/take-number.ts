import { candidatesOf } from '../../lib/domain/next-ticket.ts';
import { priorityRuleOf } from '../../lib/domain/priority-rule.ts';
import { nextNumber } from '../../lib/domain/ticket-number.ts';
import type { UnitState } from '../../lib/domain/unit-state.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { NumberTaken, takeNumberRequest } from '../../lib/wire/device/kiosk.ts';
import type { ErrorCode } from '../../lib/wire/errors.ts';
import { type TicketCodes, ticketPagePath } from '../citizen/ticket-code.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';
import { unitIn } from '../log/memory.ts';
import type { InTurn } from './in-turn.ts';
import { kioskState } from './kiosk-state.ts';

type Asked = typeof takeNumberRequest._output;
type Taken = { ok: true; taken: NumberTaken } | { ok: false; code: ErrorCode };
type AtKiosk = { device: string; area: string };

/**
 * NT5: gives numbers out, one of a unit after another, each after the commit of the one before: none is given twice. The
 * code of a ticket follows from the request, so that one sent again finds the number that it was given.
 */
export function createTakeNumber(
  { memory, accept, door, now }: Pick<Core, 'memory' | 'accept' | 'door' | 'now'>,
  inTurn: InTurn,
  codes: TicketCodes,
): (at: AtKiosk, asked: Asked) => Promise<Taken> {
  return (at, asked) =>
    inTurn(at.area, async () => {
      const ticket = `k_${asked.request}`;
      const plan = await accept.settled((): { number: string } | { code: ErrorCode } | 'given' => {
        const unit = unitIn(memory, at.area);
        const state = kioskState(memory, at.area, now());
        if (!unit || !state) return { code: 'unknown_area' };
        if (unit.tickets.has(ticket)) return 'given';
        if (state.closed) return { code: 'office_closed' };
        const service = state.services.find((one) => one.service === asked.service);
        if (!service) return { code: 'unknown_service' };
        if (service.stopped) return { code: 'issuing_stopped' };
        return { number: nextNumber(service.letter, numbersOf(unit, now())) };
      });
      if (plan !== 'given' && 'code' in plan) return { ok: false, code: plan.code };
      if (plan !== 'given') {
        const { service, purpose } = asked;
        const group = priorityOf(at.area, asked.priority);
        const [outcome] = await door.submit(
          [
            {
              type: 'ticket.issued',
              unit: at.area,
              source: `/device/${at.device}`,
              id: asked.request,
              at: now(),
              data: {
                ticket,
                number: plan.number,
                service,
                channel: 'kiosk',
                ...(purpose !== undefined && { purpose }),
                ...(group !== undefined && { priority: group }),
              },
            },
          ],
          { kind: 'device', device: at.device },
        );
        if (outcome?.status === 'rejected') throw new AppError('not_storable', 'a number was not stored');
      }
      const taken = await accept.settled(() => takenOf(at.area, ticket));
      if (!taken) throw new AppError('not_storable', 'a number was not stored');
      return { ok: true, taken };
    });

  /** A group that is not in force is none. */
  function priorityOf(area: string, group: string | undefined): string | undefined {
    const unit = unitIn(memory, area);
    const { groups } = priorityRuleOf(memory.tree, area, localDay(unit?.zone ?? 'UTC', now()));
    return groups.find((one) => one.group === group)?.group;
  }

  function takenOf(area: string, ticket: string): NumberTaken | null {
    const unit = unitIn(memory, area);
    const entry = unit?.tickets.get(ticket);
    const issued = entry?.facts.find(({ kind }) => kind === 'issued');
    if (!unit || !entry || !issued) return null;
    const { number, service, waitStartAt } = entry.ticket;
    const day = localDay(unit.zone, issued.at);
    const before = candidatesOf(unit, now()).filter(
      (one) => one.service === service && one.ticket !== ticket && one.waitStartAt <= waitStartAt,
    );
    return {
      number: number ?? ticket,
      service,
      favoured: issued.priority !== undefined,
      issuedAt: new Date(issued.at).toISOString(),
      ahead: before.length,
      page: ticketPagePath(codes.seal({ unit: area, ticket, day }, unit.zone)),
    };
  }
}

function* numbersOf(unit: UnitState, at: number): Generator<string | null> {
  const day = localDay(unit.zone, at);
  for (const { ticket } of unit.tickets.values())
    if (localDay(unit.zone, ticket.waitStartAt) === day) yield ticket.number;
}

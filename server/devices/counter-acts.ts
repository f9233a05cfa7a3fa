import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { callsOf, candidatesOf, nextTicket } from '../../lib/domain/next-ticket.ts';
import { priorityRuleOf } from '../../lib/domain/priority-rule.ts';
import type { UnitState } from '../../lib/domain/unit-state.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { CounterAct } from '../../lib/wire/device/counter-console.ts';
import type { ErrorCode } from '../../lib/wire/errors.ts';
import type { Core } from '../core.ts';
import { AppError } from '../errors.ts';
import { unitIn } from '../log/memory.ts';
import { counterIn, ticketsAt } from './counter-state.ts';
import type { InTurn } from './in-turn.ts';

/** The counter that acts, and the device at it. */
export type AtCounter = { device: string; area: string; counter: string };

/** `called`: the number that was called; null: nobody waits, or nothing was to be called. */
export type ActOutcome = { ok: true; called: string | null } | { ok: false; code: ErrorCode };

type Fact = Pick<SourceEvent, 'type' | 'data'>;
/** What an act is by what is known: something to be told, nothing (done before, or nobody waits), or a refusal. */
type Plan = { tell: Fact; called?: string } | { nothing: string | null } | { refuse: ErrorCode };

export type CounterActs = (at: AtCounter, act: CounterAct) => Promise<ActOutcome>;

/**
 * NT4: acts of the counters of a unit are done one after another, each after the commit of the one before: two that call
 * in one instant choose from two different queues. An act sent again is known by its id and does nothing twice.
 */
export function createCounterActs(
  { memory, accept, door, now }: Pick<Core, 'memory' | 'accept' | 'door' | 'now'>,
  inTurn: InTurn,
): CounterActs {
  return (at, act) =>
    inTurn(at.area, async () => {
      const source = `/device/${at.device}`;
      const plan = await accept.settled((): Plan => {
        const unit = unitIn(memory, at.area);
        return unit ? planOf(unit, at, act, source) : { refuse: 'unknown_area' };
      });
      if ('refuse' in plan) return { ok: false, code: plan.refuse };
      if ('nothing' in plan) return { ok: true, called: plan.nothing };
      // Type and data were paired by the plan.
      const event = { ...plan.tell, unit: at.area, at: now(), source, id: act.request } as SourceEvent;
      const [outcome] = await door.submit([event], { kind: 'device', device: at.device });
      // The clock has moved on since it was first sent: the log knows the act, at its own instant.
      const known = outcome?.status === 'rejected' && outcome.error.code === 'id_conflict';
      if (outcome?.status === 'rejected' && !known)
        throw new AppError('not_storable', `an act was not stored: ${event.type}`);
      return { ok: true, called: plan.called ?? null };
    });

  function planOf(unit: UnitState, { counter }: AtCounter, act: CounterAct, source: string): Plan {
    const done = factOf(unit, source, act.request);
    if (done !== null) return { nothing: act.act === 'next' ? done : null };
    const { services, state } = counterIn(unit, counter, now());
    if (act.act === 'open')
      return { tell: { type: 'counter.opened', data: { counter, services: act.services } } };
    if (act.act === 'pause') return { tell: { type: 'counter.paused', data: { counter, services } } };
    const { current, held } = ticketsAt(unit, counter, now());
    if (act.act === 'close')
      return current === null
        ? { tell: { type: 'counter.closed', data: { counter, services } } }
        : { refuse: 'counter_busy' };
    if (act.act === 'next') {
      if (current !== null) return { refuse: 'counter_busy' };
      return state === 'open' ? choice(unit, { counter, services }) : { refuse: 'counter_not_open' };
    }
    if (!(act.act === 'resume' ? held.includes(act.ticket) : act.ticket === current))
      return { refuse: 'not_at_counter' };
    if (act.act === 'resume' && current !== null) return { refuse: 'counter_busy' };
    return { tell: factAbout(act, counter) };
  }

  function choice(unit: UnitState, caller: { counter: string; services: string[] }): Plan {
    const at = now();
    const { every } = priorityRuleOf(memory.tree, unit.code, localDay(unit.zone, at));
    const next = nextTicket(candidatesOf(unit, at), caller, every, callsOf(unit, caller.counter, at));
    if (!next) return { nothing: null };
    const { ticket, number } = next;
    return {
      tell: { type: 'ticket.called', data: { ticket, counter: caller.counter } },
      called: number ?? ticket,
    };
  }
}

/** The number of the ticket that this very request was about; null: it was never heard of. */
function factOf(unit: UnitState, source: string, request: string): string | null {
  for (const [id, { facts, ticket }] of unit.tickets)
    if (facts.some((fact) => fact.id === request && fact.source === source)) return ticket.number ?? id;
  return null;
}

type AboutTicket = Extract<CounterAct, { ticket: string }>;

function factAbout(act: AboutTicket, counter: string): Fact {
  const { ticket } = act;
  switch (act.act) {
    case 'recall':
      return { type: 'ticket.called', data: { ticket, counter } };
    case 'start':
      return { type: 'ticket.started', data: { ticket, counter } };
    case 'no_show':
      return { type: 'ticket.no_show', data: { ticket } };
    case 'hold':
      return { type: 'ticket.held', data: { ticket } };
    case 'resume':
      return { type: 'ticket.resumed', data: { ticket } };
    case 'finish':
      return { type: 'ticket.finished', data: { ticket, counter, outcome: act.outcome } };
    case 'transfer':
      return {
        type: 'ticket.transferred',
        data: {
          ticket,
          ...('service' in act.to ? { toService: act.to.service } : { toCounter: act.to.counter }),
        },
      };
  }
}

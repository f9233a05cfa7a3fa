import { agenda } from './agenda.ts';
import { type Arrival, arrivalsOf, SERVICE_SIGMA } from './arrivals.ts';
import { canCall, countersOf, type SimulatedCounter } from './counters.ts';
import { type Random, randomOf } from './random.ts';
import type { Teller } from './teller.ts';
import type { Block, SimulatedService } from './unit-profile.ts';
import { ratingOfVisit } from './visit-rating.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const NO_SHOW_SHARE = 0.025;
const TRANSFER_SHARE = 0.02;

type Visit = Arrival & { ticket: string; calledAt: number | null; moved: boolean };

/** One session of a unit: people come, wait, are called, served or not, and some of them rate. */
export function simulateQueue(block: Block, teller: Teller): void {
  const { profile, day, toAt } = block;
  const random = randomOf(`${block.seed}/${profile.unit}/${day}/${block.block}`);
  const { tell } = teller;
  const counters = countersOf(block, random, teller);
  const waiting: Visit[] = [];
  const plan = agenda();
  const stop = stoppedService(block, teller);

  const call = (at: number): void => {
    for (const counter of counters) {
      if (at >= toAt || !canCall(counter, at)) continue;
      const next = waiting.findIndex(
        (visit) => counter.services.length === 0 || counter.services.includes(visit.service.service),
      );
      const [visit] = next < 0 ? [] : waiting.splice(next, 1);
      if (visit) serve(visit, counter, at + random.between(2, 20) * SECOND);
    }
  };

  const serve = (visit: Visit, counter: SimulatedCounter, calledAt: number): void => {
    const { ticket } = visit;
    const again = visit.moved ? '/2' : '';
    counter.busy = true;
    visit.calledAt ??= calledAt;
    tell('ticket.called', calledAt, `${ticket}/called${again}`, {
      ticket,
      counter: counter.counter,
      officer: counter.officer,
    });
    if (random.chance(NO_SHOW_SHARE)) {
      const at = calledAt + random.between(75, 180) * SECOND;
      tell('ticket.no_show', at, `${ticket}/no_show`, { ticket });
      plan.put(at, free(counter));
      return;
    }
    const length =
      Math.min(Math.max(random.lognormal(visit.service.medianMinutes, SERVICE_SIGMA), 0.75), 50) * MINUTE;
    const other = profile.services.find(({ service }) => service !== visit.service.service);
    if (!visit.moved && other && random.chance(TRANSFER_SHARE)) {
      plan.put(calledAt + length / 3, (at) => move(visit, other, counter, at));
    } else plan.put(calledAt + length, (at) => finish(visit, counter, at));
  };

  const free =
    (counter: SimulatedCounter) =>
    (at: number): void => {
      counter.busy = false;
      call(at);
    };

  const move = (visit: Visit, to: SimulatedService, counter: SimulatedCounter, at: number): void => {
    tell('ticket.transferred', at, `${visit.ticket}/transferred`, {
      ticket: visit.ticket,
      toService: to.service,
    });
    waiting.push({ ...visit, service: to, moved: true });
    free(counter)(at);
  };

  const finish = (visit: Visit, counter: SimulatedCounter, at: number): void => {
    const { ticket, service } = visit;
    tell('ticket.finished', at, `${ticket}/finished`, {
      ticket,
      counter: counter.counter,
      outcome: outcomeOf(random, service),
    });
    if (random.chance(profile.ratedShare)) {
      const said = ratingOfVisit(random, profile.satisfiedShare, (visit.calledAt ?? at) - visit.at);
      const ratedAt = at + random.between(5, 60) * SECOND;
      const data = {
        rating: ticket,
        ...said,
        counter: counter.counter,
        ticket,
        service: service.service,
        channel: 'pad' as const,
      };
      tell('rating.given', ratedAt, `${ticket}/rating`, data);
    }
    free(counter)(at);
  };

  // Sent home at closing, or gone before: nobody stays in the hall.
  const leave =
    (visit: Visit) =>
    (at: number): void => {
      const place = waiting.findIndex(({ ticket }) => ticket === visit.ticket);
      if (place < 0) return;
      const [gone] = waiting.splice(place, 1);
      if (gone?.moved)
        tell('ticket.finished', at, `${visit.ticket}/finished`, { ticket: visit.ticket, outcome: 'advised' });
      else tell('ticket.left', at, `${visit.ticket}/left`, { ticket: visit.ticket });
    };

  const issued = new Map<string, number>();
  for (const arrival of arrivalsOf(block, random)) {
    if (stop?.(arrival)) continue;
    const { letter, service } = arrival.service;
    const n = (issued.get(letter) ?? 0) + 1;
    issued.set(letter, n);
    const number = `${letter}${String(firstNumber(block) + n).padStart(3, '0')}`;
    const visit: Visit = {
      ...arrival,
      ticket: `${day}.${block.block}.${number}`,
      calledAt: null,
      moved: false,
    };
    tell('ticket.issued', arrival.at, `${visit.ticket}/issued`, {
      ticket: visit.ticket,
      number,
      service,
      purpose: arrival.service.outcome === 'collected' ? 'collect' : 'submit',
      channel: 'kiosk',
      ...(random.chance(0.04) && { priority: 'elderly' }),
    });
    plan.put(arrival.at, (at) => {
      waiting.push(visit);
      call(at);
    });
    const patience = random.lognormal(profile.trouble === 'understaffed' ? 55 : 80, 0.35) * MINUTE;
    plan.put(Math.min(arrival.at + patience, toAt + random.between(5, 55) * SECOND), leave(visit));
  }
  for (const { breaks } of counters) for (const pause of breaks) plan.put(pause.toAt, call);
  plan.run();
}

// Morning, afternoon and evening have rolls of numbers of their own.
const firstNumber = ({ block }: Block): number => {
  const hour = Number(block.slice(0, 2));
  return hour < 12 ? 0 : hour < 17 ? 300 : 600;
};

function outcomeOf(
  random: Random,
  service: SimulatedService,
): 'received' | 'collected' | 'advised' | 'supplement_slip' | 'nothing' {
  if (service.outcome === 'collected') return 'collected';
  const at = random.next();
  if (at < 0.82) return 'received';
  if (at < 0.92) return 'advised';
  return at < 0.985 ? 'supplement_slip' : 'nothing';
}

// Where issuing is stopped, whoever comes for that service is turned away.
function stoppedService(
  { profile, fromAt, toAt }: Block,
  { tell }: Teller,
): ((arrival: Arrival) => boolean) | null {
  if (profile.trouble !== 'issuingStopped') return null;
  const { service } = profile.services[0];
  const from = fromAt + (toAt - fromAt) * 0.3;
  const to = fromAt + (toAt - fromAt) * 0.85;
  tell('issuing.stopped', from, `${service}/stopped`, { service, reason: 'Hết số trong buổi' });
  tell('issuing.resumed', to, `${service}/resumed`, { service });
  return (arrival) => arrival.service.service === service && arrival.at >= from && arrival.at < to;
}

import { setTimeout as delay } from 'node:timers/promises';
import { toCloudEvent } from '../../lib/domain/events/cloud-event.ts';
import { CITY, cityDay, unitCodes } from './bench-city.ts';
import type { Heard, Watch } from './board-watchers.ts';
import { postEvents } from './post-events.ts';
import { type Program, startProgram } from './program.ts';
import { type ServerUnderLoad, startUnderLoad } from './server-under-load.ts';
import { ratiosOf, spreadOf } from './spread.ts';
import { type Line, shown } from './table.ts';

const EVERY_MS = 250;
/** Units that change in each delta, so that it weighs about 1 KB. */
const UNITS_CHANGED = 5;
const GOAL = 1.5;

/** One server that is compared: how it is told to push once, and what it has burnt. */
type Rival = { name: string; push(): Promise<unknown>; cpuSeconds(): Promise<number> };

/** CPU of the server's process for each delta that reached a client, beside bare ws and stock Socket.IO. */
export async function measureFanOut(quick: boolean): Promise<Line[]> {
  const lines: Line[] = [];
  for (const clients of quick ? [20] : [1000, 5000]) lines.push(...(await measureAt(clients, quick)));
  return lines;
}

async function measureAt(clients: number, quick: boolean): Promise<Line[]> {
  const server = await startUnderLoad();
  // The same events without an audience: what is left of the cost when nobody has to be told.
  const alone = await startUnderLoad();
  const bare = await startProgram('frame-server', { BENCH_FRAMES: 'bare' });
  const stock = await startProgram('frame-server', { BENCH_FRAMES: 'stock' });
  const watchers = await Promise.all([startProgram('board-watchers'), startProgram('board-watchers')]);
  try {
    const tell = teller(server);
    const tellAlone = teller(alone);
    await Promise.all([tell(), tellAlone()]);
    const open = async (
      group: string,
      port: number,
      board: Watch['board'],
      n = clients / 2,
    ): Promise<void> => {
      const watch: Watch = { group, port, board, clients: n };
      await Promise.all(watchers.map((program) => program.call('open', watch)));
    };
    const boardOf = ({ target: { secret } }: ServerUnderLoad) => ({ area: CITY, secret });
    await open('ours', server.port, boardOf(server));
    await open('alone', alone.port, boardOf(alone), 1);
    await open('bare', await bare.call<number>('port'), null);
    await open('stock', await stock.call<number>('port'), { area: '', secret: '' });
    const payload = 'x'.repeat(Math.round(await weightOfDelta(tell, watchers)));
    const framed = (name: string, program: Program): Rival => ({
      name,
      push: () => program.call('push', payload),
      cpuSeconds: () => program.call<number>('cpuSeconds'),
    });
    const ours: Rival = { name: 'ours', push: tell, cpuSeconds: server.cpuSeconds };
    const without: Rival = { name: 'alone', push: tellAlone, cpuSeconds: alone.cpuSeconds };
    const rivals = [ours, without, framed('bare', bare), framed('stock', stock)];
    return linesOf(clients, payload.length, await compare(rivals, watchers, quick));
  } finally {
    for (const program of [bare, stock, ...watchers]) await program.stop();
    await server.remove();
    await alone.remove();
  }
}

/** Tells, at each call, one event each of a few units. */
function teller({ target }: ServerUnderLoad): () => Promise<unknown> {
  const days = unitCodes.slice(0, 60).map((unit) => cityDay([unit], 'fan-out', Date.now(), 2).values());
  let turn = 0;
  return () => {
    const events = Array.from({ length: UNITS_CHANGED }, () => {
      turn += 1;
      const next = days[turn % days.length]?.next();
      if (!next || next.done) throw new Error('the bench ran out of events');
      return toCloudEvent(next.value);
    });
    return postEvents(target, Buffer.from(JSON.stringify(events)));
  };
}

async function heardBy(watchers: readonly Program[], group: string): Promise<Heard> {
  const parts = await Promise.all(watchers.map((program) => program.call<Heard>('heard', group)));
  return parts.reduce((sum, part) => ({
    messages: sum.messages + part.messages,
    bytes: sum.bytes + part.bytes,
  }));
}

async function weightOfDelta(tell: () => Promise<unknown>, watchers: readonly Program[]): Promise<number> {
  for (let turn = 0; turn < 8; turn += 1) {
    await tell();
    await delay(EVERY_MS);
  }
  await delay(2 * EVERY_MS);
  const { messages, bytes } = await heardBy(watchers, 'ours');
  return bytes / messages;
}

type Cost = { cpuSeconds: number; messages: number };

/** What each rival spent and delivered, round by round. */
async function compare(
  rivals: readonly Rival[],
  watchers: readonly Program[],
  quick: boolean,
): Promise<Map<string, Cost[]>> {
  const costs = new Map<string, Cost[]>(rivals.map(({ name }) => [name, []]));
  const rounds = quick ? 1 : 5;
  const pushes = quick ? 4 : 16;
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, push, cpuSeconds } of rivals) {
      const before = { heard: await heardBy(watchers, name), cpu: await cpuSeconds() };
      for (let turn = 0; turn < pushes; turn += 1) await Promise.all([push(), delay(EVERY_MS)]);
      await delay(3 * EVERY_MS);
      const messages = (await heardBy(watchers, name)).messages - before.heard.messages;
      const cpu = (await cpuSeconds()) - before.cpu;
      // The first round warms caches and compilers.
      if (round > 0) costs.get(name)?.push({ cpuSeconds: cpu, messages });
    }
  }
  return costs;
}

function linesOf(clients: number, bytes: number, costs: Map<string, Cost[]>): Line[] {
  const all = (name: string): Cost[] => costs.get(name) ?? [];
  const of = (name: string): number[] => all(name).map((cost) => (cost.cpuSeconds / cost.messages) * 1e6);
  const delivery = all('ours').map(
    (cost, round) => ((cost.cpuSeconds - (all('alone')[round]?.cpuSeconds ?? 0)) / cost.messages) * 1e6,
  );
  const at = `${clients.toLocaleString('en-GB')} clients`;
  const cost = (what: string, costs: number[]): Line => ({
    question: `fan-out: ${what}, ${at}`,
    figure: shown(spreadOf(costs), 'µs CPU a message'),
  });
  const ratio = (what: string, ours: number[], rival: string, most?: number): Line => {
    const ratios = ratiosOf(ours, of(rival));
    const goal = most === undefined ? {} : { goal: `≤ ${most} ×`, reached: ratios.median <= most };
    return { question: `fan-out: ${what}, ${at}`, figure: shown(ratios, '×'), ...goal };
  };
  const whole = `ours with fold, commit and diff of one group every ${EVERY_MS} ms`;
  return [
    cost(`ours, delivery of ${bytes} bytes`, delivery),
    cost(whole, of('ours')),
    cost('bare ws, frame built once', of('bare')),
    cost('stock Socket.IO', of('stock')),
    // The rivals only deliver, so the goals are those of delivery; what the server does besides is shown below them.
    ratio('ours, delivery ÷ bare ws', delivery, 'bare', GOAL),
    ratio('ours, delivery ÷ stock Socket.IO', delivery, 'stock', 1),
    ratio(`${whole} ÷ bare ws`, of('ours'), 'bare'),
    ratio(`${whole} ÷ stock Socket.IO`, of('ours'), 'stock'),
  ];
}

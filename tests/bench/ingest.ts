import pg from 'pg';
import { connectionConfig } from '../../server/db/connection-config.ts';
import { migrate } from '../../server/db/migrate.ts';
import { createLogger } from '../../server/logger.ts';
import { embeddedUrl } from '../support/embedded-url.ts';
import type { Load, Stored } from './lanes.ts';
import { type Program, startProgram } from './program.ts';
import { type ServerUnderLoad, startUnderLoad } from './server-under-load.ts';
import { ratiosOf, spreadOf } from './spread.ts';
import { type Line, shown } from './table.ts';

type Way = { name: string; program: Program; handler: string; load: Load; mostPerSecond: number };

/** Batches of 500 from 8 senders and single events from 64: our door beside Prisma and plain SQL, round by round. */
export async function measureIngest(quick: boolean): Promise<Line[]> {
  const server = await startUnderLoad();
  const url = await siblingDatabase(server);
  const sender = await startProgram('event-sender');
  const prisma = await startProgram('prisma-writer', { BENCH_DATABASE: url });
  const sql = await startProgram('sql-writer', { BENCH_DATABASE: url });
  const seconds = quick ? 0.3 : 3;
  const rounds = quick ? 1 : 5;
  const counters = quick ? 1 : 6;
  const batched: Load = { senders: 8, batch: quick ? 50 : 500, seconds, counters };
  const single: Load = { senders: quick ? 8 : 64, batch: 1, seconds, counters };
  const oneRow: Load = { ...batched, batch: 1 };
  try {
    const large = await rivalry(server, rounds, [
      { name: 'ours', program: sender, handler: 'send', load: batched, mostPerSecond: 40_000 },
      { name: 'createMany', program: prisma, handler: 'createMany', load: batched, mostPerSecond: 10_000 },
      { name: 'create', program: prisma, handler: 'create', load: oneRow, mostPerSecond: 4000 },
      { name: 'insert', program: sql, handler: 'insertSelect', load: batched, mostPerSecond: 100_000 },
      { name: 'copy', program: sql, handler: 'copy', load: batched, mostPerSecond: 100_000 },
    ]);
    const small = await rivalry(server, rounds, [
      { name: 'ours', program: sender, handler: 'send', load: single, mostPerSecond: 10_000 },
      { name: 'create', program: prisma, handler: 'create', load: single, mostPerSecond: 4000 },
    ]);
    return linesOf(large, small);
  } finally {
    for (const program of [prisma, sql]) await program.call('stop');
    for (const program of [sender, prisma, sql]) await program.stop();
    await server.remove();
  }
}

/** A migrated database beside the server's, in the same PostgreSQL with the same settings. */
async function siblingDatabase({ dataDir }: ServerUnderLoad): Promise<string> {
  const database = await embeddedUrl(dataDir);
  const admin = new pg.Client(connectionConfig(database));
  await admin.connect();
  await admin.query("CREATE DATABASE bench TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'");
  await admin.end();
  const url = new URL(database);
  url.pathname = '/bench';
  const pool = new pg.Pool(connectionConfig(url.href));
  await migrate(pool, createLogger('warn')).finally(() => pool.end());
  return url.href;
}

async function rivalry(
  server: ServerUnderLoad,
  rounds: number,
  ways: readonly Way[],
): Promise<Map<string, number[]>> {
  const rates = new Map<string, number[]>(ways.map(({ name }) => [name, []]));
  // The round before the first warms caches and connections and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, program, handler, load, mostPerSecond } of ways) {
      const batches = Math.ceil((mostPerSecond * load.seconds) / load.senders / load.batch) + 1;
      await program.call('prepare', { load, batches });
      const { events, seconds } = await program.call<Stored>(handler, { load, target: server.target });
      if (round > 0) rates.get(name)?.push(events / seconds);
    }
  }
  return rates;
}

function linesOf(large: Map<string, number[]>, small: Map<string, number[]>): Line[] {
  const of = (rates: Map<string, number[]>, name: string): number[] => rates.get(name) ?? [];
  const rate = (question: string, rates: number[]): Line => ({
    question,
    figure: shown(spreadOf(rates), 'events/s'),
  });
  const ratio = (question: string, ours: number[], theirs: number[], least: number, cause: string): Line => {
    const ratios = ratiosOf(ours, theirs);
    const reached = ratios.median >= least;
    return { question, figure: shown(ratios, '×'), goal: `≥ ${least} ×`, reached, cause };
  };
  const writing =
    'the writer’s one PostgreSQL backend is the bound: log, keys, tickets and three grains of rollups, each with its index, where the others write one table';
  const asking =
    'the one Node process is the bound: a request, its key, its answer and a share of a small group for every single event, where the others reuse a prepared statement';
  const ours = of(large, 'ours');
  return [
    rate('ingest: HTTP, folded and stored, batch 500, 8 senders', ours),
    rate('ingest: Prisma createMany, batch 500, 8 senders', of(large, 'createMany')),
    rate('ingest: Prisma create, one row, 8 senders', of(large, 'create')),
    rate('ingest: raw INSERT … SELECT into one table, batch 500, 8 senders', of(large, 'insert')),
    rate('ingest: raw COPY into one table, batch 500, 8 senders', of(large, 'copy')),
    ratio('ingest: ours ÷ create, 8 senders', ours, of(large, 'create'), 10, writing),
    ratio('ingest: ours ÷ createMany, 8 senders', ours, of(large, 'createMany'), 3, writing),
    rate('ingest: HTTP, batch 1, 64 senders', of(small, 'ours')),
    rate('ingest: Prisma create, 64 senders', of(small, 'create')),
    ratio('ingest: ours ÷ create, batch 1, 64 senders', of(small, 'ours'), of(small, 'create'), 3, asking),
  ];
}

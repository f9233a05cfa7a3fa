// What an application writes with when it writes with Prisma: one `create` per event, or `createMany` per batch.
import { PrismaPg } from '@prisma/adapter-pg';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { connectionConfig } from '../../server/db/connection-config.ts';
import { type Prisma, PrismaClient } from '../../server/db/generated/client.ts';
import { answerParent } from './child.ts';
import { createLanes, drive, type Load, type Stored } from './lanes.ts';
import { createRowMaker, type LogRow, NO_HASH, VERSION } from './log-row.ts';

/** As many connections as the embedded PostgreSQL has room for beside the server's own. */
const MOST_CONNECTIONS = 30;

const url = process.env.BENCH_DATABASE ?? '';
const prisma = new PrismaClient({
  // A loaded machine opens thirty connections slowly; that is no part of what is measured.
  adapter: new PrismaPg({ ...connectionConfig(url), max: MOST_CONNECTIONS, connectionTimeoutMillis: 60_000 }),
});
const rowsOf = createRowMaker(0);
const ready = new Map<string, ReturnType<typeof createLanes<Prisma.EventCreateManyInput[]>>>();

const inputOf = ({ seq, at, ...row }: LogRow): Prisma.EventCreateManyInput => ({
  ...row,
  seq,
  at: new Date(at),
  receivedAt: new Date(),
  version: VERSION,
  contentHash: Uint8Array.from(NO_HASH),
  chainHash: Uint8Array.from(NO_HASH),
});

function lanesFor(load: Load) {
  const lanes = heldOrMade(ready, `${load.senders}/${load.batch}`, () =>
    createLanes(load, (events) => rowsOf(events).map(inputOf)),
  );
  return lanes;
}

async function createEach(rows: readonly Prisma.EventCreateManyInput[]): Promise<void> {
  for (const data of rows) await prisma.event.create({ data });
}

answerParent({
  prepare: ({ load, batches }: { load: Load; batches: number }) => lanesFor(load).prepare(batches),
  create: ({ load }: { load: Load }): Promise<Stored> => drive(lanesFor(load).lanes, load, createEach),
  createMany: ({ load }: { load: Load }): Promise<Stored> =>
    drive(lanesFor(load).lanes, load, (data) => prisma.event.createMany({ data })),
  stop: () => prisma.$disconnect(),
});

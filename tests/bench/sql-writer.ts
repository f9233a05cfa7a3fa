// The bound: the same rows by one plain statement a batch, with no meaning attached to them.
import pg from 'pg';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { connectionConfig } from '../../server/db/connection-config.ts';
import { answerParent } from './child.ts';
import { copyIn, copyLine } from './copy-in.ts';
import { createLanes, drive, type Load, type Stored } from './lanes.ts';
import { createRowMaker, type LogRow, NO_HASH, VERSION } from './log-row.ts';

const COLUMNS = 'seq, source, id, type, unit, at, received_at, version, data, content_hash, chain_hash';
const HASH = `'\\x${NO_HASH.toString('hex')}'::bytea`;
const INSERT = `INSERT INTO event (${COLUMNS})
  SELECT x.seq, x.source, x.id, x.type, x.unit, to_timestamp(x.at / 1000.0), now(), ${VERSION}, x.data, ${HASH}, ${HASH}
  FROM json_to_recordset($1::json) AS x(seq bigint, source text, id text, type text, unit text, at float8, data jsonb)`;

// Beyond what the other writer numbers in the same table.
const rowsOf = createRowMaker(1_000_000_000);
const ready = new Map<string, ReturnType<typeof createLanes<LogRow[]>>>();
const clients: pg.Client[] = [];

function lanesFor(load: Load) {
  const lanes = heldOrMade(ready, `${load.senders}/${load.batch}`, () => createLanes(load, rowsOf));
  return lanes;
}

async function clientOf(sender: number): Promise<pg.Client> {
  const held = clients[sender];
  if (held) return held;
  const client = new pg.Client(connectionConfig(process.env.BENCH_DATABASE ?? ''));
  clients[sender] = client;
  await client.connect();
  return client;
}

function copyText(rows: readonly LogRow[]): string {
  const hash = `\\x${NO_HASH.toString('hex')}`;
  const now = new Date().toISOString();
  return rows
    .map(({ seq, source, id, type, unit, at, data }) => {
      const instant = new Date(at).toISOString();
      return copyLine([seq, source, id, type, unit, instant, now, VERSION, JSON.stringify(data), hash, hash]);
    })
    .join('');
}

const drivenBy =
  (store: (client: pg.Client, rows: LogRow[]) => Promise<unknown>) =>
  ({ load }: { load: Load }): Promise<Stored> =>
    drive(lanesFor(load).lanes, load, async (rows, sender) => store(await clientOf(sender), rows));

answerParent({
  prepare: ({ load, batches }: { load: Load; batches: number }) => lanesFor(load).prepare(batches),
  insertSelect: drivenBy((client, rows) =>
    client.query({ name: 'insert-select', text: INSERT, values: [JSON.stringify(rows)] }),
  ),
  copy: drivenBy((client, rows) => copyIn(client, `COPY event (${COLUMNS}) FROM STDIN`, copyText(rows))),
  stop: () => Promise.all(clients.map((client) => client.end())),
});

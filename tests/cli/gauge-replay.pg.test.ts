import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { instantOf } from '../../lib/domain/zoned-time.ts';
import { openCore } from '../../server/core.ts';
import { createBoards } from '../../server/live/boards.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { createLogger } from '../../server/logger.ts';
import { freshDatabase } from '../support/postgres.ts';
import { describeWithSharedData } from '../support/shared-data.ts';

const ZONE = 'Europe/Warsaw';
const DAY = '2020-01-14';
type Snapshot = {
  office: string;
  date: string;
  time: string;
  queue_id: string;
  open_counters: string;
  waiting: string;
  current_ticket: string;
};

function gaugeOf(row: Snapshot): SourceEvent {
  const read = readEnvelope({
    specversion: '1.0',
    id: `${row.queue_id}/${row.date}/${row.time}`,
    source: '/queue/targowek',
    type: 'gauge.reported',
    subject: 'targowek',
    time: new Date(instantOf(ZONE, row.date, row.time)).toISOString(),
    data: {
      service: row.queue_id,
      waiting: Number(row.waiting),
      openCounters: Number(row.open_counters),
      ...(row.current_ticket && { currentNumber: row.current_ticket }),
    },
  });
  if (!read.ok) throw new Error(read.refusal.detail);
  return read.event;
}

describeWithSharedData('a machine that only publishes the state of its queue', (folder) => {
  test('a unit is live on gauge.reported alone: Warsaw, 14 January 2020, as it was at 11:02', async () => {
    const database = await freshDatabase();
    const at = instantOf(ZONE, DAY, '11:02');
    const core = await openCore(
      { DATABASE_URL: database.connectionString, DATA_DIR: '' },
      createLogger('silent'),
      () => at,
    );
    try {
      const area = { timezone: ZONE, queue: 'machine' as const, demo: false, succeeds: [] };
      await core.door.define(
        [
          {
            type: 'area.defined',
            data: { ...area, code: 'warszawa', parent: null, kind: 'city', name: 'Warszawa' },
          },
          {
            type: 'area.defined',
            data: { ...area, code: 'targowek', parent: 'warszawa', kind: 'centre', name: 'Targówek' },
          },
        ],
        OPERATOR,
      );
      const file = gunzipSync(readFileSync(join(folder, 'queue_snapshots_warsaw_2020-01-13_15.csv.gz')));
      const rows = parse<Snapshot>(file, { columns: true, bom: true }).filter(
        ({ office, date, time }) => office === 'UD_Targowek' && date === DAY && time <= '11:02',
      );
      // Told backwards: the last state of each queue holds, whatever the order of arrival.
      await core.door.submit(rows.map(gaugeOf).reverse(), { kind: 'operator' });
      const latest = new Map(rows.map((row) => [row.queue_id, row]));
      const people = [...latest.values()].reduce((sum, { waiting }) => sum + Number(waiting), 0);
      expect(people).toBeGreaterThan(80);

      const boards = createBoards(core.memory);
      expect(boards.board('warszawa', at)?.board).toMatchObject({
        totals: { waiting: people },
        units: { targowek: { w: people } },
      });
      const unit = boards.board('targowek', at)?.board;
      expect(unit).toMatchObject({
        services: {
          343: { waiting: 60, openCounters: 3, currentNumber: 'R025', since: null },
          342: { waiting: 14 },
        },
        tickets: {},
      });
    } finally {
      await core.close();
      await database.drop();
    }
  });
});

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { openCore } from '../../server/core.ts';
import { createBoards } from '../../server/live/boards.ts';
import { createLogger } from '../../server/logger.ts';
import { defineAll, testTree } from '../support/city.ts';
import { startSystemPostgres, systemPostgres } from '../support/system-postgres.ts';

const DATA_DIR = join(tmpdir(), 'thuoc-do-is-not-made');
const at = Date.UTC(2026, 10, 23, 2, 0);

const told: SourceEvent[] = [
  {
    source: '/q',
    id: '1',
    unit: 'a',
    at,
    type: 'ticket.issued',
    data: { ticket: 't', number: 'A1', service: 's' },
  },
  {
    source: '/q',
    id: '2',
    unit: 'a',
    at: at + 60_000,
    type: 'ticket.called',
    data: { ticket: 't', counter: '1' },
  },
  {
    source: '/q',
    id: '3',
    unit: 'a',
    at: at + 90_000,
    type: 'rating.given',
    data: { rating: 'r', level: 'satisfied', comment: 'Tốt' },
  },
];

describe('the spine on the PostgreSQL of the distribution', () => {
  if (systemPostgres === null) {
    test.skip('is not tested: none is installed in /usr/lib/postgresql');
    return;
  }
  const bin = systemPostgres;
  test('accepts, answers duplicates and restores the same boards as on the embedded one', async () => {
    const { url, stop } = await startSystemPostgres(bin);
    const open = () => openCore({ DATABASE_URL: url, DATA_DIR }, createLogger('silent'), () => at + 100_000);
    const core = await open();
    await defineAll(core.door, testTree);
    const statuses = async () =>
      (await core.door.submit(told, { kind: 'operator' })).map(({ status }) => status);
    expect(await statuses()).toEqual(['stored', 'stored', 'stored']);
    expect(await statuses()).toEqual(['duplicate', 'duplicate', 'duplicate']);
    const before = createBoards(core.memory).board('city', core.now())?.board;
    expect(before?.totals).toMatchObject({ issued: 1, called: 1, satisfiedMonth: [1, 1] });
    await core.close();

    const again = await open();
    expect(createBoards(again.memory).board('city', again.now())?.board).toEqual(before);
    await again.close();
    await stop();
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { LEVELS } from '../../lib/domain/rating-level.ts';
import { openCore } from '../../server/core.ts';
import { readContext } from '../../server/http/api.ts';
import { createLogger } from '../../server/logger.ts';
import { ratingsProfile } from '../../server/read/ratings-profile.ts';
import { type CliInstallation, cliInstallation } from '../support/run-cli.ts';
import { describeWithSharedData } from '../support/shared-data.ts';

const figures = z.object({ n: z.number(), satisfied_4_5_pct: z.number(), dist: z.array(z.number()) });
const reference = z.object({
  dev: z.object({ ratings_insteval: z.object({ all: figures, by_unit: z.record(z.string(), figures) }) }),
});

const BANK_MAP = 'ticket=ticket_id,finished_at=served_at,counter=server';

describeWithSharedData('records of others', (folder) => {
  let installation: CliInstallation;
  beforeAll(async () => {
    installation = await cliInstallation();
    const units = Array.from(
      { length: 15 },
      (_, index) => `d${index + 1},eth,centre,${index + 1},Europe/Zurich`,
    );
    const areas = [
      'bank,,city,Ngân hàng,Asia/Jerusalem',
      'b1,bank,centre,Tổng đài,',
      'eth,,city,ETH,Europe/Zurich',
      ...units,
    ];
    const csv = await installation.file('areas.csv', `code,parent,kind,name,timezone\n${areas.join('\n')}`);
    expect(await installation.cli('areas', 'import', csv)).toMatchObject({ code: 0 });
  });
  afterAll(() => installation.remove());

  const count = async (sql: string): Promise<unknown[]> => (await installation.database.pool.query(sql)).rows;

  test('the bank of January 1999 goes in once, and a second import stores nothing', {
    timeout: 300_000,
  }, async () => {
    const command = [
      'import',
      'tickets',
      join(folder, 'queue_bank_1999-01.csv.gz'),
      '--area',
      'b1',
      '--map',
      BANK_MAP,
      '--json',
    ];
    const first = await installation.cli(...command);
    // 30,079 issues, 26,978 calls and finishes, 3,101 leavings.
    const events = 30_079 + 2 * 26_978 + 3_101;
    expect(JSON.parse(first.stdout)).toEqual({ stored: events, duplicate: 0, rejected: 0, rejections: [] });
    expect(
      await count(
        `SELECT count(*)::int AS n, count(first_call_at)::int AS called, max(wait_seconds) AS longest FROM ticket`,
      ),
    ).toEqual([{ n: 30_079, called: 26_978, longest: 1500 }]);
    const second = await installation.cli(...command);
    expect(JSON.parse(second.stdout)).toMatchObject({ stored: 0, duplicate: events, rejected: 0 });
  });

  test('a changed value is an id conflict of its line, and the good lines beside it go in', async () => {
    const bank = 'ticket_id,service,issued_at,called_at,served_at,server';
    const csv = await installation.file(
      'changed.csv',
      `${bank}\nX-1,PS,1999-02-01T08:00:00,,,\nX-2,PS,1999-02-01T08:00:00,1999-02-01 08:01,,\nX-3,PS,1999-02-01T08:05:00,,,`,
    );
    const command = ['import', 'tickets', csv, '--area', 'b1', '--map', BANK_MAP, '--json'];
    expect(JSON.parse((await installation.cli(...command)).stdout)).toMatchObject({
      stored: 2,
      rejected: 1,
      rejections: [{ line: 3, code: 'missing_value', column: 'counter' }],
    });
    await installation.file(
      'changed.csv',
      `${bank}\nX-1,PS,1999-02-01T08:00:09,,,\nX-3,PS,1999-02-01T08:05:00,,,`,
    );
    const again = await installation.cli(...command);
    expect(JSON.parse(again.stdout)).toMatchObject({
      stored: 0,
      duplicate: 1,
      rejections: [{ line: 2, code: 'id_conflict' }],
    });
    expect(again.code).toBe(1);
  });

  test('ratings of 14 units without times are found by name and get one instant', {
    timeout: 300_000,
  }, async () => {
    const { stdout } = await installation.cli(
      ...[
        'import',
        'ratings',
        join(folder, 'ratings_insteval.csv.gz'),
        '--area',
        'eth',
        '--area-column',
        'unit_dept',
      ],
      ...['--map', 'rating=seq,score=score_1_5', '--time', '2026-11-02T10:00:00', '--json'],
    );
    expect(JSON.parse(stdout)).toEqual({ stored: 73_421, duplicate: 0, rejected: 0, rejections: [] });
    const [all] = await count(
      `SELECT count(*)::int AS n, count(DISTINCT unit)::int AS units, count(DISTINCT at)::int AS instants,
         round(100.0 * count(*) FILTER (WHERE level IN ('satisfied', 'very_satisfied')) / count(*), 2)::float AS share FROM rating`,
    );
    // reference.json: satisfied_4_5_pct of ratings_insteval.
    expect(all).toEqual({ n: 73_421, units: 14, instants: 1, share: 44.5 });
  });

  test('S4: what the page of ratings reads of them is the independent figure, unit by unit and pooled', async () => {
    const { all, by_unit: byUnit } = reference.parse(
      JSON.parse(await readFile(join(folder, 'reference.json'), 'utf8')),
    ).dev.ratings_insteval;
    const core = await openCore(
      { DATABASE_URL: installation.database.connectionString, DATA_DIR: installation.dataDir },
      createLogger('silent'),
      () => Date.parse('2026-11-03T10:00:00Z'),
    );
    const period = { from: '2026-11-02', to: '2026-11-02' };
    const asked = { period, service: null, counter: null, channel: null };
    const read = async (code: string) => {
      const { byLevel, ...found } = await ratingsProfile(readContext(core), code, asked);
      // Worst first, as the reference has it.
      const dist = [...LEVELS].reverse().map((level) => byLevel[level]);
      const share = Math.round((found.satisfied.share ?? 0) * 10_000) / 100;
      return { n: found.n, satisfied_4_5_pct: share, dist };
    };
    expect(await read('eth')).toEqual(all);
    for (const [unit, figures] of Object.entries(byUnit))
      expect(await read(`d${unit}`), unit).toEqual(figures);
    expect(Object.keys(byUnit)).toHaveLength(14);
    await core.close();
  });
});

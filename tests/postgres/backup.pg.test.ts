import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { restoreBackup } from '../../server/backup/restore-backup.ts';
import { writeBackup } from '../../server/backup/write-backup.ts';
import { type Core, openCore } from '../../server/core.ts';
import { openDatabase } from '../../server/db/connect.ts';
import { openBeside } from '../../server/db/open-beside.ts';
import { startDailyBackup } from '../../server/jobs/daily-backup.ts';
import { signedFiles } from '../../server/letters/signed-files.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { createLogger } from '../../server/logger.ts';
import { boardsOf } from '../support/law-city.ts';
import { LAW_NOW, openLawCore } from '../support/law-core.ts';
import { fillCity, findingsIn } from '../support/law-log.ts';
import { bareDatabase, freshDatabase, type TestDatabase } from '../support/postgres.ts';

const logger = createLogger('silent');
let database: TestDatabase;
let core: Core;
let folder: string;
let file: string;
/** Data folders of what is backed up and of what it is restored into. */
let office: string;
let restored: string;

beforeEach(async () => {
  database = await freshDatabase();
  core = await openLawCore(database.connectionString);
  folder = await mkdtemp(join(tmpdir(), 'thuoc-do-backup-'));
  file = join(folder, 'one.backup.gz');
  [office = '', restored = ''] = ['office', 'restored'].map((name) => join(folder, name));
});
afterEach(async () => {
  await core.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const count = async (of: TestDatabase, table: string): Promise<number> =>
  (await of.pool.query(`SELECT count(*) AS n FROM "${table}"`)).rows[0].n;

/** The backup with its lines changed. */
async function rewrite(change: (lines: string[]) => string[]): Promise<string> {
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const changed = join(folder, `${randomUUID()}.backup.gz`);
  await writeFile(changed, gzipSync(`${change(lines).join('\n')}\n`));
  return changed;
}

async function restoredInto(path: string): Promise<TestDatabase> {
  const target = await bareDatabase();
  await restoreBackup({ ...target, dataDir: restored }, path, logger).catch(async (error: unknown) => {
    await target.drop();
    throw error;
  });
  return target;
}

describe('a backup', () => {
  test('taken while events arrive restores to a clean installation with the same boards', async () => {
    const { names } = await fillCity(core, 1);
    const filling = fillCity(core, 2);
    const header = await writeBackup(
      { connectionString: database.connectionString, dataDir: office },
      file,
      LAW_NOW,
    );
    await filling;
    expect(header.seq).toBeLessThanOrEqual(core.memory.head.seq);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['one.backup.gz']);

    const target = await restoredInto(file);
    expect(await findingsIn(target.connectionString)).toEqual([]);
    const { rows } = await target.pool.query('SELECT seq, chain_hash FROM event ORDER BY seq DESC LIMIT 1');
    expect(rows).toEqual([{ seq: header.seq, chain_hash: Buffer.from(header.chainHash, 'hex') }]);

    const areas = Object.values(names);
    const restored = await openLawCore(target.connectionString);
    expect(boardsOf(restored.memory, LAW_NOW, areas)).toEqual(boardsOf(core.memory, LAW_NOW, areas));
    // The chain goes on where it was.
    await fillCity(restored, 3);
    expect(await findingsIn(target.connectionString)).toEqual([]);
    await restored.close();
    await target.drop();
  });

  test('brings back every row of every table, personal fields, erasures and clocks too', async () => {
    await fillCity(core, 1);
    const { rows } = await database.pool.query('SELECT min(seq) AS seq FROM personal');
    await core.door.define([{ type: 'personal.erased', data: { seq: rows[0].seq } }], OPERATOR);
    await database.pool.query(`UPDATE source SET clock_ahead_at = '2026-12-01T00:00:00.123Z'`);
    await writeBackup({ connectionString: database.connectionString, dataDir: office }, file, LAW_NOW);
    const target = await restoredInto(file);
    const tables = await database.pool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relname <> '_prisma_migrations' AND relname NOT LIKE 'rollup%' AND relname NOT IN ('dossier_tally', 'late_day', 'late_dossier_day')`,
    );
    expect(tables.rows.length).toBeGreaterThan(10);
    for (const { name } of tables.rows) {
      const all = `SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY to_jsonb(t)::text COLLATE "C"`;
      expect((await target.pool.query(all)).rows, name).toEqual((await database.pool.query(all)).rows);
    }
    await target.drop();
  });

  test('is refused where something is, where a server runs, and where the program is older', async () => {
    await fillCity(core, 1);
    await writeBackup({ connectionString: database.connectionString, dataDir: office }, file, LAW_NOW);
    await expect(restoreBackup({ ...database, dataDir: restored }, file, logger)).rejects.toMatchObject({
      code: 'second_writer',
    });
    const events = await count(database, 'event');
    await core.close();
    await expect(restoreBackup({ ...database, dataDir: restored }, file, logger)).rejects.toMatchObject({
      code: 'not_empty',
    });
    expect(await count(database, 'event')).toBe(events);
    core = await openLawCore(database.connectionString);
    const newer = await rewrite(([header = '', ...rows]) => [
      header.replace(/"schema":"[^"]+"/, '"schema":"9999_later"'),
      ...rows,
    ]);
    await expect(restoredInto(newer)).rejects.toMatchObject({ code: 'backup_newer' });
    await expect(
      writeBackup({ connectionString: database.connectionString, dataDir: office }, file, LAW_NOW),
    ).rejects.toMatchObject({
      code: 'backup_exists',
    });
  });

  test('that is cut off, damaged, changed or no backup at all leaves the installation empty', async () => {
    await fillCity(core, 1);
    await writeBackup({ connectionString: database.connectionString, dataDir: office }, file, LAW_NOW);
    const whole = await readFile(file);
    const cut = join(folder, 'cut.backup.gz');
    await writeFile(cut, whole.subarray(0, whole.length / 2));
    const text = join(folder, 'text');
    await writeFile(text, 'xin chào');
    const lost = await rewrite((lines) => lines.filter((_, index) => index !== 20));
    const open = await rewrite((lines) => lines.slice(0, -1));
    const forged = await rewrite((lines) =>
      lines.map((line) => (line.startsWith('event ') ? line.replace('"name": "', '"name": "x') : line)),
    );
    const cases: [string, string][] = [
      [cut, 'backup_damaged'],
      [text, 'backup_damaged'],
      [join(folder, 'nothing'), 'no_backup'],
      [lost, 'backup_damaged'],
      [open, 'backup_damaged'],
      [forged, 'restore_not_verified'],
    ];
    const target = await freshDatabase();
    for (const [path, code] of cases) {
      await expect(restoreBackup({ ...target, dataDir: restored }, path, logger), path).rejects.toMatchObject(
        { code },
      );
      expect(await count(target, 'event'), path).toBe(0);
      expect(await count(target, 'area'), path).toBe(0);
    }
    await restoreBackup({ ...target, dataDir: restored }, file, logger);
    expect(await findingsIn(target.connectionString)).toEqual([]);
    await target.drop();
  });

  test('of the embedded PostgreSQL is taken beside its server and restored into another folder', async () => {
    await fillCity(core, 1);
    await writeBackup({ connectionString: database.connectionString, dataDir: office }, file, LAW_NOW);
    const dataDir = join(folder, 'data');
    const other = await openDatabase({ DATA_DIR: dataDir }, logger);
    await restoreBackup({ ...other, dataDir: restored }, file, logger);
    await other.close();

    const running = await openCore({ DATA_DIR: dataDir }, logger, () => LAW_NOW);
    const beside = await openBeside({ DATA_DIR: dataDir }, logger);
    await writeBackup(
      { connectionString: beside.connectionString, dataDir: office },
      join(folder, 'two.backup.gz'),
      LAW_NOW,
    );
    expect(await findingsIn(beside.connectionString)).toEqual([]);
    await beside.close();
    expect(running.accept.recording).toBe(true);
    await running.close();
    const rows = async (path: string) =>
      gunzipSync(await readFile(path))
        .toString('utf8')
        .split('\n')
        .slice(1)
        .sort();
    expect(await rows(join(folder, 'two.backup.gz'))).toEqual(await rows(file));
  });
});

describe('signed letters and templates', () => {
  const SIGNED = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(500_000), Buffer.from('\n%%EOF\n')]);
  const template = (of: string): string => join(of, 'templates', 'mau-04.docx');

  async function fillOffice(): Promise<string> {
    await fillCity(core, 1);
    const { hash } = await signedFiles(office).keep(SIGNED);
    await mkdir(dirname(template(office)), { recursive: true });
    await writeFile(template(office), 'mẫu riêng');
    // What is no letter and no template is nobody's evidence.
    await writeFile(join(office, 'templates', 'notes.txt'), 'ghi chú');
    await writeFile(join(office, 'signed-letters', `${hash}.part`), 'dở dang');
    await writeBackup({ connectionString: database.connectionString, dataDir: office }, file, LAW_NOW);
    return hash;
  }

  test('AL11: come back byte by byte, for the server alone, and nothing beside them does', async () => {
    const hash = await fillOffice();
    const target = await restoredInto(file);
    const { content } = await signedFiles(restored).read(hash, 'thư');
    expect(content.equals(SIGNED)).toBe(true);
    expect(await readFile(template(restored), 'utf8')).toBe('mẫu riêng');
    const place = join(restored, 'signed-letters', hash.slice(0, 2), hash);
    expect((await stat(place)).mode & 0o177).toBe(0);
    const all = await readdir(restored, { recursive: true, withFileTypes: true });
    expect(
      all
        .filter((one) => one.isFile())
        .map(({ name }) => name)
        .sort(),
    ).toEqual([hash, 'mau-04.docx'].sort());
    await target.drop();
  });

  test('that are changed, cut off or lead elsewhere are damage, and leave nothing behind', async () => {
    const hash = await fillOffice();
    const parts = (lines: string[]): number[] =>
      lines.flatMap((line, at) => (line.startsWith('file ') ? [at] : []));
    const changed = await rewrite((lines) => {
      const [at = 0] = parts(lines);
      return lines.with(at, (lines[at] ?? '').replace(/"base64":".{8}/, '"base64":"AAAAAAAA'));
    });
    const lead = await rewrite((lines) =>
      lines.map((line) => line.replace(`signed-letters/${hash.slice(0, 2)}/${hash}`, '../../elsewhere')),
    );
    const cut = await rewrite((lines) => {
      const last = lines.findIndex((line) => line.startsWith('file ') && line.includes('"last":true'));
      const end = JSON.parse((lines.at(-1) ?? '').slice(4));
      return [
        ...lines.toSpliced(last, 1).slice(0, -1),
        `end ${JSON.stringify({ ...end, file: end.file - 1 })}`,
      ];
    });
    for (const path of [changed, lead, cut]) {
      await expect(restoredInto(path)).rejects.toMatchObject({ code: 'backup_damaged' });
      const left = await readdir(restored, { recursive: true, withFileTypes: true }).catch(() => []);
      expect(left.filter((one) => one.isFile())).toEqual([]);
    }
  });

  test('a template that stands there already stays, and a backup of before has none to bring', async () => {
    await fillOffice();
    await mkdir(dirname(template(restored)), { recursive: true });
    await writeFile(template(restored), 'mẫu mới hơn');
    const target = await restoredInto(file);
    expect(await readFile(template(restored), 'utf8')).toBe('mẫu mới hơn');
    await target.drop();
    const older = await rewrite((lines) => {
      const { file: _, ...counts } = JSON.parse((lines.at(-1) ?? '').slice(4));
      const rows = lines.slice(1, -1).filter((line) => !line.startsWith('file '));
      return [
        (lines[0] ?? '').replace('"version":2', '"version":1'),
        ...rows,
        `end ${JSON.stringify(counts)}`,
      ];
    });
    const again = await restoredInto(older);
    expect(await findingsIn(again.connectionString)).toEqual([]);
    await again.drop();
  });
});

describe('the daily backup', () => {
  const backups = join('data', 'backups');

  test('keeps the seven newest, says when the last one was good, and catches up after a day', async () => {
    await fillCity(core, 1);
    const first = startDailyBackup(core, join(folder, 'data'), logger);
    await first.stop();
    expect(first.state()).toEqual({ lastOkAt: LAW_NOW, failedAt: null, reason: null });
    const [made = ''] = await readdir(join(folder, backups));
    expect(made).toBe('thuoc-do-20261202T050000Z.backup.gz');
    for (let day = 1; day <= 9; day += 1)
      await writeFile(join(folder, backups, `thuoc-do-2026110${day}T050000Z.backup.gz`), '');
    await writeFile(join(folder, backups, 'notes.txt'), '');
    const late = new Date(LAW_NOW - 86_400_001);
    await utimes(join(folder, backups, made), late, late);
    await rm(join(folder, backups, made));
    await writeFile(join(folder, backups, 'thuoc-do-20261201T040000Z.backup.gz'), '');
    await utimes(join(folder, backups, 'thuoc-do-20261201T040000Z.backup.gz'), late, late);

    const second = startDailyBackup(core, join(folder, 'data'), logger);
    await second.stop();
    expect((await readdir(join(folder, backups))).sort()).toEqual([
      'notes.txt',
      ...[5, 6, 7, 8, 9].map((day) => `thuoc-do-2026110${day}T050000Z.backup.gz`),
      'thuoc-do-20261201T040000Z.backup.gz',
      'thuoc-do-20261202T050000Z.backup.gz',
    ]);
    const target = await restoredInto(join(folder, backups, 'thuoc-do-20261202T050000Z.backup.gz'));
    expect(await findingsIn(target.connectionString)).toEqual([]);
    await target.drop();
  });

  test('shows its failure until one succeeds', async () => {
    await fillCity(core, 1);
    await writeFile(join(folder, 'data'), 'a file where the folder should be');
    const daily = startDailyBackup(core, join(folder, 'data'), logger);
    await daily.run();
    expect(daily.state()).toEqual({ lastOkAt: null, failedAt: LAW_NOW, reason: 'ENOTDIR' });
    await rm(join(folder, 'data'));
    await daily.run();
    expect(daily.state()).toEqual({ lastOkAt: LAW_NOW, failedAt: null, reason: null });
    await daily.stop();
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listsOfTree } from '../../lib/domain/tree-lists.ts';
import type { Core } from '../../server/core.ts';
import { DERIVED_TABLES } from '../../server/log/derived-tables.ts';
import { rebuild } from '../../server/log/rebuild.ts';
import { createLogger } from '../../server/logger.ts';
import { giveRights } from '../support/given-rights.ts';
import { boardsOf } from '../support/law-city.ts';
import { LAW_NOW, openLawCore } from '../support/law-core.ts';
import { fillCity, findingsIn } from '../support/law-log.ts';
import { bareDatabase, freshDatabase, type TestDatabase } from '../support/postgres.ts';

const logger = createLogger('silent');
let database: TestDatabase;
let core: Core;
let areas: string[];

beforeAll(async () => {
  database = await freshDatabase();
  core = await openLawCore(database.connectionString);
  const { names } = await fillCity(core);
  areas = Object.values(names);
  await giveRights(core.door, names.w1);
});
afterAll(async () => {
  await core.close();
  await database.drop();
});

const run = async (text: string): Promise<Record<string, unknown>[]> =>
  (await database.pool.query(text)).rows;

/** One value of any row of the table, changed; `where` narrows which. */
const TAMPERED: Record<(typeof DERIVED_TABLES)[number], string> = {
  event_key: `UPDATE event_key SET content_hash = '\\x00' WHERE seq = (SELECT max(seq) FROM event_key)`,
  area: `UPDATE area SET name = 'X' WHERE kind = 'city'`,
  area_version: `UPDATE area_version SET parent = NULL WHERE kind = 'district'`,
  service: `UPDATE service SET max_service_minutes = 61`,
  target: `UPDATE target SET value = 0.5`,
  opening_session: `UPDATE opening_session SET spans = '[]'`,
  procedure: `UPDATE procedure SET "limit" = '{"kind":"days","days":3}'`,
  reporting_periods: `UPDATE reporting_periods SET cut_day = 20`,
  priority_rule: `UPDATE priority_rule SET every = 9`,
  conduct_set: `UPDATE conduct_set SET name = 'X'`,
  alert_rule: `UPDATE alert_rule SET raise_at = 99`,
  exclusion: `UPDATE exclusion SET decision = 'refused'`,
  survey: `UPDATE survey SET n = 7`,
  checklist: `UPDATE checklist SET items = '[]'`,
  frozen_report: `UPDATE frozen_report SET hash = repeat('0', 64)`,
  model: `UPDATE model SET name = 'X'`,
  model_unit: `UPDATE model_unit SET end_day = '2026-12-24'`,
  published: `UPDATE published SET total = 99`,
  reception: `UPDATE reception SET leader = 'X'`,
  dialogue: `UPDATE dialogue SET topic = 'X'`,
  dialogue_question: `UPDATE dialogue_question SET due_day = '2026-12-24'`,
  public_figure: 'UPDATE public_figure SET shown = false',
  api_key: `UPDATE api_key SET rights = '{read}'`,
  person: `UPDATE person SET name = 'X'`,
  role_grant: `UPDATE role_grant SET role = 'admin' WHERE role <> 'admin'`,
  role_loan: `UPDATE role_loan SET lent_to = 'X'`,
  officer_link: `UPDATE officer_link SET person = 'X'`,
  totp_required: `UPDATE totp_required SET seq = seq + 1`,
  wall_token: `UPDATE wall_token SET settings = '{}'`,
  device: `UPDATE device SET counter = 'X'`,
  source: `UPDATE source SET area = 'X' WHERE source = (SELECT min(source) FROM source)`,
  signal: `UPDATE signal SET last_at = last_at - interval '1 ms' WHERE (unit, kind) = (SELECT unit, kind FROM signal ORDER BY 1, 2 LIMIT 1)`,
  counter: `UPDATE counter SET state = 'gone' WHERE (unit, counter) = (SELECT unit, counter FROM counter ORDER BY 1, 2 LIMIT 1)`,
  queue_state: `UPDATE queue_state SET data = '{}' WHERE (unit, service, kind) = (SELECT unit, service, kind FROM queue_state ORDER BY 1, 2, 3 LIMIT 1)`,
  note: `UPDATE note SET text = 'X' WHERE seq = (SELECT min(seq) FROM note)`,
  ticket: `UPDATE ticket SET wait_seconds = 7 WHERE (unit, ticket) = (SELECT unit, ticket FROM ticket ORDER BY 1, 2 LIMIT 1)`,
  rating: `UPDATE rating SET second = NOT second WHERE (unit, rating) = (SELECT unit, rating FROM rating ORDER BY 1, 2 LIMIT 1)`,
  dossier: `UPDATE dossier SET late_from = '2026-12-24' WHERE (root, dossier) = (SELECT root, dossier FROM dossier ORDER BY 1, 2 LIMIT 1)`,
  dossier_visit: `UPDATE dossier_visit SET ticket = 'X' WHERE (root, dossier, unit, ticket) = (SELECT root, dossier, unit, ticket FROM dossier_visit ORDER BY 1, 2, 3, 4 LIMIT 1)`,
  apology: `UPDATE apology SET signed_seq = 1 WHERE (root, apology) = (SELECT root, apology FROM apology ORDER BY 1, 2 LIMIT 1)`,
  suggestion: `UPDATE suggestion SET seen_at = NULL WHERE (unit, suggestion) = (SELECT unit, suggestion FROM suggestion WHERE seen_at IS NOT NULL ORDER BY 1, 2 LIMIT 1)`,
  inspection: `UPDATE inspection SET announced_at = NULL WHERE (unit, inspection) = (SELECT unit, inspection FROM inspection WHERE announced_at IS NOT NULL ORDER BY 1, 2 LIMIT 1)`,
  explanation: `UPDATE explanation SET about = 'X' WHERE seq = (SELECT min(seq) FROM explanation)`,
  alert: `UPDATE alert SET taken_by = 'X' WHERE (unit, alert) = (SELECT unit, alert FROM alert ORDER BY 1, 2 LIMIT 1)`,
  rollup_dossier_day: `UPDATE rollup_dossier_day SET received = received + 1 WHERE (unit, day, procedure, handler) = (SELECT unit, day, procedure, handler FROM rollup_dossier_day WHERE received > 0 ORDER BY 1, 2, 3, 4 LIMIT 1)`,
  rollup_dossier_month: `UPDATE rollup_dossier_month SET settled = coalesce(settled, 0) + 1 WHERE (unit, day, procedure, handler) = (SELECT unit, day, procedure, handler FROM rollup_dossier_month WHERE received > 0 ORDER BY 1, 2, 3, 4 LIMIT 1)`,
  rollup_dossier_unit_month: `UPDATE rollup_dossier_unit_month SET received = received + 1 WHERE (unit, day) = (SELECT unit, day FROM rollup_dossier_unit_month WHERE received > 0 ORDER BY 1, 2 LIMIT 1)`,
  dossier_tally: `UPDATE dossier_tally SET n = n + 1 WHERE (unit, kind, about) = (SELECT unit, kind, about FROM dossier_tally WHERE n > 0 ORDER BY 1, 2, 3 LIMIT 1)`,
  rollup_half_hour: `UPDATE rollup_half_hour SET issued = issued + 1 WHERE (unit, day, half_hour, service) = (SELECT unit, day, half_hour, service FROM rollup_half_hour WHERE issued > 0 ORDER BY 1, 2, 3, 4 LIMIT 1)`,
  rollup_day: `UPDATE rollup_day SET wait_max = coalesce(wait_max, 0) + 1 WHERE (unit, day, service) = (SELECT unit, day, service FROM rollup_day WHERE issued > 0 ORDER BY 1, 2, 3 LIMIT 1)`,
  rollup_month: `UPDATE rollup_month SET wait_bins = '{1,1}' WHERE (unit, day, service) = (SELECT unit, day, service FROM rollup_month WHERE wait_bins <> '{1,1}' ORDER BY 1, 2, 3 LIMIT 1)`,
};

describe('verify', () => {
  test('finds nothing in what the running server wrote, and the server goes on writing', async () => {
    const filled = await fillCity(core, 2);
    const [findings] = await Promise.all([findingsIn(database.connectionString), fillCity(core, 3)]);
    expect(findings).toEqual([]);
    areas.push(...Object.values(filled.names));
  });

  test.each(DERIVED_TABLES)('finds one changed value and one lost row in %s', async (table) => {
    const kept = `kept_${table}`;
    const [{ n } = { n: 0 }] = await run(`SELECT count(*) AS n FROM "${table}"`);
    expect(n).not.toBe(0);
    await run(`CREATE TABLE ${kept} AS SELECT * FROM "${table}"`);
    const restore = async (): Promise<void> => {
      await run(`TRUNCATE "${table}"`);
      await run(`INSERT INTO "${table}" SELECT * FROM ${kept}`);
    };
    try {
      await run(TAMPERED[table]);
      const changed = await findingsIn(database.connectionString);
      expect(changed).not.toEqual([]);
      expect(new Set(changed.map((finding) => `${finding.table} ${finding.kind}`))).toEqual(
        // A visit is nothing but its key: a changed one is another one.
        new Set(table === 'dossier_visit' ? [`${table} extra`, `${table} missing`] : [`${table} different`]),
      );
      await restore();
      // A cell of zeros means the same as none, so its loss is none.
      const counted = table.startsWith('rollup_dossier_') ? 'received' : 'issued';
      const meant = table.startsWith('rollup_') ? `WHERE ${counted} > 0` : '';
      await run(`DELETE FROM "${table}" WHERE ctid = (SELECT max(ctid) FROM "${table}" ${meant})`);
      expect(await findingsIn(database.connectionString)).toMatchObject([{ table, kind: 'missing' }]);
    } finally {
      await restore();
      await run(`DROP TABLE ${kept}`);
    }
  });

  test('finds a ticket that no event tells of, and names it', async () => {
    await run(`INSERT INTO ticket SELECT unit, 'ma', number, service, state, pending, service_day, half_hour, wait_start_at,
      first_call_at, ended_at, wait_seconds, counter, outcome, facts FROM ticket ORDER BY unit, ticket LIMIT 1`);
    const [unit] = await run(`SELECT unit FROM ticket WHERE ticket = 'ma'`);
    expect(await findingsIn(database.connectionString)).toEqual([
      { table: 'ticket', key: { unit: unit?.unit, ticket: 'ma' }, kind: 'extra', columns: [] },
    ]);
    await run(`DELETE FROM ticket WHERE ticket = 'ma'`);
  });

  test('names the seq at which a changed, a removed and a slipped-in event break the chain', async () => {
    const [middle] = await run(
      `SELECT seq, to_jsonb(event) AS row FROM event WHERE type = 'ticket.left' ORDER BY seq OFFSET 2 LIMIT 1`,
    );
    const seq = Number(middle?.seq);
    const faults = async () =>
      (await findingsIn(database.connectionString)).filter(({ table }) => table === 'event');

    await run(`CREATE TABLE kept_event AS SELECT * FROM event WHERE seq = ${seq}`);
    await run(`UPDATE event SET at = at + interval '1 ms' WHERE seq = ${seq}`);
    expect(await faults()).toEqual([
      { table: 'event', key: { seq }, kind: 'content', columns: [] },
      { table: 'event', key: { seq }, kind: 'chain', columns: [] },
    ]);
    // Who also changes the hash of the content still breaks the chain.
    await run(
      `UPDATE event SET received_at = received_at + interval '1 s', at = (SELECT at FROM kept_event) WHERE seq = ${seq}`,
    );
    expect(await faults()).toEqual([{ table: 'event', key: { seq }, kind: 'chain', columns: [] }]);

    await run(`DELETE FROM event WHERE seq = ${seq}`);
    expect(await faults()).toEqual([{ table: 'event', key: { seq: seq + 1 }, kind: 'chain', columns: [] }]);
    await run('INSERT INTO event SELECT * FROM kept_event');
    await run('DROP TABLE kept_event');
    expect(await faults()).toEqual([]);
  });

  test('finds a changed comment, a lost one and one that belongs to nothing', async () => {
    const [kept] = await run('SELECT seq, value FROM personal ORDER BY seq LIMIT 1');
    const seq = Number(kept?.seq);
    await run(`UPDATE personal SET value = '{"comment": "Tốt"}' WHERE seq = ${seq}`);
    expect(await findingsIn(database.connectionString)).toEqual([
      { table: 'personal', key: { seq }, kind: 'personal', columns: [] },
    ]);
    await run(`UPDATE personal SET value = '${JSON.stringify(kept?.value)}', seq = 1 WHERE seq = ${seq}`);
    expect(await findingsIn(database.connectionString)).toEqual([
      { table: 'personal', key: { seq }, kind: 'missing', columns: [] },
      { table: 'personal', key: { seq: 1 }, kind: 'extra', columns: [] },
    ]);
    await run(`UPDATE personal SET seq = ${seq} WHERE seq = 1`);
  });

  test('says that an empty database holds no installation', async () => {
    const bare = await bareDatabase();
    await expect(findingsIn(bare.connectionString)).rejects.toMatchObject({ code: 'no_installation' });
    await bare.drop();
  });
});

describe('rebuild', () => {
  test('refuses while a server runs', async () => {
    await expect(rebuild(database, logger)).rejects.toMatchObject({ code: 'second_writer' });
  });

  test('derives every table again from the log: verify is clean and the boards are the same', async () => {
    const boards = boardsOf(core.memory, LAW_NOW, areas);
    const tree = listsOfTree(core.memory.tree);
    const [book] = await run(
      `UPDATE source SET clock_ahead_at = '2026-12-01T00:00:00Z' WHERE source = (SELECT min(source) FROM source) RETURNING source`,
    );
    const used = '2026-12-01T00:00:00Z';
    const [key] = await run(
      `UPDATE api_key SET last_used_at = '${used}' WHERE key = (SELECT min(key) FROM api_key) RETURNING key`,
    );
    await core.close();
    const kept = ['source', 'api_key'];
    for (const table of DERIVED_TABLES) if (!kept.includes(table)) await run(`TRUNCATE "${table}"`);
    expect((await findingsIn(database.connectionString)).length).toBeGreaterThan(100);
    await rebuild(database, logger);
    expect(await findingsIn(database.connectionString)).toEqual([]);
    // What no event tells is left as it was.
    expect(await run('SELECT source FROM source WHERE clock_ahead_at IS NOT NULL')).toEqual([
      { source: book?.source },
    ]);
    expect(await run('SELECT key FROM api_key WHERE last_used_at IS NOT NULL')).toEqual([{ key: key?.key }]);
    core = await openLawCore(database.connectionString);
    expect(boardsOf(core.memory, LAW_NOW, areas)).toEqual(boards);
    expect(listsOfTree(core.memory.tree)).toEqual(tree);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DossierFact } from '../../lib/domain/dossier/dossier-fact.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { migrationsFolder, readMigrations } from '../../server/db/migration-folder.ts';
import { emptyMemory } from '../../server/log/memory.ts';
import type { Query } from '../../server/log/query.ts';
import { restoreDossiers } from '../../server/log/restore-dossiers.ts';
import { apologies } from '../../server/read/apologies.ts';
import { compare } from '../../server/read/compare.ts';
import type { ReadContext } from '../../server/read/context.ts';
import { dossiers } from '../../server/read/dossiers.ts';
import { dossiersToCorrect } from '../../server/read/dossiers-to-correct.ts';
import { kpis } from '../../server/read/kpis.ts';
import { areaDefinition } from '../support/city.ts';
import { addMonths, type ManyDossiers } from '../support/many-dossiers.ts';
import { openReadCity, type ReadCity } from '../support/read-city.ts';
import { explained, type Touched } from '../support/rows-read.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const NOW = '2026-11-30T16:00:00+07:00';
/** A twentieth of five million dossiers of ten years. */
const MONTHS = 120;
const PER_MONTH = 2083;
/** No question may look to the planner like a large part of all there is. */
const EXPECTED_SHARE = 0.04;
const UNITS = Array.from({ length: 30 }, (_, n) => `w${n}`);

const many = (perMonth: number): ManyDossiers => ({
  root: 'city',
  units: UNITS,
  zone: ZONE,
  perMonth,
  now: Date.parse(NOW),
});

async function openCity(): Promise<ReadCity> {
  const city = await openReadCity(...UNITS.map((code) => areaDefinition(code, 'city', 'ward', 'none')));
  city.setNow(NOW);
  return city;
}

const UNIT_MONTHS = '0031_dossier_unit_month';

const TABLES = {
  dossier: 'root, dossier',
  rollup_dossier_day: 'unit, day, procedure, handler',
  rollup_dossier_month: 'unit, day, procedure, handler',
  rollup_dossier_unit_month: 'unit, day',
  dossier_tally: 'unit, kind, about',
};

async function rowsOf({ context }: ReadCity): Promise<Record<string, unknown[]>> {
  const read = async (table: string, key: string): Promise<[string, unknown[]]> => {
    const { rows } = await context.pool.query<{ row: unknown }>(
      `SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY ${key}`,
    );
    return [table, rows.map(({ row }) => row)];
  };
  return Object.fromEntries(
    await Promise.all(Object.entries(TABLES).map(([table, key]) => read(table, key))),
  );
}

test('dossiers that are made by the million are those that the same facts give through the door', async () => {
  const [made, told] = await Promise.all([openCity(), openCity()]);
  try {
    await addMonths(made.core.database.pool, many(400), 0, 3);
    const rows = await rowsOf(made);
    expect(rows.dossier).toHaveLength(1200);
    const events = (rows.dossier as { dossier: string; facts: DossierFact[] }[]).flatMap(
      ({ dossier, facts }) =>
        facts.map(
          ({ kind, unit, at, source, id, ...data }) =>
            // Facts of these kinds hold the fields of their events.
            ({ type: `dossier.${kind}`, unit, at, source, id, data: { dossier, ...data } }) as SourceEvent,
        ),
    );
    const outcomes = await told.core.door.submit(events, { kind: 'operator' });
    expect(outcomes.filter(({ status }) => status !== 'stored')).toEqual([]);
    expect(await rowsOf(told)).toEqual(rows);
    // What an upgrade adds up of the months that are there is what would have been told.
    const migration = (await readMigrations(migrationsFolder())).find(({ name }) => name === UNIT_MONTHS);
    const fill = migration?.sql.slice(migration.sql.indexOf('INSERT')) ?? '';
    await told.core.database.pool.query(`TRUNCATE rollup_dossier_unit_month; ${fill}`);
    expect(await rowsOf(told)).toEqual(rows);
  } finally {
    await Promise.all([made.close(), told.close()]);
  }
});

/** All that a page asks about dossiers, and the start of the server. */
type Question = (context: ReadContext) => Promise<unknown>;

const MONTH = { from: '2026-11-01', to: '2026-11-30' };
const figures = {
  period: MONTH,
  rule: 'own',
  procedure: null,
  handler: null,
  service: null,
  counter: null,
  within: null,
  asOf: null,
  knownAt: null,
} as const;
const list = {
  area: 'city',
  procedure: null,
  handler: null,
  stage: null,
  channel: null,
  fault: null,
  cursor: null,
  limit: 100,
};
const PAST = Date.parse('2026-11-18T10:00:00+07:00');

const QUESTIONS: Record<string, Question> = {
  'kpis of the month': (context) => kpis(context, 'city', figures),
  'kpis of a ward': (context) => kpis(context, 'w7', figures),
  'kpis as of a past instant': (context) => kpis(context, 'city', { ...figures, asOf: PAST }),
  'kpis of a ward as of a past instant': (context) => kpis(context, 'w7', { ...figures, asOf: PAST }),
  compare: (context) =>
    compare(context, 'city', { ...figures, metric: 'onTimeOfSettled', level: 'children' }),
  'what to correct': (context) => dossiersToCorrect(context, 'city'),
  'list of receipts': (context) => dossiers(context, { ...list, period: MONTH, state: null }),
  'list of a procedure': (context) =>
    dossiers(context, { ...list, period: MONTH, state: null, procedure: 'p3' }),
  'list of a ward': (context) => dossiers(context, { ...list, area: 'w7', period: MONTH, state: null }),
  'list of open': (context) => dossiers(context, { ...list, period: null, state: 'open' }),
  'list of overdue': (context) => dossiers(context, { ...list, period: null, state: 'overdue' }),
  'list of due today': (context) => dossiers(context, { ...list, period: null, state: 'dueToday' }),
  'list of settled': (context) => dossiers(context, { ...list, period: MONTH, state: 'settled' }),
  'list of late': (context) => dossiers(context, { ...list, period: MONTH, state: 'late' }),
  'list of not collected': (context) => dossiers(context, { ...list, period: MONTH, state: 'notCollected' }),
  'list to correct': (context) => dossiers(context, { ...list, limit: 5, period: null, state: 'toCorrect' }),
  'list to correct of one kind': (context) =>
    dossiers(context, { ...list, limit: 5, period: null, state: 'toCorrect', fault: 'second_result' }),
  'chain of apologies': (context) =>
    apologies(context, { area: 'city', period: MONTH, state: null, dossier: null, cursor: null, limit: 100 }),
  'start of the server': async (context) => {
    const query = async (text: string, values: unknown[]) => (await context.pool.query(text, values)).rows;
    const memory = { ...emptyMemory(), tree: context.tree };
    await restoreDossiers(query as Query, memory, UNITS, Date.parse(NOW));
  },
};

describe('a twentieth of five million dossiers of ten years', () => {
  let city: ReadCity;
  const atOneMonth = new Map<string, Touched>();
  const atTenYears = new Map<string, Touched>();

  async function askAll(answers: Map<string, Touched>): Promise<void> {
    const { pool, touched } = explained(city.core.database.pool);
    for (const [name, ask] of Object.entries(QUESTIONS)) {
      touched();
      await ask({ ...city.context, pool });
      answers.set(name, touched());
    }
  }

  beforeAll(async () => {
    city = await openCity();
    // What is open when a month begins comes from the one before.
    await addMonths(city.core.database.pool, many(PER_MONTH), 0, 2);
    await askAll(atOneMonth);
    await addMonths(city.core.database.pool, many(PER_MONTH), 2, MONTHS);
    await askAll(atTenYears);
    console.info(Object.fromEntries([...atOneMonth].map(([k, v]) => [k, [v, atTenYears.get(k)]])));
  });

  afterAll(() => city.close());

  test.each(Object.keys(QUESTIONS))('%s: rows read do not grow with age (P5)', (name) => {
    const [young, old] = [atOneMonth.get(name), atTenYears.get(name)];
    expect(young?.rows, 'rows').toBeGreaterThan(0);
    expect(old?.rows, JSON.stringify({ young, old })).toBeLessThanOrEqual(1.2 * (young?.rows ?? 0));
    expect(old?.expected, JSON.stringify({ young, old })).toBeLessThan(EXPECTED_SHARE * MONTHS * PER_MONTH);
  });

  test('P2: whole months of a comparison are a row a unit and month, whatever procedures and bodies there are', async () => {
    const { pool, touched } = explained(city.core.database.pool);
    const period = { from: '2025-01-01', to: '2025-12-31' };
    const question = { ...figures, period, metric: 'onTimeOfSettled', level: 'units' } as const;
    const { total } = await compare({ ...city.context, pool }, 'city', question);
    expect(total.of).toBeGreaterThan(10 * PER_MONTH);
    expect(touched().rows).toBeLessThanOrEqual(12 * UNITS.length);
    const { rows } = await city.core.database.pool.query<{ n: number; of: number }>(
      `SELECT sum(on_own)::int AS n, sum(judged)::int AS of FROM rollup_dossier_day WHERE day BETWEEN $1 AND $2`,
      [period.from, period.to],
    );
    expect({ n: total.n, of: total.of }).toEqual(rows[0]);
  });
});

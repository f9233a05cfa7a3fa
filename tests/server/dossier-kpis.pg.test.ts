import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, monthOf } from '../../lib/domain/zoned-time.ts';
import type { DossiersAnswer, ToCorrectAnswer } from '../../lib/wire/dossier-reads.ts';
import type { CompareAnswer, KpisAnswer } from '../../lib/wire/reads.ts';
import { bearer, makeKey } from '../support/city.ts';
import {
  BOSTON,
  type DossierFigures,
  type DossierLog,
  dossierReference,
  dossierRows,
  figuresBy,
  recordedAt,
  WABO,
} from '../support/dossier-data.ts';
import { type CliInstallation, cliInstallation } from '../support/run-cli.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { describeWithSharedData } from '../support/shared-data.ts';

/** A city made of the values of one column of a log, each a unit with a code of its own. */
type LogCity = { root: string; log: DossierLog; column: string; units: Map<string, string>; map: string };

const MAPS = {
  wabo: 'dossier=dossier_id,procedure=grp,handler=responsible,settled_at=resolved_at,channel=',
  boston: 'dossier=dossier_id,procedure=type,settled_at=resolved_at',
};

describeWithSharedData('dossiers of two cities through the command line and /kpis', (folder) => {
  let installation: CliInstallation;
  let server: TestServer;
  let secrets: Record<string, string> = {};

  const cityOf = (root: string, log: DossierLog, column: string, map: string): LogCity => {
    const names = [...new Set(dossierRows(folder, log).map((row) => row[column] ?? ''))].sort();
    return { root, log, column, map, units: new Map(names.map((name, n) => [name, `${root}-${n + 1}`])) };
  };
  const wabo = cityOf('wabo', WABO, 'department', MAPS.wabo);
  const boston = cityOf('boston', BOSTON, 'department', MAPS.boston);
  const places = cityOf('places', BOSTON, 'neighborhood', MAPS.boston);

  beforeAll(async () => {
    installation = await cliInstallation();
    const areas = [wabo, boston, places].flatMap(({ root, log, units }) => [
      `${root},,city,${root},${log.zone}`,
      ...[...units].map(([name, code]) => `${code},${root},centre,${name},${log.zone}`),
    ]);
    const csv = await installation.file('areas.csv', `code,parent,kind,name,timezone\n${areas.join('\n')}`);
    expect(await installation.cli('areas', 'import', csv)).toMatchObject({ code: 0 });
    for (const city of [wabo, boston, places]) expect(await importLog(city)).toMatchObject({ rejected: 0 });
    server = await startServer({
      databaseUrl: installation.database.connectionString,
      dataDir: installation.dataDir,
    });
    const door = await server.door();
    const keys = await Promise.all(
      [wabo, boston, places].map(({ root }) => makeKey(door, { area: root, rights: ['read'] })),
    );
    secrets = Object.fromEntries(
      keys.map(({ secret: one }, n) => [[wabo, boston, places][n]?.root ?? '', one]),
    );
    await door.close();
  }, 300_000);

  afterAll(async () => {
    await server?.remove();
    await installation?.remove();
  });

  async function importLog({ root, log, column, map }: LogCity) {
    const run = await installation.cli(
      'import',
      'dossiers',
      join(folder, log.file),
      '--area',
      root,
      '--area-column',
      column,
      '--map',
      map,
      ...(map === MAPS.wabo ? ['--default', 'procedure=wabo'] : []),
      '--json',
    );
    return JSON.parse(run.stdout);
  }

  async function get<T>(root: string, path: string): Promise<T> {
    const answer = await fetch(`${server.url}${path}`, { headers: bearer(secrets[root] ?? '') });
    expect(answer.status, path).toBe(200);
    return answer.json();
  }

  const kpis = async (root: string, code: string, query: Record<string, string>) =>
    (await get<KpisAnswer>(root, `/api/v1/areas/${code}/kpis?${new URLSearchParams(query)}`)).dossiers;

  const percent = (share: number | null): number => Math.round(10_000 * (share ?? Number.NaN)) / 100;

  async function expectFigures(root: string, code: string, figures: DossierFigures, asOf: number) {
    const measures = await kpis(root, code, {
      from: '2010-01-01',
      to: '2016-12-31',
      rule: 'instant',
      asOf: new Date(asOf).toISOString(),
    });
    expect({
      received: measures.received,
      resolved: measures.settled,
      on_time: measures.onTime,
      late: measures.late,
      open: measures.open,
      open_overdue: measures.openOverdue,
      open_in_time: measures.open - measures.openOverdue,
      on_time_of_resolved_pct: percent(measures.onTimeOfSettled.share),
      on_time_of_received_pct: percent(measures.onTimeOfReceived.share),
    }).toEqual(figures);
  }

  const LOGS = [
    [wabo, dossierReference(folder, 'dossier_wabo_receipt')],
    [boston, dossierReference(folder, 'dossier_boston311_2015Q1_by_department')],
  ] as const;

  describe.each(LOGS)('$root', ({ root, log, units }, reference) => {
    const asOf = recordedAt(reference.as_of, log.zone);

    test('F8, F9, F11: the whole log and every unit agree', async () => {
      await expectFigures(root, root, reference.all, asOf);
      for (const [name, figures] of Object.entries(reference.by_unit))
        await expectFigures(root, units.get(name) ?? '', figures, asOf);
    });

    test('F9: every month of receipt agrees', async () => {
      for (const [month, figures] of Object.entries(reference.by_month_received)) {
        const measures = await kpis(root, root, { ...days(month), rule: 'instant' });
        expect([measures.received, measures.onTimeOfReceived.n, measures.onTimeOfReceived.of]).toEqual([
          figures.received,
          figures.on_time,
          figures.received,
        ]);
        expect(percent(measures.onTimeOfReceived.share)).toBe(figures.on_time_of_received_pct);
      }
    });

    test('F8: every month of settlement agrees', async () => {
      for (const [month, figures] of Object.entries(reference.by_month_resolved)) {
        const measures = await kpis(root, root, { ...days(month), rule: 'instant' });
        expect([measures.settled, measures.onTime]).toEqual([figures.resolved, figures.on_time]);
        expect(percent(measures.onTimeOfSettled.share)).toBe(figures.pct);
      }
    });
  });

  test('F8, F11: every neighbourhood of Boston agrees, compared too', async () => {
    const asOf = recordedAt(LOGS[1][1].as_of, BOSTON.zone);
    const reference = figuresBy(folder, 'dossier_boston311_2015Q1_by_neighborhood');
    for (const [name, figures] of Object.entries(reference))
      await expectFigures('places', places.units.get(name) ?? '', figures, asOf);
    const compared = await get<CompareAnswer>(
      'places',
      '/api/v1/areas/places/compare?metric=onTimeOfSettled&rule=instant&from=2015-01-01&to=2016-12-31',
    );
    for (const { name, n, of } of compared.children) {
      const figures = reference[name];
      expect([n, of], name).toEqual([figures?.on_time, figures?.resolved]);
    }
  });

  test('F12: the bodies that decided in WABO agree', async () => {
    const asOf = recordedAt(LOGS[0][1].as_of, WABO.zone);
    for (const [handler, figures] of Object.entries(figuresBy(folder, 'dossier_wabo_by_responsible'))) {
      const measures = await kpis('wabo', 'wabo', {
        from: '2010-01-01',
        to: '2012-12-31',
        rule: 'instant',
        asOf: new Date(asOf).toISOString(),
        handler,
      });
      expect([
        measures.received,
        measures.settled,
        measures.onTime,
        measures.open,
        measures.openOverdue,
      ]).toEqual([figures.received, figures.resolved, figures.on_time, figures.open, figures.open_overdue]);
    }
  });

  test('F4: the rule changes the answer: 71.63 %, 76.75 % or 66.39 % of one log', async () => {
    const period = { from: '2010-10-01', to: '2012-01-31' };
    const instant = await kpis('wabo', 'wabo', { ...period, rule: 'instant' });
    const day = await kpis('wabo', 'wabo', { ...period, rule: 'day' });
    expect([
      percent(instant.onTimeOfSettled.share),
      percent(day.onTimeOfSettled.share),
      percent(instant.onTimeOfReceived.share),
    ]).toEqual([71.63, 76.75, 66.39]);
  });

  test('F16: the two dossiers settled before their receipt are listed, and counted', async () => {
    const { items } = await get<DossiersAnswer>('wabo', '/api/v1/dossiers?area=wabo&state=toCorrect');
    expect(items.map(({ faults }) => faults)).toEqual([
      ['settled_before_receipt'],
      ['settled_before_receipt'],
    ]);
    const counts = await get<ToCorrectAnswer>('wabo', '/api/v1/areas/wabo/dossiers-to-correct');
    expect(counts).toEqual({ byReason: { settled_before_receipt: 2 }, unknownProcedures: [] });
  });

  test('a unit that received nothing has no share, and a second import stores nothing', async () => {
    const measures = await kpis('boston', 'boston', { from: '2010-01-01', to: '2010-12-31' });
    expect(measures).toMatchObject({
      received: 0,
      onTimeOfReceived: { share: null },
      onTimeOfSettled: { share: null },
    });
    await server.stop();
    expect(await importLog(wabo)).toMatchObject({ stored: 0, duplicate: 1434 + 1329, rejected: 0 });
  }, 60_000);
});

const days = (month: string) => {
  const from = `${month}-01`;
  return { from, to: addDays(monthOf(addDays(from, 31)), -1) };
};

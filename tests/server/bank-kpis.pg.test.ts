import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CloudEvent } from '../../lib/domain/events/cloud-event.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { KpisAnswer } from '../../lib/wire/reads.ts';
import { BANK_ZONE, type BankFigures, bankReference, bankTickets } from '../support/bank.ts';
import { bearer, makeKey } from '../support/city.ts';
import { type CliInstallation, cliInstallation } from '../support/run-cli.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { describeWithSharedData } from '../support/shared-data.ts';

const MINUTES = [1, 5, 10, 15, 30];
const DAY = '1999-01-05';

describeWithSharedData('the bank through the command line, the endpoint and /kpis', (folder) => {
  const reference = bankReference(folder);
  let installation: CliInstallation;
  let server: TestServer;
  let secret: string;

  beforeAll(async () => {
    installation = await cliInstallation();
    const areas = [
      'bank,,city,Ngân hàng',
      'b1,bank,centre,Nhập từ tệp',
      'b2,bank,centre,Gửi qua cổng',
      'b3,bank,centre,Không có gì',
    ];
    const csv = await installation.file(
      'areas.csv',
      `code,parent,kind,name,timezone\n${areas.map((line) => `${line},${BANK_ZONE}`).join('\n')}`,
    );
    expect(await installation.cli('areas', 'import', csv)).toMatchObject({ code: 0 });
    const map = 'ticket=ticket_id,finished_at=served_at,counter=server';
    const imported = await installation.cli(
      'import',
      'tickets',
      join(folder, 'queue_bank_1999-01.csv.gz'),
      '--area',
      'b1',
      '--map',
      map,
    );
    expect(imported).toMatchObject({ code: 0 });
    server = await startServer({
      databaseUrl: installation.database.connectionString,
      dataDir: installation.dataDir,
    });
    const door = await server.door();
    secret = (await makeKey(door, { area: 'bank', rights: ['read'] })).secret;
    await door.close();
  }, 240_000);

  afterAll(async () => {
    await server?.remove();
    await installation?.remove();
  });

  async function kpis(area: string, from: string, to: string, service?: string): Promise<KpisAnswer> {
    const within = MINUTES.map((minutes) => minutes * 60).join(',');
    const query = new URLSearchParams({ from, to, within, ...(service && { service }) });
    const answer = await fetch(`${server.url}/api/v1/areas/${area}/kpis?${query}`, {
      headers: bearer(secret),
    });
    expect(answer.status).toBe(200);
    return answer.json();
  }

  function expectFigures({ tickets }: KpisAnswer, figures: BankFigures): void {
    expect(tickets).toMatchObject({
      issued: figures.tickets,
      called: figures.served,
      finished: figures.served,
      left: figures.left,
    });
    const wait = tickets?.wait;
    expect(wait?.n).toBe(figures.served);
    expect(wait?.meanSec).toBeCloseTo(figures.wait_mean_s ?? Number.NaN, 2);
    expect(wait?.maxSec).toBe(figures.wait_max_s);
    for (const [name, seconds] of [
      ['wait_p50_s', wait?.p50Sec],
      ['wait_p90_s', wait?.p90Sec],
      ['wait_p95_s', wait?.p95Sec],
    ] as const) {
      const wanted = figures[name] ?? Number.NaN;
      expect(Math.abs((seconds ?? Number.NaN) - wanted)).toBeLessThanOrEqual(Math.max(1, 0.02 * wanted));
    }
    for (const minutes of MINUTES) {
      const percent = (100 * (wait?.within[String(minutes * 60)]?.n ?? Number.NaN)) / (wait?.n ?? Number.NaN);
      expect(percent).toBeCloseTo(figures[`within_${minutes}min_pct`] ?? Number.NaN, 2);
    }
  }

  test('Q: the whole month equals the reference', async () => {
    expectFigures(await kpis('b1', '1999-01-01', '1999-01-31'), reference.all);
  });

  test.each(Object.keys(reference.by_service))('Q: service %s equals the reference', async (service) => {
    expectFigures(await kpis('b1', '1999-01-01', '1999-01-31', service), reference.by_service[service] ?? {});
  });

  test.each(Object.keys(reference.by_day))('Q: the day %s equals the reference', async (day) => {
    expectFigures(await kpis('b1', day, day), reference.by_day[day] ?? {});
  });

  test('L1: the day shuffled, split at random and partly sent three times gives equal measures; the city is the sum', async () => {
    const events = bankDay(folder, 'b2');
    const [batches = []] = fc.sample(manyTimes(events), { numRuns: 1, seed: 5 });
    const key = (
      await installation.cli('keys', 'create', '--area', 'bank', '--name', 'trộn', '--import')
    ).stdout.trim();
    await Promise.all(
      [0, 1, 2, 3].map(async (sender) => {
        for (let i = sender; i < batches.length; i += 4) {
          const answer = await fetch(`${server.url}/api/v1/events`, {
            method: 'POST',
            headers: { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' },
            body: JSON.stringify(batches[i]),
          });
          expect(answer.status).toBe(200);
        }
      }),
    );
    const one = await kpis('b1', DAY, DAY);
    const other = await kpis('b2', DAY, DAY);
    expect(other.tickets).toEqual(one.tickets);
    const city = await kpis('bank', DAY, DAY);
    expect(city.tickets).toMatchObject({
      issued: 2 * (one.tickets?.issued ?? 0),
      left: 2 * (one.tickets?.left ?? 0),
    });
    expect(city.tickets?.wait).toMatchObject({
      n: 2 * (one.tickets?.wait.n ?? 0),
      maxSec: one.tickets?.wait.maxSec,
      p90Sec: one.tickets?.wait.p90Sec,
    });
    expect(city.tickets?.wait.within['60']).toMatchObject({
      n: 2 * (one.tickets?.wait.within['60']?.n ?? 0),
      of: 2 * (one.tickets?.wait.within['60']?.of ?? 0),
    });
  }, 120_000);
});

function bankDay(folder: string, unit: string): CloudEvent[] {
  const events: CloudEvent[] = [];
  for (const [ticket, facts] of bankTickets(folder)) {
    const issued = facts.find((fact) => fact.kind === 'issued');
    if (!issued || localDay(BANK_ZONE, issued.at) !== DAY) continue;
    for (const { kind, at, id, number, service, counter } of facts) {
      const data = Object.fromEntries(
        Object.entries({ ticket, number: number?.slice(-32), service, counter }).filter(
          ([, value]) => value !== undefined,
        ),
      );
      events.push({
        specversion: '1.0',
        id,
        source: '/shuffled',
        type: `ticket.${kind}`,
        subject: unit,
        time: new Date(at).toISOString(),
        data,
      });
    }
  }
  return events;
}

/** Every event once, some two or three times, in any order, in batches of any size. */
function manyTimes(events: readonly CloudEvent[]): fc.Arbitrary<CloudEvent[][]> {
  const times = fc.array(fc.constantFrom(1, 1, 1, 2, 3), {
    minLength: events.length,
    maxLength: events.length,
  });
  return times.chain((counts) => {
    const all = events.flatMap((event, index) => Array.from({ length: counts[index] ?? 1 }, () => event));
    const shuffled = fc.shuffledSubarray(
      all.map((_, index) => index),
      { minLength: all.length, maxLength: all.length },
    );
    const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 400, maxLength: 400 });
    return fc.tuple(shuffled, sizes).map(([order, lengths]) => {
      const batches: CloudEvent[][] = [];
      let from = 0;
      for (const length of lengths) {
        if (from >= order.length) break;
        batches.push(order.slice(from, from + length).flatMap((index) => all[index] ?? []));
        from += length;
      }
      return batches;
    });
  });
}

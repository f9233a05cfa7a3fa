import { addDays, localDay } from '../../lib/domain/zoned-time.ts';
import type { ExclusionLine } from '../../lib/wire/exclusion-reads.ts';
import type { HistoryAnswer } from '../../lib/wire/reads.ts';
import type { FrozenReports } from '../../lib/wire/report.ts';
import type { Definition } from '../../server/log/submission.ts';
import { defineAll, makeKey } from '../support/city.ts';
import { postEvents } from '../support/cloud-events.ts';
import { type SignedIn, send } from '../support/signed-in.ts';
import type { LiveCity } from './live-city.ts';
import { iso, type Told } from './test-city-day.ts';
import { noonZone, WARDS } from './test-city-tree.ts';
import { BIRTH, dossiersUntil } from './test-dossiers.ts';

/** So many more wards make it a city of 126 units and one. */
const MORE = 73;
const DAY = 86_400_000;
const ONE = 'mot-1';
export const UNIT = WARDS.rated.code;
const OFFICER = 'can-bo-3';

const area = (code: string, parent: string, kind: 'district' | 'ward', timezone: string): Definition => ({
  type: 'area.defined',
  data: {
    code,
    parent,
    kind,
    name: `Tràng Xa ${code}`,
    timezone,
    queue: 'machine',
    demo: false,
    succeeds: [],
  },
});

const rated = (unit: string, rating: string, at: number, level: string, more: object = {}): Told => ({
  unit,
  type: 'rating.given',
  at,
  data: { rating, level, channel: 'pad', counter: '1', ...more },
});

/** Makes every picture of a share have something to show: units, dossiers, two weeks, last month, a survey, a model. */
export async function fillShares(city: LiveCity, leader: SignedIn, head: SignedIn): Promise<void> {
  const now = Date.now();
  const zone = noonZone(new Date(now));
  const day = localDay(zone, now);
  const more = Array.from({ length: MORE }, (_, i) => `xa-${i + 1}`);
  const door = await city.server.door();
  await defineAll(door, [
    BIRTH,
    area('mot', 'tp', 'district', zone),
    area(ONE, 'mot', 'ward', zone),
    area('xa', 'tp', 'district', zone),
    ...more.map((code) => area(code, 'xa', 'ward', zone)),
    {
      type: 'survey.entered',
      data: {
        area: 'song',
        name: 'SIPAS',
        fromDay: addDays(day, -60),
        toDay: addDays(day, -30),
        n: 300,
        measure: 'share',
        value: 0.8394,
        method: 'phiếu',
        source: 'BC 12',
      },
    },
    {
      type: 'model.started',
      data: {
        model: 'm1',
        area: UNIT,
        name: 'Hẹn giờ',
        metric: 'satisfied',
        startDay: addDays(day, -6),
      },
    },
  ]);
  const { secret } = await makeKey(door, { area: 'tp', rights: ['read', 'write', 'import'] });
  await door.close();
  await city.tell(dossiersUntil(now, zone));
  await city.tell([
    ...[ONE, ...more].flatMap((unit, u) =>
      Array.from({ length: 34 }, (_, i) =>
        rated(
          unit,
          `r${i}`,
          now - 600_000 - i * 1000,
          (i + u) % (u % 9 === 0 ? 4 : 40) === 0 ? 'neutral' : 'satisfied',
        ),
      ),
    ),
    // Twelve days of one ward, one of them far from what is usual there.
    ...Array.from({ length: 12 }, (_, d) =>
      Array.from({ length: 40 }, (_, i) =>
        rated(
          UNIT,
          `d${d}-${i}`,
          now - (d + 1) * DAY - i * 60_000,
          i < (d === 4 ? 30 : 2) ? 'dissatisfied' : 'satisfied',
          {
            reasons: ['listen'],
          },
        ),
      ),
    ).flat(),
    {
      unit: UNIT,
      type: 'inspection.opened',
      at: now - 3 * DAY,
      data: { inspection: 'i1', level: 'city', kind: 'surprise' },
    },
    { unit: UNIT, type: 'inspection.announced', at: now - 3 * DAY + 1, data: { inspection: 'i1' } },
    {
      unit: UNIT,
      type: 'inspection.finding_added',
      at: now - 3 * DAY + 2,
      data: { inspection: 'i1', finding: 'f1', text: 'Thiếu thẻ', dueAt: day },
    },
    { unit: UNIT, type: 'inspection.remedied', at: now - 2 * DAY, data: { inspection: 'i1', finding: 'f1' } },
  ]);

  // The month before: what reports compare with, what an officer may be told of, and what comes after a cut-off.
  const lastMonth = Date.parse(`${addDays(`${day.slice(0, 7)}-01`, -20)}T03:00:00Z`);
  const before = (from: number, count: number, level: string): unknown[] =>
    Array.from({ length: count }, (_, i) => ({
      specversion: '1.0',
      id: `before-${from}-${i}`,
      source: '/import/before',
      type: 'rating.given',
      subject: UNIT,
      time: iso(lastMonth + (from + i) * 60_000),
      data: { rating: `b${from}-${i}`, level, officer: OFFICER, counter: '1', channel: 'pad' },
    }));
  const batch = async (events: unknown[]): Promise<void> => {
    const { status } = await postEvents(city.server.url, events, {
      secret,
      type: 'application/cloudevents-batch+json',
    });
    if (status !== 200) throw new Error(`the month before: ${status}`);
  };
  const { url } = city.server;
  const done = async (answer: Promise<Response>): Promise<unknown> => {
    const response = await answer;
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return response.json();
  };
  await batch([...before(0, 60, 'satisfied'), ...before(100, 4, 'neutral')]);
  await done(
    send(url, '/api/v1/areas/tp/reports', { kind: 'month', day: localDay(zone, lastMonth) }, leader.headers),
  );
  await batch(before(200, 9, 'dissatisfied'));

  // A power cut that is left out of today by approval.
  const history = (await city.read(
    `/areas/${UNIT}/history?metric=satisfied&from=${day}&to=${day}&bucket=hour`,
  )) as HistoryAnswer;
  const asked = (await done(
    send(
      url,
      `/api/v1/areas/${UNIT}/exclusions`,
      { note: history.notes[0]?.note, metrics: ['satisfied'], reason: 'Mất điện' },
      head.headers,
    ),
  )) as ExclusionLine;
  await done(
    send(
      url,
      `/api/v1/areas/${UNIT}/exclusions/${asked.exclusion}/decision`,
      { decision: 'approved', reason: 'Đúng' },
      leader.headers,
    ),
  );
}

/** The cut-off of the month before. */
export async function cutOff(city: LiveCity): Promise<number> {
  const { items } = (await city.read('/areas/tp/reports')) as FrozenReports;
  return items[0]?.seq ?? 0;
}

import { randomUUID } from 'node:crypto';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { isUnit } from '../../lib/domain/tree.ts';
import { startOfDay } from '../../lib/domain/zoned-time.ts';
import { OF_THE_SERVER } from '../../server/admin/audit-lines.ts';
import { type Core, openCore } from '../../server/core.ts';
import { epochMs } from '../../server/log/load-entries.ts';
import { emptyMemory, type Memory } from '../../server/log/memory.ts';
import type { Definition } from '../../server/log/submission.ts';
import { createLogger } from '../../server/logger.ts';
import { LAW_DAY, LAW_ZONE } from './arbitrary-events.ts';
import { foldInto, LAW_AREAS, lawArea } from './law-city.ts';

/** Noon of the second day of the laws: some events are of the past, some of today, and some lie ahead. */
export const LAW_NOW = startOfDay(LAW_ZONE, LAW_DAY) + 36 * 3_600_000;

export const openLawCore = (connectionString: string, now: () => number = () => LAW_NOW): Promise<Core> =>
  openCore({ DATABASE_URL: connectionString, DATA_DIR: '' }, createLogger('silent'), now);

/** Names of a law city's areas in a database that holds many of them. */
export function cityNames(): Record<(typeof LAW_AREAS)[number], string> {
  const run = randomUUID().slice(0, 8);
  return Object.fromEntries(LAW_AREAS.map((code) => [code, `${run}.${code}`])) as Record<
    (typeof LAW_AREAS)[number],
    string
  >;
}

/** The law city under other names. */
export function cityDefinitions(names: ReturnType<typeof cityNames>): Definition[] {
  const area = (data: ReturnType<typeof lawArea>): Definition => ({ type: 'area.defined', data });
  return [
    area(lawArea(names.city, null, 'city')),
    area(lawArea(names.d1, names.city, 'district')),
    area(lawArea(names.w1, names.d1, 'ward')),
    area(lawArea(names.w2, names.d1, 'ward', 'paper')),
    area(lawArea(names.w3, names.city, 'ward', 'none')),
    {
      type: 'service.defined',
      data: {
        area: names.city,
        service: 'civil',
        name: 'Hộ tịch',
        maxServiceMinutes: 20,
        effectiveFrom: '2026-01-01',
      },
    },
    {
      type: 'target.set',
      data: {
        area: names.d1,
        metric: 'within',
        value: 0.9,
        seconds: 300,
        effectiveFrom: '2026-12-02',
        source: 'law',
      },
    },
    {
      type: 'sessions.set',
      data: {
        area: names.d1,
        scope: 'week',
        fromDay: '2026-01-01',
        spans: [{ weekday: 3, from: '07:30', to: '11:30' }],
      },
    },
    {
      type: 'procedure.defined',
      data: {
        area: names.city,
        procedure: 'birth',
        name: 'Đăng ký khai sinh',
        nameEn: 'Registration of birth',
        sector: 'civil',
        limit: { kind: 'sameDay', cutOff: '15:00' },
        papers: ['Giấy chứng sinh', 'Tờ khai'],
        fee: 'Miễn phí',
        effectiveFrom: '2026-01-01',
        source: 'law',
      },
    },
    {
      type: 'alert_rule.set',
      data: {
        area: names.d1,
        kind: 'longWait',
        on: true,
        raiseAt: 10,
        clearAt: 5,
        holdMinutes: 2,
        quiet: [{ from: '11:30', to: '13:00' }],
        effectiveFrom: '2026-12-02',
        source: 'law',
      },
    },
    ...[0.91, 0.92].map(
      (value): Definition => ({
        type: 'survey.entered',
        data: {
          area: names.d1,
          name: 'SIPAS',
          fromDay: '2026-01-01',
          toDay: '2026-06-30',
          n: 300,
          measure: 'share',
          value,
          method: 'law',
          source: 'law',
        },
      }),
    ),
    {
      type: 'priority.set',
      data: {
        area: names.d1,
        groups: [{ group: 'elderly', name: 'Người cao tuổi', nameEn: 'Elderly people' }],
        every: 2,
        effectiveFrom: '2026-12-02',
        source: 'law',
      },
    },
    {
      type: 'conduct.set',
      data: {
        area: names.d1,
        name: 'Ba luôn',
        nameEn: 'Three always',
        points: [
          { point: 'smile', text: 'luôn cười', textEn: 'smiling', lack: 'chưa cười', lackEn: 'not smiling' },
        ],
        effectiveFrom: '2026-12-02',
        source: 'law',
      },
    },
    {
      type: 'model.started',
      data: {
        model: `m-${names.w1}`,
        area: names.w1,
        name: 'Luật',
        metric: 'satisfied',
        startDay: '2026-12-01',
      },
    },
    {
      type: 'published.entered',
      data: {
        area: names.city,
        index: 'index766',
        day: '2026-11-30',
        code: 'H01',
        name: 'Luật',
        parts: {
          transparency: 10,
          progress: 15,
          online: 8,
          payment: 7,
          digitisation: 10,
          satisfaction: null,
        },
        total: 60,
        source: 'law',
      },
    },
    {
      type: 'published.figure_set',
      data: { area: names.w1, measure: 'satisfied', shown: true, source: 'law' },
    },
    {
      type: 'reception.set',
      data: {
        reception: `r-${names.w1}`,
        area: names.w1,
        leader: 'Chủ tịch',
        place: 'Phòng tiếp công dân',
        when: { kind: 'weekly', weekday: 4 },
        fromClock: '08:00',
        toClock: '11:30',
        fromDay: '2026-12-01',
        source: 'law',
      },
    },
    {
      type: 'reception.ended',
      data: { reception: `r-${names.w1}`, area: names.w1, lastDay: '2026-12-31' },
    },
    {
      type: 'dialogue.planned',
      data: {
        dialogue: `d-${names.w1}`,
        area: names.w1,
        topic: 'Luật',
        day: '2026-12-02',
        fromClock: '08:00',
        toClock: '11:30',
        place: 'Hội trường',
      },
    },
    {
      type: 'dialogue.question_raised',
      data: {
        dialogue: `d-${names.w1}`,
        area: names.w1,
        question: `q-${names.w1}`,
        text: 'Bao giờ?',
        raisedBy: 'Lê Minh',
        owner: 'Văn phòng',
        dueDay: '2026-12-10',
      },
    },
    {
      type: 'dialogue.question_answered',
      data: { dialogue: `d-${names.w1}`, area: names.w1, question: `q-${names.w1}`, text: 'Tháng sau.' },
    },
    {
      type: 'exclusion.asked',
      data: {
        exclusion: `x-${names.w1}`,
        area: names.w1,
        note: 1,
        fromAt: Date.parse('2026-12-02T08:00:00+07:00'),
        toAt: Date.parse('2026-12-02T09:00:00+07:00'),
        metrics: ['satisfied'],
        reason: 'law',
        askedIn: names.w1,
      },
    },
    { type: 'exclusion.approved', data: { exclusion: `x-${names.w1}`, area: names.w1, reason: 'law' } },
    {
      type: 'checklist.set',
      data: {
        area: names.city,
        checklist: 'card',
        name: 'Thẻ',
        items: [{ item: 'worn', text: 'Đeo thẻ' }],
        effectiveFrom: '2026-01-01',
        source: 'law',
      },
    },
    {
      type: 'reporting_periods.set',
      data: { area: names.city, cutDay: 15, effectiveFrom: '2026-01-01', source: 'law' },
    },
    {
      type: 'report.frozen',
      data: {
        area: names.city,
        kind: 'month',
        months: 'calendar',
        fromDay: '2020-01-01',
        toDay: '2020-01-31',
        knownSeq: 1,
        figures: { targets: [{ share: 0.1 + 0.2, n: 3, of: 10 }] },
        hash: 'ab'.repeat(32),
      },
    },
  ];
}

/** The same events in a unit of other names, with sources of their own. */
export const inCity = (events: readonly SourceEvent[], names: ReturnType<typeof cityNames>): SourceEvent[] =>
  events.map((event) => ({
    ...event,
    unit: names[event.unit as keyof typeof names],
    source: `/${names.city}${event.source}`,
  }));

/** Events of some units as sources told them, in the order of the log: what the server promised it promises again. */
async function loggedEvents(core: Core, units: readonly string[]): Promise<SourceEvent[]> {
  const { rows } = await core.database.pool.query(
    `SELECT source, id, type, unit, ${epochMs('at', 'at')}, data FROM event
     WHERE unit = ANY($1) AND NOT (${OF_THE_SERVER}) AND type !~ '_computed$' ORDER BY seq`,
    [units],
  );
  return rows;
}

/** A memory that only the fold has filled: the whole log of some units, nothing forgotten, no table read. */
export async function foldedMemory(core: Core, areas: readonly string[]): Promise<Memory> {
  const { tree } = core.memory;
  const memory = { ...emptyMemory(), tree };
  const units = areas.filter((code) => isUnit(tree.areas.get(code) ?? { kind: '' }));
  foldInto(memory, await loggedEvents(core, units));
  return memory;
}

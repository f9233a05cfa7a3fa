import { createHmac } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ALERT_KINDS } from '../../lib/domain/alerts/kind.ts';
import { watchGroups } from '../../lib/domain/alerts/watch.ts';
import { isWallBoard } from '../../lib/wire/wall-board.ts';
import { createRooms } from '../../server/live/rooms.ts';
import type { Definition } from '../../server/log/submission.ts';
import { type Notices, startNotices } from '../../server/notices/notices.ts';
import { addWebhook } from '../../server/notices/webhooks-file.ts';
import { areaDefinition, defineAll } from '../support/city.ts';
import { HOSTILE } from '../support/hostile-strings.ts';
import { type Mail, type MailReceiver, openMailReceiver, readMail } from '../support/mail-receiver.ts';
import { raisedAlert, tellWatch } from '../support/raised-alert.ts';
import { openWatchedCity, type WatchedCity } from '../support/watched-city.ts';
import { openWebhookReceiver } from '../support/webhook-receiver.ts';

/** Wednesday, 09:00 in Vietnam. */
const START = Date.UTC(2026, 10, 25, 2, 0);
const BASE = 'https://do.example.vn';

let city: WatchedCity;
let mail: MailReceiver;
let hook: Awaited<ReturnType<typeof openWebhookReceiver>>;
let folder: string;
let notices: Notices;

const person = (code: string, role: 'leader' | 'head' | 'clerk', area: string): Definition[] => [
  {
    type: 'person.added',
    data: { person: code, area, name: code, login: code, email: `${code}@example.vn` },
  },
  { type: 'person.granted', data: { grant: `g-${code}`, person: code, role, area } },
];

function start(): Notices {
  const { core } = city;
  const rooms = createRooms(core.memory, { now: core.now, monotonic: () => performance.now() });
  return startNotices(
    {
      core,
      context: {
        prisma: core.prisma,
        pool: core.database.pool,
        kept: core.database.pool,
        tree: core.memory.tree,
        now: core.now,
      },
      env: {
        SMTP_URL: mail.url,
        MAIL_FROM: 'Thước Đo <do@example.vn>',
        WEBHOOKS_PRIVATE: 'allow',
        DATA_DIR: folder,
        BRIEF_TIMES: [],
        REPORT_TIME: [],
      },
      base: () => BASE,
      board: (code) =>
        core.accept.settled(() => {
          const room = rooms.open(code, true);
          return room?.board && !isWallBoard(room.board)
            ? { epoch: '', seq: 0, asOf: core.now(), board: room.board }
            : null;
        }),
    },
    3_600_000,
  );
}

beforeEach(async () => {
  city = await openWatchedCity(START);
  [mail, hook, folder] = await Promise.all([
    openMailReceiver(),
    openWebhookReceiver(),
    mkdtemp(join(tmpdir(), 'notices-')),
  ]);
  await defineAll(city.core.door, [
    ...person('head', 'head', 'a'),
    ...person('leader', 'leader', 'north'),
    ...person('clerk', 'clerk', 'a'),
  ]);
  notices = start();
});
afterEach(async () => {
  await notices.stop();
  await Promise.all([mail.close(), hook.close(), rm(folder, { recursive: true })]);
  await city.close();
});

const mailsTo = (to: string): Mail[] => mail.mails.filter((one) => one.to.includes(`${to}@example.vn`));

test('AA12: the head hears by mail, once, with place, value, time and link; the leader when it escalates', async () => {
  await tellWatch(city.core.door, raisedAlert('a', 'l1', city.at));
  await notices.tell();
  await notices.tell();
  expect(mail.mails).toHaveLength(1);
  const [first] = mailsTo('head');
  const { subject, text } = readMail(first ?? { from: '', to: [], data: '' });
  expect(subject).toBe('Cảnh báo ở A: 1 việc cần người');
  expect(text).toBe(
    [
      `A: chờ lâu nhất 47 phút, 14 người chờ, từ 8:13, báo lúc 9:00, ngưỡng 30 phút. chưa ai nhận. ${BASE}/alerts?area=a`,
      `Xem và nhận xử lý: ${BASE}/alerts?area=a`,
    ].join('\n'),
  );
  expect(mailsTo('clerk')).toEqual([]);
  city.pass(21);
  await notices.tell();
  expect(mailsTo('leader')).toHaveLength(1);
  expect(mailsTo('head')).toHaveLength(1);
});

test('nothing is told twice after a restart, and what is taken is told to nobody', async () => {
  await tellWatch(city.core.door, raisedAlert('a', 'l1', city.at));
  await notices.tell();
  await notices.stop();
  await city.restart();
  notices = start();
  await notices.tell();
  expect(mail.mails).toHaveLength(1);
  await city.tell('a', 'alert.acknowledged', { alert: 'l1' });
  city.pass(60);
  await notices.tell();
  expect(mailsTo('leader')).toEqual([]);
});

test('AA8, AA13: a storm is one message to each, and no more than one within ten minutes', async () => {
  const storm = ['longWait', 'crowd', 'silent', 'overdue', 'onTime'] as const;
  await tellWatch(
    city.core.door,
    ...storm.flatMap((kind) => [
      raisedAlert('a', `${kind}-1`, city.at, { kind }),
      raisedAlert('b', `${kind}-1`, city.at, { kind }),
      raisedAlert('north', `${kind}-g`, city.at, { kind, units: [2, 2], of: 2, value: 2 }),
    ]),
  );
  await notices.tell();
  expect(mailsTo('leader')).toHaveLength(1);
  expect(mailsTo('head')).toHaveLength(1);
  expect(readMail(mailsTo('leader')[0] ?? { from: '', to: [], data: '' }).text.split('\n')).toHaveLength(6);
  for (let n = 0; n < 10; n += 1) {
    await tellWatch(city.core.door, raisedAlert('north', `more-${n}`, city.at, { kind: 'ratingBurst' }));
    city.pass(1);
    await notices.tell();
  }
  expect(mailsTo('leader')).toHaveLength(2);
});

test('AA8, AA13: a thousand causes are one message of ten sentences to the leader, however long they stand', async () => {
  const wards = Array.from({ length: 125 }, (_, index) => `w${index}`);
  await defineAll(city.core.door, [
    ...wards.map((ward) => areaDefinition(ward, 'city', 'ward')),
    ...person('mayor', 'leader', 'city'),
  ]);
  const kinds = ALERT_KINDS.slice(0, 8);
  const standing = new Map(
    wards.map((ward) => [
      ward,
      kinds.map((kind) => ({ kind, alert: `${kind}-1`, since: city.at, people: 1 })),
    ]),
  );
  const raised = [...standing].flatMap(([ward, alerts]) =>
    alerts.map(({ alert, kind }) => raisedAlert(ward, alert, city.at, { kind })),
  );
  expect(raised).toHaveLength(1000);
  const { tree } = city.core.memory;
  const parts = { tree, standing, readingOf: () => null, calm: new Map<string, number>(), at: city.at };
  await tellWatch(city.core.door, ...raised, ...watchGroups(parts));
  for (let minutes = 0; minutes < 90; minutes += 15) {
    await notices.tell();
    city.pass(15);
  }
  expect(mailsTo('mayor')).toHaveLength(1);
  const { text } = readMail(mailsTo('mayor')[0] ?? { from: '', to: [], data: '' });
  // One sentence for each kind, and where to look.
  expect(text.split('\n')).toHaveLength(kinds.length + 1);
  expect(text).toContain('CITY: 125/128 nơi: chờ lâu');
});

test('AA3: in quiet hours nobody is told; what still stands is told when they end', async () => {
  await city.core.door.define(
    [
      {
        type: 'alert_rule.set',
        data: {
          area: 'city',
          kind: 'longWait',
          on: true,
          quiet: [{ from: '08:30', to: '09:30' }],
          effectiveFrom: '2026-11-25',
          source: 'thử',
        },
      },
    ],
    { kind: 'operator' },
  );
  await tellWatch(city.core.door, raisedAlert('a', 'l1', city.at));
  await notices.tell();
  expect(mail.mails).toEqual([]);
  city.pass(30);
  await notices.tell();
  expect(mailsTo('head')).toHaveLength(1);
});

test('a mail that is refused for a while is sent again later, and not lost', async () => {
  mail.refuseNext(2);
  await tellWatch(city.core.door, raisedAlert('a', 'l1', city.at));
  await notices.tell();
  expect(mail.mails).toEqual([]);
  city.pass(0.25);
  await notices.tell();
  expect(mail.mails).toEqual([]);
  city.pass(0.25);
  await notices.tell();
  city.pass(1);
  await notices.tell();
  expect(mailsTo('head')).toHaveLength(1);
});

test('a webhook is signed as Standard Webhooks asks, keeps its id when it is tried again, and follows no redirect', async () => {
  const { secret } = await addWebhook(folder, { area: 'city', url: hook.url });
  expect((await stat(join(folder, 'webhooks.json'))).mode & 0o777).toBe(0o600);
  hook.answer(307, 500, 204);
  await tellWatch(city.core.door, raisedAlert('a', 'l1', city.at));
  await notices.tell();
  city.pass(1);
  await notices.tell();
  city.pass(2);
  await notices.tell();
  city.pass(30);
  await notices.tell();
  expect(hook.received).toHaveLength(3);
  const [first, , last] = hook.received;
  expect(last?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  const {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': signature,
  } = last?.headers ?? {};
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = createHmac('sha256', key).update(`${id}.${seconds}.${last?.body}`).digest('base64');
  expect(signature).toBe(`v1,${signed}`);
  expect(JSON.parse(last?.body ?? '')).toMatchObject({
    type: 'alerts.raised',
    data: { area: 'city', count: 1, alerts: [{ unit: 'a', alert: 'l1', kind: 'longWait', value: 2820 }] },
  });
});

test('a brief is five lines with their numbers, by mail and webhook', async () => {
  await addWebhook(folder, { area: 'north', url: hook.url });
  await tellWatch(city.core.door, raisedAlert('a', 'l1', city.at));
  await city.tell('a', 'ticket.issued', { ticket: 't1', number: 'A1', service: 'civil' });
  city.pass(12);
  await notices.brief();
  const { subject, text } = readMail(mailsTo('leader')[0] ?? { from: '', to: [], data: '' });
  expect(subject).toBe('9:12 · NORTH: 1 việc cần người');
  expect(text.split('\n')).toEqual([
    'Bản tin 9:12 T4 25/11 · NORTH',
    'Đang chờ 1 người, 1/2 nơi có tín hiệu; chờ lâu nhất 12 phút. Hôm nay 0 lượt gọi, trong mức phấn đấu — (trên 0).',
    'Hài lòng tháng này — (trên 0 đánh giá, chỉ tiêu 98%).',
    'Hồ sơ: chưa có số liệu.',
    'Cảnh báo 1, chưa ai nhận 1. Mới nhất: A, chờ lâu nhất 47 phút.',
    `${BASE}/areas/north`,
  ]);
  expect(JSON.parse(hook.received[0]?.body ?? '')).toMatchObject({ type: 'brief', data: { area: 'north' } });
});

/** Files of a mail by name, with their first letters as they are stored. */
const filesOf = ({ data }: Mail): [string, string][] =>
  [...data.matchAll(/filename="?([^\s;"]+)"?\n(?:[^\n]+\n)*\n([A-Za-z0-9+/]+)/g)].map(
    ([, name = '', body = '']) => [name, Buffer.from(body, 'base64').subarray(0, 4).toString('latin1')],
  );

test('a working day brings whoever leads an area its brief as a PDF; a month that ended yesterday its report, too', async () => {
  await notices.report();
  expect(mailsTo('head')).toHaveLength(1);
  expect(mailsTo('leader')).toHaveLength(1);
  expect(mailsTo('clerk')).toEqual([]);
  expect(filesOf(mailsTo('head')[0] ?? { from: '', to: [], data: '' })).toEqual([
    ['bao-cao-a-2026-11-25.pdf', '%PDF'],
  ]);
  // Tuesday, the first of December.
  city.pass(6 * 24 * 60);
  await notices.report();
  expect(mailsTo('head')).toHaveLength(3);
  expect(filesOf(mailsTo('head')[1] ?? { from: '', to: [], data: '' })).toEqual([
    ['bao-cao-a-2026-11-01-2026-11-30.pdf', '%PDF'],
    ['bao-cao-a-2026-11-01-2026-11-30.xlsx', 'PK\u0003\u0004'],
  ]);
});
/** One in nine of all, and every one that speaks of headers and lines. */
const NAMES = [...new Set(HOSTILE.filter((text, i) => i % 9 === 0 || /[\r\n]|Bcc|=\?/.test(text)))].map(
  (text) => text.slice(0, 200).normalize('NFC'),
);

test('names that would be headers, lines or markup are words in mails and webhooks', async () => {
  await addWebhook(folder, { area: 'city', url: hook.url });
  const a = city.core.memory.tree.areas.get('a');
  if (!a) throw new Error('there is no ward a');
  for (const [n, name] of NAMES.entries()) {
    await defineAll(city.core.door, [{ type: 'area.defined', data: { ...a, name } }]);
    await tellWatch(city.core.door, raisedAlert('a', `h${n}`, city.at));
    await notices.tell();
    city.pass(11);
    const last = mailsTo('head').at(-1);
    const [head = ''] = (last?.data ?? '').split('\n\n');
    const fields = head.replaceAll(/\n\s+/g, ' ').split('\n');
    const named = fields.map((field) => field.split(':', 1)[0]?.toLowerCase() ?? '');
    expect(
      named.filter((field) => !MAIL_FIELDS.has(field)),
      JSON.stringify(name),
    ).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    expect([last?.to, mail.mails.flatMap(({ to }) => to).filter((to) => to.includes('x.test'))]).toEqual([
      ['head@example.vn'],
      [],
    ]);
    const sent = hook.received.at(-1);
    expect(Object.keys(sent?.headers ?? {})).not.toContain('set-cookie');
    expect(JSON.stringify(JSON.parse(sent?.body ?? ''))).toContain(`"h${n}"`);
  }
  expect(mailsTo('head').length).toBe(NAMES.length);
}, 120_000);

test('every hostile string as a name stands in a mail as a word of it, ten places a message', async () => {
  const a = city.core.memory.tree.areas.get('a');
  if (!a) throw new Error('there is no ward a');
  const folded = (text: string): string => text.replace(/[\s\p{C}]+/gu, '');
  const names = HOSTILE.map((text) => text.slice(0, 200).normalize('NFC'));
  for (let from = 0; from < names.length; from += 10) {
    const ten = names.slice(from, from + 10);
    const wards = ten.map((name, n) => ({ name, code: `n${n}` }));
    await defineAll(
      city.core.door,
      wards.map(({ name, code }) => ({ type: 'area.defined', data: { ...a, code, name } })),
    );
    await tellWatch(
      city.core.door,
      ...wards.map(({ code }) => raisedAlert(code, `${code}-${from}`, city.at)),
    );
    // Nobody heads them: their leader hears when they escalate.
    city.pass(21);
    await notices.tell();
    const last = mailsTo('leader').at(-1);
    expect(mailsTo('leader')).toHaveLength(from / 10 + 1);
    const { subject, text } = readMail(last ?? { from: '', to: [], data: '' });
    expect(subject).toBe(`Cảnh báo ở NORTH: ${ten.length} việc cần người`);
    for (const name of ten) expect(folded(text)).toContain(folded(name));
    expect(last?.to).toEqual(['leader@example.vn']);
  }
}, 120_000);

const MAIL_FIELDS = new Set([
  'from',
  'to',
  'subject',
  'message-id',
  'date',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
]);

import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../lib/domain/zoned-time.ts';
import type { MeetingsAnswer } from '../../lib/wire/meeting-reads.ts';
import { publicMeetings } from '../../server/meetings/public-meetings.ts';
import { type AdminServer, openAdminServer, TODAY } from '../support/admin-server.ts';
import { defineAll } from '../support/city.ts';
import { findingsIn } from '../support/law-log.ts';

let city: AdminServer;
beforeAll(async () => {
  city = await openAdminServer();
  await defineAll(city.core.door, [
    { type: 'person.added', data: { person: 'head', area: 'a', name: 'Lê Thị Hằng', login: 'head' } },
    { type: 'person.granted', data: { grant: 'g-head', person: 'head', role: 'head', area: 'a' } },
  ]);
});
afterAll(() => city.close());

const ask = (who: string | null, method: string, path: string, body?: object) =>
  city.ask(who, method, `/api/v1/areas/${path}`, body);
const read = async (who: string, area = 'a'): Promise<MeetingsAnswer> =>
  (await ask(who, 'GET', `${area}/meetings`)).body;
const everybody = (area = 'a') => {
  const { core } = city;
  const pool = core.database.pool;
  const context = { prisma: core.prisma, pool, kept: pool, tree: core.memory.tree, now: core.now };
  return publicMeetings(context, area);
};
const reception = (more: object = {}) => ({
  leader: 'Chủ tịch UBND phường',
  place: 'Phòng tiếp công dân, tầng 1',
  when: { kind: 'weekly', weekday: 4 },
  fromClock: '08:00',
  toClock: '11:30',
  fromDay: TODAY,
  source: 'Lịch tiếp công dân năm 2026',
  ...more,
});
const dialogue = (more: object = {}) => ({
  topic: 'Thủ tục đất đai',
  day: addDays(TODAY, 5),
  fromClock: '14:00',
  toClock: '16:30',
  place: 'Hội trường UBND',
  ...more,
});
const questionOf = async (text: string) =>
  (await read('head')).questions.find((one) => one.text === text)?.question ?? '';

test('PC9: the head and the leaders above keep them, in their own areas; a clerk and a stranger do not', async () => {
  expect((await ask('clerk', 'POST', 'a/receptions', reception())).status).toBe(403);
  expect((await ask('stranger', 'POST', 'a/receptions', reception())).status).toBe(403);
  expect((await ask('head', 'POST', 'b/receptions', reception())).status).toBe(404);
  expect((await ask('head', 'POST', 'a/receptions', reception())).status).toBe(200);
  expect((await ask('leader', 'POST', 'city/receptions', monthly)).status).toBe(200);
  expect((await read('clerk')).mayKeep).toBe(false);
  expect((await read('head')).mayKeep).toBe(true);
});
const monthly = reception({
  leader: 'Chủ tịch UBND thành phố',
  when: { kind: 'monthly', daysOfMonth: [15] },
});

test('PC7: the page of a unit tells the own receptions, then those above, each with its coming days', async () => {
  expect((await everybody())?.receptions).toMatchObject([
    { leader: 'Chủ tịch UBND phường', from: null, next: [{ day: '2026-11-26' }, {}, {}] },
    {
      leader: 'Chủ tịch UBND thành phố',
      from: { name: city.core.memory.tree.areas.get('city')?.name },
      next: [{ day: '2026-12-15' }, { day: '2027-01-15' }],
    },
  ]);
  expect((await everybody('city'))?.receptions).toHaveLength(1);
  expect(await everybody('x')).toBeNull();
});

test('PC7: a day without sessions in the calendar is told as one to ask about', async () => {
  const week = { area: 'a', scope: 'week', fromDay: '2026-01-01' } as const;
  const spans = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '07:30', to: '17:00' }));
  await defineAll(city.core.door, [
    { type: 'sessions.set', data: { ...week, spans } },
    { type: 'sessions.set', data: { area: 'a', scope: 'day', fromDay: '2026-12-03', spans: [] } },
  ]);
  expect((await read('head')).receptions[0]?.next).toMatchObject([
    { day: '2026-11-26', closed: false },
    { day: '2026-12-03', closed: true },
    { day: '2026-12-10', closed: false },
  ]);
});

test('PC7: what is out of order or ends in the past is refused by name; an ended reception is told no more', async () => {
  const reversed = await ask('head', 'POST', 'a/receptions', reception({ toClock: '07:00' }));
  expect(reversed.body.faults).toEqual([{ pointer: '/toClock', rule: 'hours_reversed' }]);
  const code = (await read('head')).receptions[0]?.reception;
  const end = (area: string, lastDay: string) =>
    ask('leader', 'POST', `${area}/receptions/${code}/end`, { lastDay });
  expect((await end('a', addDays(TODAY, -2))).body.faults).toEqual([
    { pointer: '/lastDay', rule: 'day_past' },
  ]);
  // Of another area it is not there.
  expect((await end('b', TODAY)).status).toBe(404);
  expect((await end('a', addDays(TODAY, -1))).status).toBe(200);
  expect((await end('a', TODAY)).status).toBe(404);
  expect((await everybody())?.receptions.map(({ leader }) => leader)).toEqual(['Chủ tịch UBND thành phố']);
});

test('PC8: a dialogue is planned, planned anew and called off; the last word holds', async () => {
  await ask('head', 'POST', 'a/dialogues', dialogue());
  const code = (await read('head')).dialogues[0]?.dialogue ?? '';
  const moved = dialogue({ dialogue: code, day: addDays(TODAY, 9) });
  expect((await ask('leader', 'POST', 'b/dialogues', moved)).status).toBe(404);
  expect((await ask('head', 'POST', 'a/dialogues', moved)).status).toBe(200);
  expect((await everybody())?.dialogues).toMatchObject([{ day: addDays(TODAY, 9), calledOff: null }]);
  const off = { reason: 'Bão số 9' };
  expect((await ask('clerk', 'POST', `a/dialogues/${code}/call-off`, off)).status).toBe(403);
  expect((await ask('head', 'POST', `a/dialogues/${code}/call-off`, off)).status).toBe(200);
  expect((await everybody())?.dialogues).toMatchObject([{ calledOff: 'Bão số 9' }]);
});

test('PC8, PC9: questions are owed by a day, counted by state, and never tell everybody who asked', async () => {
  await ask('head', 'POST', 'a/dialogues', dialogue({ topic: 'Hộ tịch', day: addDays(TODAY, -20) }));
  const code = (await read('head')).dialogues.find(({ topic }) => topic === 'Hộ tịch')?.dialogue;
  const raise = (text: string, dueDay: string) =>
    ask('head', 'POST', `a/dialogues/${code}/questions`, {
      text,
      raisedBy: 'Bà Trần Thị Mai',
      owner: 'Bộ phận Tư pháp – Hộ tịch',
      dueDay,
    });
  await raise('Bao giờ trả kết quả trong ngày? Gọi 0912 345 678.', addDays(TODAY, -1));
  await raise('Có làm việc thứ Bảy không?', TODAY);
  await raise('Đã có máy lấy số chưa?', addDays(TODAY, -3));
  const answered = await questionOf('Có làm việc thứ Bảy không?');
  const late = await questionOf('Đã có máy lấy số chưa?');
  const answer = (area: string, question: string, text: string) =>
    ask('leader', 'POST', `${area}/dialogues/${code}/questions/${question}/answer`, { text });
  expect((await answer('b', answered, 'Có.')).status).toBe(404);
  expect((await answer('a', answered, 'Có, từ tháng 12.')).status).toBe(200);
  expect((await answer('a', late, 'Chưa.')).status).toBe(200);
  const told = await everybody();
  expect(told?.counts).toEqual({ n: 3, inTime: 1, late: 1, due: 0, overdue: 1 });
  expect(told?.questions[0]).toMatchObject({
    state: 'overdue',
    text: 'Bao giờ trả kết quả trong ngày? Gọi ●●●.',
    owner: 'Bộ phận Tư pháp – Hộ tịch',
  });
  expect(JSON.stringify(told)).not.toContain('Mai');
  const { questions } = await read('clerk');
  expect(questions.map(({ raisedBy }) => raisedBy)).toEqual([null, null, null]);
  expect(questions[0]?.text).not.toContain('0912');
  expect((await read('head')).questions[0]).toMatchObject({ raisedBy: 'Bà Trần Thị Mai' });
  const file = JSON.stringify((await ask('head', 'GET', 'a/meetings?format=json')).body);
  expect(file).toContain('overdue');
  for (const word of ['Mai', 'Bao giờ', 'tháng 12']) expect(file).not.toContain(word);
});

test('PC8: an answer that is given anew is the one that is read, and its first day stays', async () => {
  const question = (await read('head')).questions.find((one) => one.state === 'inTime');
  city.pass(48 * 3_600_000);
  await ask('head', 'POST', `a/dialogues/${question?.dialogue}/questions/${question?.question}/answer`, {
    text: 'Có, cả buổi sáng.',
  });
  const read2 = (await read('head')).questions.find((one) => one.question === question?.question);
  expect(read2).toMatchObject({ state: 'inTime', answeredDay: TODAY, answer: 'Có, cả buổi sáng.' });
});

test('L3: receptions, dialogues and questions follow from the log alone, and their words are beside it', async () => {
  const { connectionString, pool } = city.core.database;
  expect(await findingsIn(connectionString)).toEqual([]);
  const { rows } = await pool.query(`SELECT data FROM event WHERE type LIKE 'dialogue.question_%'`);
  expect(rows.length).toBe(6);
  expect(JSON.stringify(rows)).not.toMatch(/Mai|Bao giờ|Có,|Tư pháp/);
});

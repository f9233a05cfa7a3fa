import { randomBytes, randomUUID } from 'node:crypto';
import { EXPORT_TYPES } from '../../lib/wire/export-format.ts';
import { defineAll } from '../support/city.ts';
import { TEST_PASSWORD } from '../support/signed-in.ts';
import { type Place, UNITS } from './expected.ts';
import { anywhere, everywhere, everywhereAndWhole, type Row, type Sample, together, whole } from './row.ts';
import { grantIn, linkIn, PERSONAL, SPREAD, targetIn } from './targets.ts';

const CSV = 'text/csv';
const XLSX = EXPORT_TYPES.xlsx;
const TOKEN = 'x'.repeat(43);
/** Whoever asked this may ask nothing any more. */
export const SIGN_OUT = 'DELETE /api/v1/session';
/** Long past: nothing that is read today changes by it. */
const DAY = '2020-01-01';

const ofArea = (query?: Record<string, string>): Sample[] =>
  everywhere((code) => ({ params: { code }, ...(query && { query }) }));

const byArea = (more: { accept?: string } = {}): Sample[] =>
  everywhere((area) => ({ query: { area }, ...more }));

/** All that the caller administers, and the part of one area. */
const listOf = (): Sample[] => [anywhere(), ...byArea()];

/** Of people: whose home is somewhere, and who is somebody in several places (K9). */
const ofPerson = (asked: (code: string) => Pick<Sample, 'body'> & { gives?: number }): Sample[] => [
  ...everywhereAndWhole((place) => ({
    params: { person: targetIn('p', place) },
    ...asked(targetIn('p', place)),
  })),
  ...Object.entries(SPREAD).map(([person, touches]) =>
    together(person, touches, { params: { person }, ...asked(person) }),
  ),
];

/** Of a letter that there is none of: what is let through finds nothing. */
const ofNoLetter = (asked: Pick<Sample, 'query' | 'body'> = {}): Sample[] =>
  everywhere((code) => ({ params: { code, apology: 'none' }, gives: 404, ...asked }));

/** Of a reception or dialogue that there is none of. */
const ofNoMeeting = (body: object): Sample[] =>
  everywhere((code) => ({
    params: { code, reception: 'none', dialogue: 'none', question: 'none' },
    body,
    gives: 404,
  }));

/** Of a model that nobody has begun. */
const ofNoModel = (asked: Pick<Sample, 'body'> = {}): Sample[] =>
  everywhere((code) => ({ params: { code, model: 'none' }, gives: 404, ...asked }));

/** About a dossier that there is none of. */
const lateDraft = {
  kind: 'late',
  dossier: 'none',
  procedure: 'Khai sinh',
  body: { name: 'Ủy ban nhân dân phường A', place: 'A' },
  recipient: { kind: 'citizen', name: 'Lê Minh' },
  signatory: { name: 'Lê Minh', title: 'Chủ tịch' },
  cause: 'staff',
  newPromise: { day: DAY },
};
/** Of an alert that nobody has raised. */
const ofAlert = (body?: object): Sample[] =>
  everywhere((code) => ({ params: { code, alert: 'none' }, ...(body && { body }), gives: 404 }));
/** A cut-off that there is none of: what is let through finds nothing, and nothing is drawn. */
const ofNoReport = (): Sample[] =>
  everywhere((code) => ({ params: { code }, query: { frozen: '1' }, gives: 404 }));
/** A page that no book has: what a reader may do with one that is there, `tests/book` tells. */
const ofPage = (body?: object): Sample[] =>
  everywhere((code) => ({ params: { code, page: '999999999' }, ...(body && { body }), gives: 404 }));

/** An inspection that no unit has: what is hidden of one that is there, `tests/inspections` tells. */
const ofInspection = (body?: object): Sample[] =>
  everywhere((code) => ({
    params: { code, inspection: 'none', finding: 'none' },
    ...(body && { body }),
    gives: 404,
  }));

const newName = (): string => `n${randomBytes(6).toString('hex')}`;

const area = (code: string, parent: string | null, kind: string, name = `Khu vực «${code}»`) => ({
  type: 'area.defined',
  data: {
    code,
    parent,
    kind,
    name,
    timezone: 'Asia/Ho_Chi_Minh',
    queue: 'machine',
    demo: false,
    succeeds: [],
  },
});

/** Definitions of services stay in their area; areas touch what they stand in, what they leave and themselves. */
const defining = (): Sample[] => [
  ...everywhere((code) => ({
    body: {
      definitions: [
        {
          type: 'service.defined',
          data: { area: code, service: 'thu', name: 'Thử', effectiveFrom: DAY },
        },
      ],
    },
  })),
  whole({ body: { definitions: [area('third', null, 'city', 'Thành phố thứ ba')] } }),
  together('an area as it is', ['a', 'north'], { body: { definitions: [area('a', 'north', 'ward')] } }),
  // Nobody of these may do both, so nothing moves.
  together('an area from one city into the other', ['a', 'north', 'nowhere'], {
    body: { definitions: [area('a', 'nowhere', 'ward')] },
  }),
];

const csvOf = (code: string, parent: string, kind = 'ward'): string =>
  `code,parent,kind,name\n${code},${parent},${kind},Mới\n`;

const giveAgain =
  (place: Place): NonNullable<Sample['before']> =>
  async ({ core: { door, memory } }) =>
    memory.rights.grants.has(targetIn('g', place)) || defineAll(door, [grantIn(place)]);

const linkAgain =
  (unit: string): NonNullable<Sample['before']> =>
  async ({ core: { door, memory } }) =>
    memory.rights.officers.has(targetIn('o', unit)) || defineAll(door, [linkIn(unit)]);

/**
 * Every route with what it takes and a request for each place, by method and path as the router has them. A route that
 * is not here fails the matrix. What stands behind "as" is the same route asked for another form.
 */
export const ROWS: Record<string, Row> = {
  'GET /livez': { need: 'public', samples: [anywhere()] },
  'GET /readyz': { need: 'public', samples: [anywhere()] },
  'GET /metrics': { need: 'operations.read', samples: [anywhere()] },
  'GET /api/v1/openapi.json': { need: 'public', samples: [anywhere()] },
  'GET /api/docs': { need: 'public', samples: [anywhere()] },
  'GET /api/docs/start.js': { need: 'public', samples: [anywhere()] },
  'GET /api/docs/:file': { need: 'public', samples: [anywhere({ params: { file: 'swagger-ui.css' } })] },

  'GET /api/v1/areas': { need: 'area.see', samples: [anywhere(), anywhere({ query: { at: DAY } })] },
  'GET /api/v1/areas/:code/board': { need: 'board.watch', samples: ofArea() },
  'GET /api/v1/areas/:code/usual': { need: 'board.watch', samples: ofArea() },
  'GET /api/v1/areas/:code/kpis': { need: 'measures.read', samples: ofArea() },
  'GET /api/v1/areas/:code/compare': { need: 'measures.read', samples: ofArea({ metric: 'satisfied' }) },
  'GET /api/v1/areas/:code/period': { need: 'measures.read', samples: ofArea({ kind: 'month' }) },
  'GET /api/v1/areas/:code/history': { need: 'measures.read', samples: ofArea({ metric: 'satisfied' }) },
  'GET /api/v1/areas/:code/flow': { need: 'measures.read', samples: ofArea() },
  'GET /api/v1/areas/:code/busy': { need: 'measures.read', samples: ofArea() },
  'GET /api/v1/areas/:code/replay': {
    need: 'measures.read',
    samples: ofArea({ at: '2026-11-20T09:00:00+07:00', known: 'now' }),
  },
  'GET /api/v1/areas/:code/brief': { need: 'measures.read', samples: ofArea() },
  'GET /api/v1/areas/:code/exclusions': { need: 'measures.read', samples: ofArea() },
  'POST /api/v1/areas/:code/exclusions': {
    need: 'exclusions.ask',
    samples: everywhere((code) => ({
      params: { code },
      body: { note: 999_999_999, metrics: ['satisfied'], reason: 'mất điện' },
      gives: 404,
    })),
  },
  'POST /api/v1/areas/:code/exclusions/:exclusion/decision': {
    need: 'exclusions.decide',
    samples: everywhere((code) => ({
      params: { code, exclusion: 'none' },
      body: { decision: 'refused', reason: 'không' },
      gives: 404,
    })),
  },
  'GET /api/v1/areas/:code/since': {
    need: 'measures.read',
    samples: ofArea({ at: new Date(Date.now() - 3_600_000).toISOString() }),
  },
  'GET /api/v1/areas/:code/surveys': { need: 'measures.read', samples: ofArea() },
  'GET /api/v1/models': { need: 'measures.read', samples: byArea() },
  'GET /api/v1/models as CSV': { need: 'lists.export', samples: byArea({ accept: CSV }) },
  'POST /api/v1/models': {
    need: 'models.start',
    // Tomorrow never begins.
    samples: everywhere((code) => ({
      body: { area: code, name: 'Thử', metric: 'satisfied', startDay: '2089-01-01' },
      gives: 422,
    })),
  },
  'GET /api/v1/areas/:code/models/:model': { need: 'measures.read', samples: ofNoModel() },
  'POST /api/v1/areas/:code/models/:model/adopt': {
    need: 'models.spread',
    samples: ofNoModel({ body: { startDay: DAY } }),
  },
  'POST /api/v1/areas/:code/models/:model/end': {
    need: 'models.start',
    samples: ofNoModel({ body: { endDay: DAY } }),
  },
  'GET /api/v1/areas/:code/meetings': { need: 'measures.read', samples: ofArea() },
  'POST /api/v1/areas/:code/receptions': {
    need: 'meetings.keep',
    samples: everywhere((code) => ({
      params: { code },
      body: {
        leader: 'Chủ tịch',
        place: 'Phòng tiếp công dân',
        when: { kind: 'days', days: [DAY] },
        fromClock: '08:00',
        toClock: '11:30',
        fromDay: DAY,
        source: 'Kế hoạch',
      },
    })),
  },
  'POST /api/v1/areas/:code/receptions/:reception/end': {
    need: 'meetings.keep',
    samples: ofNoMeeting({ lastDay: DAY }),
  },
  'POST /api/v1/areas/:code/dialogues': {
    need: 'meetings.keep',
    samples: everywhere((code) => ({
      params: { code },
      body: { topic: 'Thử', day: DAY, fromClock: '08:00', toClock: '11:30', place: 'Hội trường' },
    })),
  },
  'POST /api/v1/areas/:code/dialogues/:dialogue/call-off': {
    need: 'meetings.keep',
    samples: ofNoMeeting({ reason: 'bão' }),
  },
  'POST /api/v1/areas/:code/dialogues/:dialogue/questions': {
    need: 'meetings.keep',
    samples: ofNoMeeting({ text: 'Bao giờ?', owner: 'Văn phòng', dueDay: DAY }),
  },
  'POST /api/v1/areas/:code/dialogues/:dialogue/questions/:question/answer': {
    need: 'meetings.keep',
    samples: ofNoMeeting({ text: 'Tháng sau.' }),
  },
  'GET /api/v1/areas/:code/index766': { need: 'measures.read', samples: ofArea() },
  'GET /api/v1/areas/:code/clocks': { need: 'measures.read', samples: ofArea() },
  'GET /api/v1/tickets': { need: 'lists.read', samples: byArea() },
  'GET /api/v1/exports/:export': {
    need: 'lists.export',
    samples: [anywhere({ params: { export: 'none-at-all' } })],
  },
  'GET /api/v1/tickets as CSV': { need: 'lists.export', samples: byArea({ accept: CSV }) },
  'GET /api/v1/areas/:code/ratings-profile': { need: 'measures.read', samples: ofArea() },
  'POST /api/v1/areas/:code/opened-comments': {
    need: 'comments.read',
    samples: everywhere((code) => ({ params: { code }, body: { unit: code, rating: 'none' }, gives: 404 })),
  },
  'GET /api/v1/tickets as XLSX': { need: 'lists.export', samples: byArea({ accept: XLSX }) },
  'GET /api/v1/tickets as JSON': {
    need: 'lists.export',
    samples: everywhere((area) => ({ query: { area, format: 'json' } })),
  },
  'GET /api/v1/ratings': { need: 'lists.read', samples: byArea() },
  'GET /api/v1/ratings as CSV': { need: 'lists.export', samples: byArea({ accept: CSV }) },

  'GET /api/v1/areas/:code/handlers': { need: 'measures.read', samples: ofArea() },
  'GET /api/v1/areas/:code/dossiers-to-correct': { need: 'lists.read', samples: ofArea() },
  'GET /api/v1/areas/:code/dossiers/:dossier': {
    need: 'lists.read',
    samples: everywhere((code) => ({ params: { code, dossier: 'none' }, gives: 404 })),
  },
  'GET /api/v1/dossiers': { need: 'lists.read', samples: byArea() },
  'GET /api/v1/dossiers as CSV': { need: 'lists.export', samples: byArea({ accept: CSV }) },
  'GET /api/v1/areas/:code/apologies/:apology': { need: 'lists.read', samples: ofNoLetter() },
  'GET /api/v1/areas/:code/apologies/:apology/letter': {
    need: 'letters.read',
    samples: ofNoLetter({ query: { format: 'docx' } }),
  },
  'GET /api/v1/areas/:code/apologies/:apology/signed-file': { need: 'letters.read', samples: ofNoLetter() },
  'GET /api/v1/areas/:code/apology-draft': {
    need: 'apologies.write',
    samples: everywhere((code) => ({ params: { code }, gives: UNITS.includes(code) ? 200 : 422 })),
  },
  'POST /api/v1/areas/:code/apologies': {
    need: 'apologies.write',
    samples: everywhere((code) => ({ params: { code }, body: lateDraft, gives: 422 })),
  },
  'POST /api/v1/areas/:code/apologies/:apology/signed': {
    need: 'apologies.write',
    samples: ofNoLetter({
      body: {
        documentNo: '01/UBND',
        documentDate: DAY,
        signatory: { name: 'Lê Minh', title: 'Chủ tịch' },
        signatureKind: 'paper',
        file: 'JVBERi0=',
      },
    }),
  },
  'POST /api/v1/areas/:code/apologies/:apology/delivered': {
    need: 'apologies.write',
    samples: ofNoLetter({ body: { channel: 'in_person', day: DAY, time: '08:00' } }),
  },
  'GET /api/v1/apologies': { need: 'lists.read', samples: byArea() },
  'GET /api/v1/apologies as CSV': { need: 'lists.export', samples: byArea({ accept: CSV }) },
  'GET /api/v1/suggestions': { need: 'lists.read', samples: byArea() },
  'GET /api/v1/suggestions as CSV': { need: 'lists.export', samples: byArea({ accept: CSV }) },
  'GET /api/v1/areas/:code/suggestions/:page': { need: 'lists.read', samples: ofPage() },
  'GET /api/v1/areas/:code/suggestions/:page/photo': { need: 'lists.read', samples: ofPage() },
  'GET /api/v1/areas/:code/book.pdf': {
    need: 'book.read',
    samples: everywhere((code) => ({ params: { code }, gives: UNITS.includes(code) ? 200 : 404 })),
  },
  'POST /api/v1/areas/:code/suggestions': {
    need: 'book.enter',
    samples: everywhere((code) => ({
      params: { code },
      body: { text: `Góp ý ở «${code}»`, channel: 'book' },
      gives: 201,
    })),
  },
  'POST /api/v1/areas/:code/suggestions/:page/sort': {
    need: 'book.sort',
    samples: ofPage({ kind: 'suggestion' }),
  },
  'POST /api/v1/areas/:code/suggestions/:page/seen': {
    need: 'book.decide',
    samples: ofPage({ title: 'Chủ tịch', password: 'không phải' }),
  },
  'POST /api/v1/areas/:code/suggestions/:page/instruct': {
    need: 'book.decide',
    samples: ofPage({ title: 'Chủ tịch', text: 'Làm ngay', owner: 'Văn phòng', dueDay: '2099-01-01' }),
  },
  'POST /api/v1/areas/:code/suggestions/:page/answer': {
    need: 'book.decide',
    samples: ofPage({ title: 'Chủ tịch', text: 'Đã làm' }),
  },
  'POST /api/v1/areas/:code/suggestions/:page/erase': { need: 'book.above', samples: ofPage({}) },

  'GET /api/v1/inspections': { need: 'lists.read', samples: byArea() },
  'GET /api/v1/inspections as CSV': { need: 'lists.export', samples: byArea({ accept: CSV }) },
  'GET /api/v1/areas/:code/inspection-totals': { need: 'measures.read', samples: ofArea() },
  'GET /api/v1/areas/:code/checklists': { need: 'lists.read', samples: ofArea() },
  'GET /api/v1/areas/:code/inspections/:inspection': { need: 'lists.read', samples: ofInspection() },
  'GET /api/v1/areas/:code/inspections/:inspection/picture': {
    need: 'lists.read',
    samples: ofInspection(),
  },
  'GET /api/v1/areas/:code/inspections/:inspection/minutes.pdf': {
    need: 'lists.read',
    samples: ofInspection(),
  },
  'GET /api/v1/areas/:code/inspections/:inspection/findings/:finding/photo': {
    need: 'lists.read',
    samples: ofInspection(),
  },
  'POST /api/v1/areas/:code/inspections': {
    need: 'inspections.write',
    samples: everywhere((code) => ({
      params: { code },
      body: { level: 'city' },
      gives: UNITS.includes(code) ? 201 : 404,
    })),
  },
  'POST /api/v1/areas/:code/inspections/:inspection/open': {
    need: 'inspections.write',
    samples: ofInspection({}),
  },
  'POST /api/v1/areas/:code/inspections/:inspection/announce': {
    need: 'inspections.write',
    samples: ofInspection({}),
  },
  'POST /api/v1/areas/:code/inspections/:inspection/findings': {
    need: 'inspections.write',
    samples: ofInspection({ text: 'Chưa đeo thẻ', severity: 'minor' }),
  },
  'POST /api/v1/areas/:code/inspections/:inspection/explain': {
    need: 'inspections.answer',
    samples: ofInspection({ text: 'Thẻ đang in lại' }),
  },
  'POST /api/v1/areas/:code/inspections/:inspection/remedied': {
    need: 'inspections.answer',
    samples: ofInspection({ finding: 'none' }),
  },
  'POST /api/v1/areas/:code/inspections/:inspection/minutes': {
    need: 'inspections.write',
    samples: ofInspection({ documentNo: '1', documentDay: DAY, signatories: [{ title: 'Trưởng đoàn' }] }),
  },
  'POST /api/v1/areas/:code/inspections/:inspection/discipline': {
    need: 'inspections.write',
    samples: ofInspection({ form: 'warning', people: 1 }),
  },
  'POST /api/v1/areas/:code/inspections/:inspection/close': {
    need: 'inspections.write',
    samples: ofInspection({}),
  },
  'GET /api/v1/areas/:code/officers': { need: 'officers.read', samples: ofArea() },
  'GET /api/v1/areas/:code/officers/:officer/figures': {
    need: 'officers.read',
    samples: everywhere((code) => ({
      params: { code, officer: PERSONAL.officer },
      query: { period: '2020-01' },
    })),
  },

  'GET /api/v1/public/:code': {
    need: 'public',
    samples: [anywhere({ params: { code: 'a' } })],
  },
  'POST /api/v1/public/:code/suggestions': {
    need: 'public',
    samples: [anywhere({ params: { code: 'a' }, body: { slip: 'none', text: 'Góp ý' }, gives: 422 })],
  },
  'GET /api/v1/public/:code/receipts/:receipt': {
    need: 'public',
    samples: [anywhere({ params: { code: 'a', receipt: 'x'.repeat(22) }, gives: 404 })],
  },

  'POST /api/v1/areas/:code/help-requests': {
    need: 'help.ask',
    samples: everywhere((code) => ({ params: { code }, body: { reason: 'staff' }, gives: 201 })),
  },
  'GET /api/v1/public/:code/page': {
    need: 'public',
    samples: [anywhere({ params: { code: 'a' } })],
  },
  'GET /api/v1/t/:code': {
    need: 'public',
    samples: [anywhere({ params: { code: 'a' }, gives: 404 })],
  },
  'GET /api/v1/areas/:code/tickets/:ticket/page': {
    need: 'tickets.link',
    samples: everywhere((code) => ({ params: { code, ticket: 'none' }, gives: 404 })),
  },

  'GET /api/v1/alerts': { need: 'lists.read', samples: byArea() },
  'GET /api/v1/alerts as CSV': { need: 'lists.export', samples: byArea({ accept: CSV }) },
  'GET /api/v1/areas/:code/alerts/:alert': { need: 'lists.read', samples: ofAlert() },
  'POST /api/v1/areas/:code/alerts/:alert/acts': {
    need: 'alerts.handle',
    samples: ofAlert({ act: 'take' }),
  },
  'POST /api/v1/areas/:code/alerts/:alert/explanations': {
    need: 'alerts.explain',
    samples: ofAlert({ text: 'Máy lấy số hỏng.' }),
  },

  'GET /api/v1/areas/:code/report': { need: 'measures.read', samples: ofArea({ kind: 'day', day: DAY }) },
  'GET /api/v1/areas/:code/report.pdf': {
    need: 'measures.read',
    samples: ofNoReport(),
  },
  'GET /api/v1/areas/:code/report.docx': { need: 'measures.read', samples: ofNoReport() },
  'GET /api/v1/areas/:code/report.xlsx': { need: 'measures.read', samples: ofNoReport() },
  'GET /api/v1/areas/:code/reports': { need: 'measures.read', samples: ofArea() },
  'POST /api/v1/areas/:code/reports': {
    need: 'reports.freeze',
    samples: everywhere((code) => ({ params: { code }, body: { kind: 'day', day: DAY } })),
  },

  'POST /api/v1/session': {
    need: 'public',
    samples: [anywhere({ body: { login: 'ai-do', password: 'không phải' }, gives: 401 })],
  },
  'POST /api/v1/session/second-factor': {
    need: 'public',
    samples: [anywhere({ body: { code: '000000' }, gives: 401 })],
  },
  'POST /api/v1/links/look': { need: 'public', samples: [anywhere({ body: { token: TOKEN }, gives: 410 })] },
  'POST /api/v1/links/use': { need: 'public', samples: [anywhere({ body: { token: TOKEN }, gives: 410 })] },
  'GET /api/v1/wall-session': { need: 'public', samples: [anywhere()] },
  'POST /api/v1/wall-session': {
    need: 'public',
    samples: [anywhere({ body: { token: TOKEN }, gives: 410 })],
  },
  'GET /api/v1/device-session': { need: 'public', samples: [anywhere()] },
  'POST /api/v1/pairing': { need: 'public', samples: [anywhere({ body: {}, gives: 201 })] },
  'POST /api/v1/pairing/claim': {
    need: 'public',
    samples: [anywhere({ body: { token: TOKEN }, gives: 410 })],
  },
  'POST /api/v1/first-run': {
    need: 'public',
    samples: [
      anywhere({
        body: { token: TOKEN, name: 'Ai', login: 'ai-do', password: TEST_PASSWORD },
        gives: 410,
      }),
    ],
  },

  'GET /api/v1/me': { need: 'own', samples: [anywhere()] },
  'GET /api/v1/me/sessions': { need: 'own', samples: [anywhere()] },
  'DELETE /api/v1/me/sessions': { need: 'own', samples: [anywhere({ gives: 204 })] },
  'DELETE /api/v1/me/sessions/:session': {
    need: 'own',
    samples: [anywhere({ params: { session: 'none' }, gives: 404 })],
  },
  'POST /api/v1/me/password': {
    need: 'own',
    samples: [anywhere({ body: { current: 'không phải', next: TEST_PASSWORD }, gives: 422 })],
  },
  'POST /api/v1/me/second-factor': {
    need: 'own',
    samples: [anywhere({ body: { password: 'không phải' }, gives: 422 })],
  },
  'POST /api/v1/me/second-factor/confirm': {
    need: 'own',
    samples: [anywhere({ body: { code: '000000' }, gives: 422 })],
  },
  'POST /api/v1/me/second-factor/off': {
    need: 'own',
    samples: [anywhere({ body: { password: 'không phải' }, gives: 422 })],
  },
  'GET /api/v1/me/officers': { need: 'own', samples: [anywhere()] },
  'GET /api/v1/me/officers/:link/figures': {
    need: 'own',
    samples: [anywhere({ params: { link: 'none' }, query: { period: '2020-01' }, gives: 404 })],
  },
  'POST /api/v1/me/looks': { need: 'own', samples: [anywhere({ body: { area: 'a' } })] },
  'GET /api/v1/me/loans': { need: 'own', samples: [anywhere()] },
  'POST /api/v1/me/loans': {
    need: 'rights.lend',
    samples: [
      anywhere({
        body: { grant: 'none', to: 'ai-do', fromDay: '2099-01-01', toDay: '2099-01-02' },
        gives: 422,
      }),
    ],
  },
  'DELETE /api/v1/me/loans/:loan': {
    need: 'own',
    samples: [anywhere({ params: { loan: 'none' }, gives: 404 })],
  },

  'GET /api/v1/admin/people': { need: 'people.manage', samples: listOf() },
  'POST /api/v1/admin/people': {
    need: 'people.manage',
    samples: everywhereAndWhole((place) => ({
      body: () => ({ name: `Người «${place ?? 'city'}»`, login: newName(), role: 'admin', area: place }),
      gives: 201,
    })),
  },
  'PUT /api/v1/admin/people/:person': {
    need: 'people.manage',
    samples: ofPerson((code) => ({ body: { name: 'Tên khác', login: `${code}-2` } })),
  },
  'POST /api/v1/admin/people/:person/state': {
    need: 'people.manage',
    samples: ofPerson(() => ({ body: { disabled: true } })),
  },
  'POST /api/v1/admin/people/:person/links': {
    need: 'people.manage',
    samples: ofPerson(() => ({ body: {}, gives: 201 })),
  },
  'GET /api/v1/admin/people/:person/sessions': { need: 'people.manage', samples: ofPerson(() => ({})) },
  'DELETE /api/v1/admin/people/:person/sessions': { need: 'people.manage', samples: ofPerson(() => ({})) },
  'POST /api/v1/admin/people/:person/grants': {
    need: 'people.manage',
    samples: [
      ...everywhereAndWhole((place) => ({
        params: { person: 'holder' },
        body: { role: 'admin', area: place },
        gives: 201,
      })),
      together('somebody who does not exist', ['nowhere'], {
        params: { person: 'p-nobody' },
        body: { role: 'admin', area: 'a' },
      }),
    ],
  },
  'POST /api/v1/admin/people/:person/officers': {
    need: 'people.manage',
    samples: [
      ...everywhere((place) => ({
        params: { person: 'holder' },
        body: () => ({ area: place, officer: newName() }),
        gives: UNITS.includes(place) ? 201 : 422,
      })),
      together('somebody who does not exist', ['nowhere'], {
        params: { person: 'p-nobody' },
        body: { area: 'a', officer: 'cb' },
      }),
    ],
  },
  'DELETE /api/v1/admin/officers/:link': {
    need: 'people.manage',
    samples: UNITS.map((unit) => ({
      about: unit,
      touches: [unit],
      params: { link: targetIn('o', unit) },
      before: linkAgain(unit),
      gives: 200,
    })),
  },
  'DELETE /api/v1/admin/grants/:grant': {
    need: 'people.manage',
    samples: everywhereAndWhole((place) => ({
      params: { grant: targetIn('g', place) },
      before: giveAgain(place),
    })),
  },

  'GET /api/v1/admin/keys': { need: 'keys.manage', samples: listOf() },
  'POST /api/v1/admin/keys': {
    need: 'keys.manage',
    samples: everywhere((code) => ({
      body: { area: code, name: `Khóa «${code}»`, rights: ['read'] },
      gives: 201,
    })),
  },
  'POST /api/v1/admin/keys/:key/rotation': {
    need: 'keys.manage',
    samples: everywhere((code) => ({ params: { key: targetIn('k', code) }, body: {}, gives: 201 })),
  },
  'DELETE /api/v1/admin/keys/:key': {
    need: 'keys.manage',
    samples: everywhere((code) => ({ params: { key: targetIn('revoked', code) } })),
  },

  'GET /api/v1/admin/walls': { need: 'walls.manage', samples: listOf() },
  'POST /api/v1/admin/walls': {
    need: 'walls.manage',
    samples: everywhere((code) => ({
      body: { area: code, name: `Màn «${code}»`, view: 'hall' },
      gives: 201,
    })),
  },
  'POST /api/v1/admin/walls/:wall/orders': {
    need: 'walls.manage',
    samples: everywhere((code) => ({ params: { wall: targetIn('w', code) }, body: { order: 'identify' } })),
  },
  'POST /api/v1/admin/walls/:wall/settings': {
    need: 'walls.manage',
    samples: everywhere((code) => ({
      params: { wall: targetIn('w', code) },
      body: { distance: 5, night: 'dark', turnSeconds: 12, staySeconds: 60, playlist: [] },
    })),
  },
  'DELETE /api/v1/admin/walls/:wall': {
    need: 'walls.manage',
    samples: everywhere((code) => ({ params: { wall: targetIn('w', code) } })),
  },

  'GET /api/v1/admin/devices': { need: 'walls.manage', samples: listOf() },
  'POST /api/v1/admin/devices': {
    need: 'walls.manage',
    // Whoever is let through has typed no code that any device shows.
    samples: everywhere((area) => ({
      body: { code: 'AAAA-AAAA', area, name: `Màn «${area}»`, kind: 'wall', view: 'hall' },
      gives: 422,
    })),
  },
  'DELETE /api/v1/admin/devices/:device': {
    need: 'walls.manage',
    samples: UNITS.map((area) => together(area, [area], { params: { device: targetIn('d', area) } })),
  },

  'POST /api/v1/admin/areas': { need: 'tree.define', samples: defining() },
  'POST /api/v1/admin/areas/csv': {
    need: 'tree.define',
    samples: [
      // What others have is not there for whoever reads a text: a line with a fault, see `areas-csv.pg.test.ts`.
      anywhere({ body: { csv: csvOf('new-ward', 'nowhere'), dryRun: true } }),
      whole({ body: { csv: csvOf('fourth', '', 'city'), dryRun: true } }),
    ],
  },
  'GET /api/v1/admin/areas/:code/settings': { need: 'targets.set', samples: ofArea() },
  'POST /api/v1/admin/targets': {
    need: 'targets.set',
    samples: everywhere((code) => ({
      body: { area: code, metric: 'satisfied', value: 0.98, effectiveFrom: '2099-01-01', source: 'thử' },
    })),
  },

  'GET /api/v1/admin/areas/:code/holidays': { need: 'tree.define', samples: ofArea({ year: '2030' }) },
  'POST /api/v1/admin/areas/:code/holidays': {
    need: 'tree.define',
    samples: everywhere((code) => ({ params: { code }, body: { year: 2030 } })),
  },
  'GET /api/v1/admin/areas/:code/procedures': { need: 'targets.set', samples: ofArea() },
  'POST /api/v1/admin/procedures': {
    need: 'tree.define',
    samples: everywhere((area) => ({
      body: {
        area,
        procedure: 'thu',
        name: 'Thử',
        sector: 'thu',
        limit: { kind: 'days', days: 3 },
        effectiveFrom: '2099-01-01',
        source: 'thử',
      },
    })),
  },
  'GET /api/v1/admin/areas/:code/reporting-periods': { need: 'targets.set', samples: ofArea() },
  'POST /api/v1/admin/reporting-periods': {
    need: 'tree.define',
    samples: everywhere((area) => ({
      body: { area, cutDay: 15, effectiveFrom: '2099-01-01', source: 'thử' },
    })),
  },
  'GET /api/v1/admin/areas/:code/conduct': { need: 'targets.set', samples: ofArea() },
  'POST /api/v1/admin/conduct': {
    need: 'targets.set',
    samples: everywhere((area) => ({
      body: {
        area,
        name: 'Quy tắc',
        nameEn: 'Code',
        points: [
          { point: 'smile', text: 'luôn cười', textEn: 'smiling', lack: 'chưa cười', lackEn: 'not smiling' },
        ],
        effectiveFrom: '2099-01-01',
        source: 'thử',
      },
    })),
  },
  'POST /api/v1/admin/surveys': {
    need: 'surveys.enter',
    samples: everywhere((code) => ({
      body: {
        area: code,
        name: 'SIPAS',
        fromDay: DAY,
        toDay: DAY,
        n: 300,
        measure: 'share',
        value: 0.9,
        method: 'Thử',
        source: 'Thử',
      },
    })),
  },
  'GET /api/v1/admin/areas/:code/priority': { need: 'targets.set', samples: ofArea() },
  'POST /api/v1/admin/priority': {
    need: 'targets.set',
    samples: everywhere((area) => ({
      body: { area, groups: [], every: 1, effectiveFrom: '2099-01-01', source: 'thử' },
    })),
  },
  'GET /api/v1/admin/areas/:code/public-figures': { need: 'figures.publish', samples: ofArea() },
  'POST /api/v1/admin/public-figures': {
    need: 'figures.publish',
    // What is not public stays so: whoever is let through changes nothing.
    samples: everywhere((area) => ({
      body: { area, measure: 'satisfied', shown: false, source: 'thử' },
    })),
  },
  'GET /api/v1/device/counter': { need: 'counter.serve', samples: [anywhere()] },
  'POST /api/v1/device/counter/acts': {
    need: 'counter.serve',
    // What was pressed is no longer at the counter: whoever is let through changes nothing.
    samples: [
      anywhere({ body: () => ({ act: 'recall', ticket: 'none', request: randomUUID() }), gives: 409 }),
    ],
  },
  'GET /api/v1/device/kiosk': { need: 'numbers.issue', samples: [anywhere()] },
  'POST /api/v1/device/kiosk/tickets': {
    need: 'numbers.issue',
    // A service that nobody has defined.
    samples: [anywhere({ body: () => ({ request: randomUUID(), service: 'none' }), gives: 409 })],
  },
  'GET /api/v1/device/pad': { need: 'rating.take', samples: [anywhere()] },
  'POST /api/v1/device/pad/ratings': {
    need: 'rating.take',
    // Of a ticket that is not of its counter.
    samples: [
      anywhere({
        body: () => ({
          request: randomUUID(),
          level: 'neutral',
          ticket: 'none',
          at: new Date().toISOString(),
        }),
        gives: 409,
      }),
    ],
  },
  'GET /api/v1/rate-later/:code': {
    need: 'public',
    samples: [anywhere({ params: { code: 'none' }, gives: 410 })],
  },
  'POST /api/v1/rate-later/:code': {
    need: 'public',
    samples: [anywhere({ params: { code: 'none' }, body: { level: 'neutral' }, gives: 410 })],
  },
  'GET /api/v1/public/:code/rating': { need: 'public', samples: [anywhere({ params: { code: 'a' } })] },
  'POST /api/v1/public/:code/ratings': {
    need: 'public',
    samples: [anywhere({ params: { code: 'a' }, body: { level: 'neutral', slip: 'none' }, gives: 422 })],
  },
  'GET /api/v1/admin/areas/:code/alert-rules': { need: 'targets.set', samples: ofArea() },
  'POST /api/v1/admin/alert-rules': {
    need: 'targets.set',
    samples: everywhere((area) => ({
      body: { area, kind: 'crowd', on: true, raiseAt: 20, effectiveFrom: '2099-01-01', source: 'thử' },
    })),
  },
  'GET /api/v1/admin/areas/:code/checklists': { need: 'targets.set', samples: ofArea() },
  'POST /api/v1/admin/checklists': {
    need: 'targets.set',
    samples: everywhere((area) => ({
      body: {
        area,
        checklist: 'thu',
        name: 'Thử',
        items: [{ item: 'mot', text: 'Mục một' }],
        effectiveFrom: '2099-01-01',
        source: 'thử',
      },
    })),
  },
  'GET /api/v1/admin/policy': { need: 'policy.set', samples: [whole()] },
  'POST /api/v1/admin/policy': {
    need: 'policy.set',
    samples: [whole({ body: { role: 'officer', required: false } })],
  },
  'GET /api/v1/admin/audit': { need: 'audit.read', samples: listOf() },
  'GET /api/v1/admin/audit as CSV': {
    need: 'audit.read',
    samples: [anywhere({ accept: CSV }), ...byArea({ accept: CSV })],
  },

  // Last, see above.
  [SIGN_OUT]: { need: 'own', samples: [anywhere({ gives: 204 })] },
};

import fc from 'fast-check';
import type { DataOf, SourceEvent, SourceType, WatchType } from '../../lib/domain/events/registry.ts';
import { LEVELS } from '../../lib/domain/rating-level.ts';
import { startOfDay } from '../../lib/domain/zoned-time.ts';

export const LAW_ZONE = 'Asia/Ho_Chi_Minh';
/** The first of a month, so that days, months and their borders all lie within reach. */
export const LAW_DAY = '2026-12-01';
const MIDNIGHT = startOfDay(LAW_ZONE, LAW_DAY);
const MINUTE = 60_000;

/** Instants that collide: the same few minutes, both sides of two midnights, half hours, and anything between. */
export const arbitraryInstant: fc.Arbitrary<number> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.integer({ min: 0, max: 40 }).map((n) => MIDNIGHT + 9 * 60 * MINUTE + n * MINUTE),
  },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 0, max: 12_000 }).map((n) => MIDNIGHT + 9 * 60 * MINUTE + n * 1000),
  },
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 3 }).map((n) => MIDNIGHT + n * 500) },
  { weight: 1, arbitrary: fc.integer({ min: -2, max: 2 }).map((n) => MIDNIGHT + 86_400_000 + n * 1000) },
  { weight: 1, arbitrary: fc.integer({ min: -48, max: 90 }).map((n) => MIDNIGHT + n * 30 * MINUTE) },
  { weight: 1, arbitrary: fc.integer({ min: -86_400_000, max: 2 * 86_400_000 }).map((n) => MIDNIGHT + n) },
);

// Few of each, so that events meet; one name that a key made of text could trip over.
const ticket = fc.constantFrom('t1', 't2', 't3', 't/4', 't5');
const counter = fc.constantFrom('1', '2', '10');
const service = fc.constantFrom('civil', 'land/0', 'Đất đai');
const rating = fc.integer({ min: 1, max: 30 }).map((n) => `r${n}`);
const officer = fc.constantFrom('o1', 'o2');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

type Told = SourceType | WatchType;
type Body = { [T in Told]: { type: T; data: DataOf<T> } }[Told];

/** Absent fields stay out, as they do behind the door. */
function body<T extends Told>(
  type: T,
  fields: { [K in keyof DataOf<T>]: fc.Arbitrary<DataOf<T>[K]> },
): fc.Arbitrary<Body> {
  return fc.record(fields).map((data) => {
    const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
    // Type and data were paired by T, which the union cannot see.
    return { type, data: given } as Body;
  });
}

const ticketBodies: fc.Arbitrary<Body>[] = [
  body('ticket.issued', {
    ticket,
    number: fc.constantFrom('A1', 'A2'),
    service,
    purpose: maybe(fc.constantFrom('submit', 'collect')),
    priority: maybe(fc.constant('elderly')),
    channel: maybe(fc.constantFrom('kiosk', 'online')),
    appointmentAt: maybe(arbitraryInstant),
    dossiers: fc.constant(undefined),
  }),
  body('ticket.arrived', { ticket }),
  body('ticket.called', { ticket, counter, officer: maybe(officer) }),
  body('ticket.started', { ticket, counter: maybe(counter) }),
  body('ticket.held', { ticket, reason: maybe(fc.constant('photo')) }),
  body('ticket.resumed', { ticket, reason: fc.constant(undefined) }),
  fc.oneof(
    body('ticket.transferred', { ticket, toService: service, toCounter: fc.constant(undefined) }),
    body('ticket.transferred', { ticket, toService: fc.constant(undefined), toCounter: counter }),
  ),
  body('ticket.finished', {
    ticket,
    counter: maybe(counter),
    outcome: maybe(fc.constantFrom('received', 'nothing')),
  }),
  body('ticket.no_show', { ticket }),
  body('ticket.left', { ticket }),
];

const counterFields = {
  counter,
  officer: maybe(officer),
  services: maybe(fc.array(service, { maxLength: 2 })),
};
const issuingFields = { service, reason: maybe(fc.constant('full')) };
const ratingFields = {
  rating,
  counter: maybe(counter),
  ticket: maybe(ticket),
  dossier: maybe(fc.constant('H1')),
  phase: maybe(fc.constantFrom('intake', 'result')),
  service: maybe(service),
  officer: maybe(officer),
  reasons: maybe(fc.array(fc.constantFrom('smile', 'long_wait'), { maxLength: 2 })),
  comment: maybe(fc.constant('Chờ lâu quá')),
  channel: maybe(fc.constantFrom('pad', 'qr')),
} as const;
const none = fc.constant(undefined);

const otherBodies: fc.Arbitrary<Body>[] = [
  body('counter.opened', counterFields),
  body('counter.paused', counterFields),
  body('counter.closed', counterFields),
  body('issuing.stopped', issuingFields),
  body('issuing.resumed', issuingFields),
  body('gauge.reported', {
    service,
    waiting: fc.integer({ min: 0, max: 20 }),
    openCounters: maybe(fc.integer({ min: 0, max: 3 })),
    currentNumber: maybe(fc.constant('A7')),
  }),
  fc.tuple(arbitraryInstant, maybe(fc.nat({ max: 10_000_000 }))).map(
    ([from, length]): Body => ({
      type: 'note.added',
      data: { from, ...(length !== undefined && { to: from + length }), text: 'Mất điện' },
    }),
  ),
];
const ratingBodies: fc.Arbitrary<Body>[] = [
  body('rating.given', { ...ratingFields, level: fc.constantFrom(...LEVELS), raw: none, scale: none }),
  body('rating.given', {
    ...ratingFields,
    level: none,
    raw: fc.integer({ min: 1, max: 3 }),
    scale: fc.constantFrom('5', '4n', '4s', '3'),
  }),
];

// Few, so that their facts meet, across units too; one continues another now and then.
const dossier = fc.constantFrom('h1', 'h2', 'h/3', 'h4');
const procedure = fc.constantFrom('birth', 'land/1');
const dossierChannel = fc.constantFrom('counter', 'online_full');
const handler = fc.constantFrom('tax', 'chair');
const day = fc.integer({ min: -2, max: 5 }).map((n) => `2026-12-0${Math.max(1, 3 + n)}`);
const dueDate = fc.oneof(arbitraryInstant, day);

const dossierBodies: fc.Arbitrary<Body>[] = [
  body('dossier.submitted', { dossier, procedure, channel: maybe(dossierChannel) }),
  body('dossier.received', {
    dossier,
    procedure,
    channel: maybe(dossierChannel),
    dueAt: maybe(dueDate),
    handler: maybe(handler),
    stage: maybe(fc.constant('check')),
    stageDueAt: maybe(dueDate),
    officer: maybe(officer),
    ticket: maybe(ticket),
    previous: maybe(dossier),
  }),
  body('dossier.moved', { dossier, toHandler: handler, stage: none, stageDueAt: maybe(dueDate) }),
  body('dossier.supplement_asked', { dossier, what: maybe(fc.constant('Bản sao')) }),
  body('dossier.supplement_supplied', {
    dossier,
    what: none,
    dueAt: fc.option(dueDate, { nil: undefined, freq: 1 }),
  }),
  body('dossier.extended', { dossier, dueAt: dueDate, cause: none }),
  body('dossier.settled', { dossier, result: fc.constantFrom('done', 'withdrawn', 'refused', 'withdrawn') }),
  body('dossier.delivered', { dossier, channel: none }),
];
const apologyFields = {
  apology: fc.constantFrom('x1', 'x2'),
  dossier: maybe(dossier),
  rating: none,
  suggestion: none,
  cause: maybe(fc.constant('staff')),
  newDueAt: maybe(dueDate),
  documentNo: none,
  documentDate: none,
  signedBy: maybe(fc.constant('Nguyễn Văn An')),
  signatureKind: none,
  signedFile: none,
  channel: none,
};
const letterBodies: fc.Arbitrary<Body>[] = [
  body('apology.drafted', apologyFields),
  body('apology.signed', apologyFields),
  body('apology.delivered', apologyFields),
  body('explanation.added', {
    about: fc.oneof(
      dossier.map((told) => ({ dossier: told })),
      rating.map((told) => ({ rating: told })),
    ),
    text: fc.constant('Chờ cơ quan thuế'),
  }),
];

const act = {
  alert: fc.constantFrom('l1', 'l2'),
  note: maybe(fc.constant('Đã mở thêm quầy')),
};
const alertBodies: fc.Arbitrary<Body>[] = [
  body('alert.raised', {
    alert: act.alert,
    kind: fc.constantFrom('longWait', 'silent', 'overdue'),
    since: arbitraryInstant,
    value: fc.nat({ max: 3000 }),
    of: none,
    limit: fc.constant(1800),
    people: fc.nat({ max: 20 }),
    counter: none,
    units: none,
    escalateMinutes: fc.constantFrom(10, 60),
  }),
  body('alert.acknowledged', act),
  body('alert.noted', act),
  body('alert.closed', act),
  body('alert.cleared', { alert: act.alert, cause: fc.constantFrom('over', 'switched_off') }),
];

// Few, so that their steps meet; some are told before their submission, and some submissions twice.
const suggestion = fc.constantFrom('s1', 's2', 's/3');
const stepFields = {
  suggestion,
  by: fc.constant({ name: 'Trần Thị Bình', title: 'Chủ tịch' }),
  text: maybe(fc.constant('Đã xem xét')),
  owner: maybe(fc.constant('Bộ phận Một cửa')),
  dueAt: maybe(dueDate),
};
const suggestionBodies: fc.Arbitrary<Body>[] = [
  body('suggestion.submitted', {
    suggestion,
    text: fc.constantFrom('Thêm ghế ngồi', 'Chậm'),
    channel: maybe(fc.constantFrom('book', 'hotline')),
    contact: maybe(fc.constant('0900 000 000')),
  }),
  body('suggestion.sorted', {
    suggestion,
    kind: fc.constantFrom('suggestion', 'suggestion', 'petition', 'complaint', 'denunciation', 'about_head'),
    body: maybe(fc.constant('Thanh tra')),
  }),
  body('suggestion.seen', stepFields),
  body('suggestion.instructed', stepFields),
  body('suggestion.answered', stepFields),
];

// Few, so that their steps meet; some are told before their opening.
const inspectionFields = {
  inspection: fc.constantFrom('i1', 'i2'),
  level: maybe(fc.constantFrom('city', 'ward')),
  kind: maybe(fc.constantFrom('planned', 'surprise')),
  finding: maybe(fc.constantFrom('f1', 'f2')),
  dueAt: maybe(dueDate),
  disciplineForm: maybe(fc.constantFrom('reprimand', 'demotion')),
  people: maybe(fc.nat({ max: 3 })),
  text: maybe(fc.constant('Chưa đeo thẻ')),
};
const inspectionBodies: fc.Arbitrary<Body>[] = [
  body('inspection.planned', {
    ...inspectionFields,
    day: fc.constantFrom('1999-01-18', '1999-01-20'),
    team: maybe(fc.constant('Đoàn kiểm tra công vụ')),
  }),
  body('inspection.opened', { ...inspectionFields, team: none }),
  body('inspection.announced', inspectionFields),
  body('inspection.finding_added', {
    ...inspectionFields,
    severity: maybe(fc.constantFrom('minor', 'severe')),
    checklist: none,
    item: none,
    photo: none,
  }),
  body('inspection.explained', inspectionFields),
  body('inspection.remedied', inspectionFields),
  body('inspection.minutes_signed', {
    ...inspectionFields,
    documentNo: maybe(fc.constant('07/BB-KTCV')),
    documentDate: none,
    signatories: maybe(fc.constant([{ title: 'Trưởng đoàn', name: 'Lê Minh' }])),
  }),
  body('inspection.disciplined', { ...inspectionFields, disciplineForm: fc.constant('warning') }),
  body('inspection.closed', inspectionFields),
];

const arbitraryBody: fc.Arbitrary<Body> = fc.oneof(
  { weight: 6, arbitrary: fc.oneof(...ticketBodies) },
  { weight: 2, arbitrary: fc.oneof(...ratingBodies) },
  { weight: 2, arbitrary: fc.oneof(...otherBodies) },
  { weight: 4, arbitrary: fc.oneof(...dossierBodies) },
  { weight: 1, arbitrary: fc.oneof(...letterBodies) },
  { weight: 2, arbitrary: fc.oneof(...alertBodies) },
  { weight: 1, arbitrary: fc.oneof(...suggestionBodies) },
  { weight: 1, arbitrary: fc.oneof(...inspectionBodies) },
);

/** One checked event; source and id are few, so that keys repeat and ties are broken by either. */
const arbitraryEvent = (
  units: readonly string[],
  at: fc.Arbitrary<number>,
  told: fc.Arbitrary<Body>,
): fc.Arbitrary<SourceEvent> =>
  fc
    .record({
      source: fc.constantFrom('/a', '/b'),
      id: fc.integer({ min: 0, max: 60 }).map((n) => `e${n}`),
      unit: fc.constantFrom(...units),
      at,
      body: told,
    })
    // The same pairing of type and data as above.
    .map(({ body: { type, data }, ...key }) => ({ ...key, type, data }) as SourceEvent);

const keyOf = ({ source, id }: SourceEvent): string => `${source} ${id}`;
const distinct = (event: fc.Arbitrary<SourceEvent>, maxLength: number): fc.Arbitrary<SourceEvent[]> =>
  fc.uniqueArray(event, { maxLength, selector: keyOf, size: 'max' });

/** Believable and weird events with distinct keys, in no order. */
export const arbitraryEvents = (units: readonly string[], maxLength = 40): fc.Arbitrary<SourceEvent[]> =>
  distinct(arbitraryEvent(units, arbitraryInstant, arbitraryBody), maxLength);

/** Ratings of a busy minute: more than a stream shows, at instants that are the same. */
export const arbitraryRatings = (unit: string): fc.Arbitrary<SourceEvent[]> =>
  distinct(
    arbitraryEvent(
      [unit],
      fc.integer({ min: 0, max: 6 }).map((n) => MIDNIGHT + 9 * 60 * MINUTE + n * 10_000),
      fc.oneof(...ratingBodies),
    ),
    40,
  );

/** Facts of dossiers alone, from several units. */
export const arbitraryDossiers = (units: readonly string[]): fc.Arbitrary<SourceEvent[]> =>
  distinct(arbitraryEvent(units, arbitraryInstant, fc.oneof(...dossierBodies)), 40);

/** Steps of suggestions alone, from several units. */
export const arbitrarySuggestions = (units: readonly string[]): fc.Arbitrary<SourceEvent[]> =>
  distinct(arbitraryEvent(units, arbitraryInstant, fc.oneof(...suggestionBodies)), 40);

/** Steps of inspections alone, from several units. */
export const arbitraryInspections = (units: readonly string[]): fc.Arbitrary<SourceEvent[]> =>
  distinct(arbitraryEvent(units, arbitraryInstant, fc.oneof(...inspectionBodies)), 40);

/** The events as they may arrive: in any order, some of them again and again. */
export const arbitraryArrival = (events: readonly SourceEvent[]): fc.Arbitrary<SourceEvent[]> =>
  events.length === 0
    ? fc.constant([])
    : fc
        .tuple(
          fc.shuffledSubarray([...events], { minLength: events.length }),
          fc.array(fc.tuple(fc.constantFrom(...events), fc.nat({ max: 1000 })), { maxLength: 8 }),
        )
        .map(([order, again]) => {
          const arrival = [...order];
          for (const [event, place] of again) arrival.splice(place % (arrival.length + 1), 0, event);
          return arrival;
        });

/** What the log's key does: only the first event of each (source, id) passes. */
export function firstOfEach(events: readonly SourceEvent[]): SourceEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => !seen.has(keyOf(event)) && seen.add(keyOf(event)));
}

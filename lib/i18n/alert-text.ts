import type { useTranslations } from 'use-intl';
import type { AlertKind } from '../domain/alerts/kind.ts';
import { localDay } from '../domain/zoned-time.ts';
import type { AlertLine } from '../wire/alert-reads.ts';
import type { Format } from './format.ts';

/** The words of alerts in one language. */
type Words = ReturnType<typeof useTranslations<'alerts'>>;

export type AlertTextParts = {
  t: Words;
  format: Format;
  /** The zone in which instants are read. */
  zone: string;
  nameOf: (area: string) => string;
  /** The local day of whoever reads: its instants need no date. */
  today: string;
};

/** An alert in words: where, what, since when, who has it. Every number says of how many it is. */
export type AlertText = {
  place: string;
  what: string;
  details: string[];
  owner: string;
};

const instant = (iso: string): number => Date.parse(iso);

/** The sentence of an alert; pages, messages and what is copied all say the same. */
export function alertText(line: AlertLine, parts: AlertTextParts): AlertText {
  const { t, format, nameOf } = parts;
  const moment = (iso: string): string => momentText(iso, parts);
  const details = [
    ofQueue.includes(line.kind) && line.people > 0 ? t('people', { people: line.people }) : '',
    line.kind === 'crowd' && line.units === null && line.limit !== null
      ? t('limitPerCounter', { limit: line.limit })
      : '',
    hasSince.includes(line.kind) ? t('since', { time: moment(line.since) }) : '',
    t('raised', { time: moment(line.raisedAt) }),
    line.limit !== null && isLength(line.kind) ? t('limit', { limit: format.duration(line.limit) }) : '',
  ];
  return {
    place: nameOf(line.unit),
    what: whatText(line, parts),
    details: details.filter(Boolean),
    owner: ownerText(line, parts),
  };
}

const isLength = (kind: AlertKind): boolean => kind === 'longWait' || kind === 'idleCounter';
const ofQueue: readonly AlertKind[] = ['longWait', 'idleCounter', 'silent'];
const hasSince: readonly AlertKind[] = [
  'longWait',
  'idleCounter',
  'silent',
  'silentRatings',
  'silentDossiers',
  'ratingBurst',
  'apologyOwed',
  'suggestionUnseen',
];

function whatText(line: AlertLine, { t, format }: AlertTextParts): string {
  const { kind, value, of, limit, units, unitsOf } = line;
  if (units !== null && unitsOf !== null) return t('group', { units, of: unitsOf, kind: t(`kinds.${kind}`) });
  switch (kind) {
    case 'longWait':
      return t('what.longWait', { length: format.duration(value) });
    case 'idleCounter':
      return t('what.idleCounter', { counter: line.counter ?? '', length: format.duration(value) });
    case 'crowd':
      return t('what.crowd', { waiting: value, open: of ?? 0 });
    case 'silent':
    case 'silentRatings':
    case 'silentDossiers':
      return t(`what.${kind}`);
    case 'ratingBurst':
    case 'overdue':
    case 'dueToday':
    case 'apologyOwed':
    case 'suggestionUnseen':
      return t(`what.${kind}`, { count: value });
    case 'serviceLevel':
    case 'satisfaction':
    case 'onTime':
      return t(`what.${kind}`, {
        share: format.percent(of ? value / of : null),
        of: of ?? 0,
        target: format.target(limit),
      });
  }
}

/** The clock, with the day where it is not today. */
export function momentText(
  iso: string,
  { format, zone, today }: Pick<AlertTextParts, 'format' | 'zone' | 'today'>,
): string {
  const clock = format.clock(instant(iso), zone);
  const day = localDay(zone, instant(iso));
  return day === today ? clock : `${clock} ${format.dayShort(day)}`;
}

function ownerText(line: AlertLine, parts: AlertTextParts): string {
  const { t, nameOf } = parts;
  const { takenAt, takenBy, closedAt, closedBy, clearedAt, escalatedTo, unit, state } = line;
  if (closedAt !== null) {
    const time = momentText(closedAt, parts);
    return closedBy === null
      ? t('owner.closedBySystem', { time })
      : t('owner.closed', { name: closedBy, time });
  }
  if (state === 'cleared' && clearedAt !== null) {
    const time = momentText(clearedAt, parts);
    return takenBy === null ? t('owner.cleared', { time }) : t('owner.clearedTaken', { time, name: takenBy });
  }
  if (takenAt !== null) {
    const time = momentText(takenAt, parts);
    return takenBy === null ? t('owner.somebody', { time }) : t('owner.taken', { name: takenBy, time });
  }
  return escalatedTo === unit ? t('owner.none') : t('owner.upTo', { area: nameOf(escalatedTo) });
}

/** One sentence to paste into a Zalo group: place, value with its n, time, who has it, and where to look. */
export function alertSentence(line: AlertLine, parts: AlertTextParts, link: string): string {
  const { place, what, details, owner } = alertText(line, parts);
  return [`${place}: ${[what, ...details].join(', ')}`, owner, link].join('. ');
}

import type { z } from 'zod';
import { accessEvents } from './access.ts';
import { alertEvents, alertRuleEvents, watchEvents } from './alert.ts';
import { apologyEvents } from './apology.ts';
import { calendarEvents } from './calendar.ts';
import { conductEvents } from './conduct.ts';
import { counterEvents } from './counter.ts';
import { dossierEvents, promiseEvents } from './dossier.ts';
import { exclusionEvents } from './exclusion.ts';
import { explanationEvents } from './explanation.ts';
import { checklistEvents, inspectionEvents, pictureEvents } from './inspection.ts';
import { meetingEvents } from './meeting.ts';
import { modelEvents } from './model.ts';
import { noteEvents } from './note.ts';
import { priorityEvents } from './priority.ts';
import { publishedEvents } from './published.ts';
import { queueStateEvents } from './queue-state.ts';
import { ratingEvents } from './rating.ts';
import { reportEvents } from './report.ts';
import { bookEvents, suggestionEvents } from './suggestion.ts';
import { surveyEvents } from './survey.ts';
import { ticketEvents } from './ticket.ts';
import { treeEvents } from './tree.ts';

/** Types that sources may send. A new type is one file beside this one, named here, plus its fold. */
export const sourceEvents = {
  ...counterEvents,
  ...ticketEvents,
  ...queueStateEvents,
  ...ratingEvents,
  ...dossierEvents,
  ...apologyEvents,
  ...alertEvents,
  ...suggestionEvents,
  ...inspectionEvents,
  ...explanationEvents,
  ...noteEvents,
} as const;

/** Facts that the server adds to those of sources while it folds them; refused at the door. */
export const addedEvents = { ...promiseEvents, ...bookEvents } as const;

/** Definitions: types that only the server writes; refused at the door. */
export const serverEvents = {
  ...treeEvents,
  ...calendarEvents,
  ...alertRuleEvents,
  ...conductEvents,
  ...exclusionEvents,
  ...surveyEvents,
  ...checklistEvents,
  ...reportEvents,
  ...modelEvents,
  ...publishedEvents,
  ...priorityEvents,
  ...meetingEvents,
  ...accessEvents,
} as const;

/** The first words of their names, in the order in which the index of the audit has them. */
export const SERVER_WORDS = [
  'area',
  'service',
  'target',
  'sessions',
  'procedure',
  'reporting_periods',
  'alert_rule',
  'checklist',
  'conduct',
  'comment',
  'survey',
  'exclusion',
  'report',
  'model',
  'published',
  'priority',
  'reception',
  'dialogue',
  'key',
  'person',
  'session',
  'wall',
  'device',
  'access',
  'personal',
] as const;

const TOLD_BY_THE_SERVER = { ...addedEvents, ...watchEvents, ...pictureEvents };

/** Whether only the server may tell it, be it known by this name or not: a source is refused with the same answer. */
export const isServerOnly = (type: string): boolean =>
  Object.hasOwn(TOLD_BY_THE_SERVER, type) || SERVER_WORDS.some((word) => type.startsWith(`${word}.`));

export type SourceType = keyof typeof sourceEvents;
/** What the server's own watch tells through the same door, in a source that no key may use. */
export type WatchType = keyof typeof watchEvents;
/** What it keeps of a unit beside what a person did there. */
type PictureType = keyof typeof pictureEvents;
export type ServerType = keyof typeof serverEvents;
type AddedType = keyof typeof addedEvents;
export type EventType = SourceType | WatchType | PictureType | AddedType | ServerType;

type Schemas = typeof sourceEvents &
  typeof watchEvents &
  typeof pictureEvents &
  typeof addedEvents &
  typeof serverEvents;
export type DataOf<T extends EventType> = z.output<Schemas[T]>;

/** A checked event: what the log keeps, but for its seq. `unit` is the CloudEvents subject, `at` its time in epoch ms. */
export type DomainEvent<T extends EventType = EventType> = T extends EventType
  ? { source: string; id: string; type: T; unit: string; at: number; data: DataOf<T> }
  : never;

/** An event of a source, as it leaves the door, or of the server's own making beside them. */
export type SourceEvent = DomainEvent<SourceType | WatchType | PictureType>;

/** What the server adds to events of sources. */
export type AddedEvent = DomainEvent<AddedType>;

/** What is folded: events of sources and what the server added to them. */
export type FoldedEvent = SourceEvent | AddedEvent;

/** Fields kept beside the log because they can hold personal data (3: erasable). */
export const PERSONAL_FIELDS: Partial<Record<EventType, readonly string[]>> = {
  'rating.given': ['comment'],
  'dossier.supplement_asked': ['what'],
  'dossier.supplement_supplied': ['what'],
  'apology.drafted': ['signedBy', 'letter'],
  'apology.signed': ['signedBy'],
  'apology.delivered': ['signedBy'],
  'alert.acknowledged': ['note'],
  'alert.noted': ['note'],
  'alert.closed': ['note'],
  'suggestion.submitted': ['text', 'contact', 'photo'],
  'suggestion.seen': ['by', 'text', 'owner'],
  'suggestion.instructed': ['by', 'text', 'owner'],
  'suggestion.answered': ['by', 'text', 'owner'],
  'inspection.planned': ['text', 'team'],
  'inspection.opened': ['text', 'team'],
  'inspection.pictured': ['board'],
  'inspection.announced': ['text'],
  'inspection.finding_added': ['text', 'photo'],
  'inspection.explained': ['text'],
  'inspection.remedied': ['text'],
  'inspection.minutes_signed': ['text', 'signatories'],
  'inspection.disciplined': ['text'],
  'inspection.closed': ['text'],
  'explanation.added': ['text'],
  'exclusion.asked': ['reason'],
  'exclusion.approved': ['reason'],
  'exclusion.refused': ['reason'],
  'dialogue.question_raised': ['text', 'raisedBy', 'owner'],
  'dialogue.question_answered': ['text'],
  'person.added': ['name', 'login', 'email'],
  'person.renamed': ['name', 'login', 'email'],
};

/** The schema version written with each event; raise it when a type gains a field. */
export const SCHEMA_VERSION = 2;

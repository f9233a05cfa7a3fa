import { PERSON_SOURCE } from '../../lib/domain/events/person-source.ts';
import { type PageRights, pageRights } from '../../lib/domain/suggestion/page-rights.ts';
import type { SuggestionLine } from '../../lib/wire/suggestion-reads.ts';
import { isoOf } from './dossier-lines.ts';
import { type BookReader, inUnit } from './page-reader.ts';

const INSTANTS = [
  'submitted_at',
  'sorted_at',
  'due_at',
  'late_from',
  'seen_at',
  'instructed_at',
  'instruction_late_from',
  'answered_at',
] as const;

/** What `suggestionLine` reads of the table `suggestion` under the name `s`, with its personal fields. */
export const SUGGESTION_LINE = `s.unit, s.page, s.suggestion, s.day::text AS day, s.state, s.kind, s.channel, s.body, s.repeats,
  ${INSTANTS.map((column) => `s.${column}`).join(', ')}, s.wait_seconds::float8 AS wait_seconds,
  seen.value -> 'by' AS seen_by, instructed.value ->> 'owner' AS owner, submitted.value ->> 'text' AS text,
  submitted.erased_at IS NOT NULL AS erased,
  jsonb_path_exists(s.facts, '$[*] ? (@.step == "seen" && @.source starts with "${PERSON_SOURCE}")') AS confirmed`;

/** The personal fields of the steps that a line tells of. */
export const PERSONAL_OF_LINE = `LEFT JOIN personal submitted ON submitted.seq = s.submitted_seq
  LEFT JOIN personal seen ON seen.seq = s.seen_seq LEFT JOIN personal instructed ON instructed.seq = s.instructed_seq`;

export type SuggestionRow = {
  unit: string;
  page: number;
  suggestion: string;
  day: string;
  state: SuggestionLine['state'];
  kind: SuggestionLine['kind'];
  channel: SuggestionLine['channel'];
  body: string | null;
  repeats: number;
  wait_seconds: number | null;
  seen_by: { name: string; title?: string; onBehalfOf?: string } | null;
  owner: string | null;
  text: string | null;
  erased: boolean;
  confirmed: boolean;
} & Record<(typeof INSTANTS)[number], Date | null>;

export const rightsOf = (row: SuggestionRow, reader: BookReader): PageRights =>
  pageRights(
    {
      state: row.state,
      sorted: row.kind !== null,
      seen: row.seen_at !== null,
      confirmed: row.confirmed,
      erased: row.erased,
    },
    inUnit(reader, row.unit),
  );

const UNKNOWN = {
  kind: null,
  channel: null,
  submittedAt: null,
  body: null,
  sortedAt: null,
  dueAt: null,
  late: false,
  seenAt: null,
  seenBy: null,
  seenTitle: null,
  seenOnBehalfOf: null,
  waitSec: null,
  instructedAt: null,
  owner: null,
  instructionLateFrom: null,
  answeredAt: null,
  repeats: 0,
  text: null,
} as const;

/** N5: a stored page as a line of a list at an instant (epoch ms), as far as its reader may know it. */
export function suggestionLine(row: SuggestionRow, { known, text }: PageRights, at: number): SuggestionLine {
  const { unit, page, suggestion, day, state, erased, seen_by: by } = row;
  if (!known) return { unit, page, suggestion, day, state, erased, ...UNKNOWN };
  const late = state === 'unseen' && row.late_from !== null && row.late_from.getTime() <= at;
  return {
    unit,
    page,
    suggestion,
    day,
    state,
    kind: row.kind,
    channel: row.channel,
    submittedAt: isoOf(row.submitted_at),
    body: row.body,
    sortedAt: isoOf(row.sorted_at),
    dueAt: isoOf(row.due_at),
    late,
    seenAt: isoOf(row.seen_at),
    seenBy: by?.name ?? null,
    seenTitle: by?.title ?? null,
    seenOnBehalfOf: by?.onBehalfOf ?? null,
    waitSec: row.wait_seconds,
    instructedAt: isoOf(row.instructed_at),
    owner: text ? row.owner : null,
    instructionLateFrom: isoOf(row.instruction_late_from),
    answeredAt: isoOf(row.answered_at),
    repeats: row.repeats,
    erased,
    text: text ? row.text : null,
  };
}

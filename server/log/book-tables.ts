import { dueOfTold, lateFrom } from '../../lib/domain/dossier/due.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { Column } from './array-parameter.ts';
import { type GroupTable, into, type SuggestionRow } from './group-table.ts';

const instructionLateFrom = ({ suggestion: { instructionDueAt }, zone }: SuggestionRow): number | null =>
  instructionDueAt === null ? null : lateFrom(dueOfTold(instructionDueAt, zone, 0), 'own', zone);

const dayOr = (zone: string, at: number | null): string | null => (at === null ? null : localDay(zone, at));

const SUGGESTION: readonly Column<SuggestionRow>[] = [
  ['unit', 'text', (row) => row.unit],
  ['suggestion', 'text', (row) => row.id],
  ['page', 'int4', ({ suggestion }) => suggestion.page],
  ['state', 'text', ({ suggestion }) => suggestion.state],
  ['day', 'date', ({ suggestion, zone }) => dayOr(zone, suggestion.submittedAt)],
  ['submitted_at', 'timestamptz', ({ suggestion }) => suggestion.submittedAt],
  ['submitted_seq', 'int8', ({ suggestion }) => suggestion.submittedSeq],
  ['channel', 'text', ({ suggestion }) => suggestion.channel],
  ['kind', 'text', ({ suggestion }) => suggestion.kind],
  ['body', 'text', ({ suggestion }) => suggestion.body],
  ['sorted_at', 'timestamptz', ({ suggestion }) => suggestion.sortedAt],
  ['due_at', 'timestamptz', ({ suggestion }) => suggestion.dueAt],
  ['late_from', 'timestamptz', ({ suggestion }) => suggestion.lateFrom],
  ['seen_at', 'timestamptz', ({ suggestion }) => suggestion.seenAt],
  ['seen_seq', 'int8', ({ suggestion }) => suggestion.seenSeq],
  ['wait_seconds', 'int8', ({ suggestion }) => suggestion.waitSeconds],
  ['instructed_at', 'timestamptz', ({ suggestion }) => suggestion.instructedAt],
  ['instructed_seq', 'int8', ({ suggestion }) => suggestion.instructedSeq],
  ['instruction_late_from', 'timestamptz', instructionLateFrom],
  ['answered_at', 'timestamptz', ({ suggestion }) => suggestion.answeredAt],
  ['answered_seq', 'int8', ({ suggestion }) => suggestion.answeredSeq],
  ['repeats', 'int4', ({ suggestion }) => suggestion.repeats],
  ['facts', 'jsonb', ({ facts }) => JSON.stringify(facts)],
];

/** What a group says of the suggestion book. */
export const BOOK_TABLES: readonly GroupTable[] = [
  into('suggestion', ({ suggestions }) => suggestions, ['unit', 'suggestion'], 'overwrite', SUGGESTION),
];

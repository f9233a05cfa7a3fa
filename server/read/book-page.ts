import { LEGAL_TERMS } from '../../lib/domain/suggestion/legal-term.ts';
import type { SuggestionFact } from '../../lib/domain/suggestion/suggestion-fact.ts';
import type { PageAnswer, PageStep } from '../../lib/wire/suggestion-reads.ts';
import { personOfSource } from '../log/actor.ts';
import type { ReadContext } from './context.ts';
import type { BookReader } from './page-reader.ts';
import {
  PERSONAL_OF_LINE,
  rightsOf,
  SUGGESTION_LINE,
  type SuggestionRow,
  suggestionLine,
} from './suggestion-lines.ts';

type PageRow = SuggestionRow & {
  suggestion: string;
  facts: SuggestionFact[];
  contact: string | null;
  photo: boolean;
};

/** Pages of the book of a unit by local days, in order, at most `limit`. */
export async function storedPages(
  { pool }: Pick<ReadContext, 'pool'>,
  unit: string,
  { from, to }: { from: string | null; to: string | null },
  limit: number,
): Promise<PageRow[]> {
  const { rows } = await pool.query<PageRow>(
    `${PAGE_OF} WHERE s.unit = $1 AND s.page IS NOT NULL AND ($2::date IS NULL OR s.day >= $2)
       AND ($3::date IS NULL OR s.day <= $3) ORDER BY s.page LIMIT $4`,
    [unit, from, to, limit],
  );
  return rows;
}

/** One page of the book of a unit by its number; null: there is none. */
export async function storedPage(
  { pool }: Pick<ReadContext, 'pool'>,
  unit: string,
  page: number,
): Promise<PageRow | null> {
  const { rows } = await pool.query<PageRow>(`${PAGE_OF} WHERE s.unit = $1 AND s.page = $2`, [unit, page]);
  return rows[0] ?? null;
}

const PAGE_OF = `SELECT ${SUGGESTION_LINE}, s.facts, submitted.value ->> 'contact' AS contact,
    coalesce(submitted.value ? 'photo', false) AS photo FROM suggestion s ${PERSONAL_OF_LINE}`;

/** The photo of a page that its reader may see, as JPEG; null: there is none. */
export async function photoOf(
  { pool }: Pick<ReadContext, 'pool'>,
  row: PageRow,
  reader: BookReader,
): Promise<Buffer | null> {
  if (!row.photo || !rightsOf(row, reader).text) return null;
  const { rows } = await pool.query<{ photo: string }>(
    `SELECT p.value ->> 'photo' AS photo FROM suggestion s JOIN personal p ON p.seq = s.submitted_seq
     WHERE s.unit = $1 AND s.page = $2`,
    [row.unit, row.page],
  );
  return rows[0] ? Buffer.from(rows[0].photo, 'base64') : null;
}

type Said = {
  by?: { name: string; title?: string; onBehalfOf?: string };
  text?: string;
  owner?: string;
};

/** N5: a page with everything said to it, as far as its reader may know it. */
export async function bookPage(
  context: Pick<ReadContext, 'pool' | 'now'>,
  row: PageRow,
  reader: BookReader,
): Promise<PageAnswer> {
  const rights = rightsOf(row, reader);
  const line = suggestionLine(row, rights, context.now());
  const told = rights.known ? row.facts.filter((fact) => fact.seq !== undefined) : [];
  const { rows } = await context.pool.query<{ seq: number; value: Said | null }>(
    `SELECT seq::float8 AS seq, value - 'photo' AS value FROM personal WHERE seq = ANY($1)`,
    [told.map(({ seq }) => seq)],
  );
  const said = new Map(rows.map(({ seq, value }) => [seq, value ?? {}]));
  return {
    ...line,
    contact: rights.text ? row.contact : null,
    photo: rights.text && row.photo,
    termSource: line.dueAt === null || line.kind === null ? null : (LEGAL_TERMS[line.kind]?.source ?? null),
    steps: told.map((fact) => stepOf(fact, said.get(fact.seq ?? 0) ?? {}, rights.text)),
    acts: rights.acts,
  };
}

function stepOf(fact: SuggestionFact, { by, text, owner }: Said, open: boolean): PageStep {
  const { dueAt = null } = fact;
  return {
    // Facts with a seq are told ones.
    step: fact.step as PageStep['step'],
    at: new Date(fact.at).toISOString(),
    kind: fact.kind ?? null,
    body: fact.body ?? null,
    by: by ? { name: by.name, title: by.title ?? null, onBehalfOf: by.onBehalfOf ?? null } : null,
    // The submission stands on the page itself.
    text: open && fact.step !== 'submitted' ? (text ?? null) : null,
    owner: open ? (owner ?? null) : null,
    due: typeof dueAt === 'number' ? new Date(dueAt).toISOString() : dueAt,
    here: personOfSource(fact.source) !== null,
  };
}

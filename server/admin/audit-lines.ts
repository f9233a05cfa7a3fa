import type { Pool } from 'pg';
import { z } from 'zod';
import { SERVER_WORDS, type ServerType, serverEvents } from '../../lib/domain/events/registry.ts';
import type { AuditAnswer, AuditLine, NamedPerson } from '../../lib/wire/access/administration.ts';
import { personOfSource } from '../log/actor.ts';
import { type Cursor, pageOf } from '../read/list-page.ts';

export type AuditQuestion = {
  /** Areas whose lines are asked for; null: all, those of the whole installation among them. */
  areas: readonly string[] | null;
  person: string | null;
  type: ServerType | null;
  /** Epoch ms, half-open. */
  period: { fromAt: number; toAt: number } | null;
  cursor: Cursor | null;
  limit: number;
};

/** The seq of the last line given. */
export const auditCursor = z.tuple([z.string().regex(/^\d{1,15}$/)]);

type Row = {
  seq: number;
  at: Date;
  type: ServerType;
  unit: string;
  source: string;
  data: Record<string, unknown>;
  from: string | null;
};

/** As the index over these few lines of the log has it, word for word. */
export const OF_THE_SERVER = `type ~ '^(${SERVER_WORDS.join('|')})[.]'`;

/** What people, the operator and the server did, newest first, from the one hash-chained log. */
export async function auditLines(
  pool: Pool,
  { areas, person, type, period, cursor, limit }: AuditQuestion,
): Promise<AuditAnswer> {
  const { rows } = await pool.query<Row>(
    `SELECT e.seq::float8 AS seq, e.at, e.type, e.unit, e.source, e.data - 'figures' AS data, p.value->>'from' AS "from"
     FROM event e LEFT JOIN personal p ON p.seq = e.seq
     WHERE ${OF_THE_SERVER} AND type = ANY($1)
       AND ($2::text[] IS NULL OR unit = ANY($2))
       AND ($3::text IS NULL OR source = '/person/' || $3 OR starts_with(source, '/person/' || $3 || '/for/')
         OR (starts_with(source, '/person/') AND right(source, length($3) + 5) = '/for/' || $3)
         OR data->>'person' = $3 OR data->>'to' = $3)
       AND ($4::float8 IS NULL OR (at >= to_timestamp($4 / 1000.0) AND at < to_timestamp($5::float8 / 1000.0)))
       AND ($6::bigint IS NULL OR e.seq < $6)
     ORDER BY e.seq DESC LIMIT $7`,
    [
      type === null ? Object.keys(serverEvents) : [type],
      areas,
      person,
      period?.fromAt ?? null,
      period?.toAt ?? null,
      cursor?.[0] ?? null,
      limit + 1,
    ],
  );
  const concerned = await whomConcerned(pool, rows);
  const named = await namesOf(pool, rows, concerned);
  return pageOf(
    rows,
    limit,
    (row) => lineOf(row, concerned.get(row.seq) ?? null, named),
    (row) => [String(row.seq)],
  );
}

type Named = (person: string) => NamedPerson;

function lineOf(
  { seq, at, type, unit, source, data, from }: Row,
  about: string | null,
  named: Named,
): AuditLine {
  const author = personOfSource(source);
  // O2: whose figures somebody looked at, and whose a code is, stands in the log and is told to nobody else.
  const { hash: _, officer: _officer, ...shown } = data;
  return {
    seq,
    at: at.toISOString(),
    type,
    area: unit === '' ? null : unit,
    by: author
      ? { kind: 'person', ...named(author.person) }
      : { kind: source === '/operator' ? 'operator' : 'server' },
    onBehalfOf: author?.onBehalfOf ? named(author.onBehalfOf) : null,
    about: about === null ? null : named(about),
    from,
    data: shown,
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const ENDS: ReadonlySet<ServerType> = new Set([
  'person.grant_ended',
  'person.loan_ended',
  'person.officer_unlinked',
]);

/** Whom each line concerns: the end of a role, a loan or an officer code names only the role, the loan or the link. */
async function whomConcerned(pool: Pool, rows: readonly Row[]): Promise<Map<number, string>> {
  const ended = rows.filter(({ type }) => ENDS.has(type));
  const codes = ended.flatMap(
    ({ data }) => textOf(data.grant) ?? textOf(data.loan) ?? textOf(data.link) ?? [],
  );
  const given = new Map<string, string>();
  if (codes.length > 0) {
    const { rows: begun } = await pool.query<{ code: string; person: string }>(
      `SELECT coalesce(data->>'loan', data->>'grant', data->>'link') AS code, coalesce(data->>'to', data->>'person') AS person
       FROM event WHERE ${OF_THE_SERVER} AND type IN ('person.granted', 'person.lent', 'person.officer_linked')
         AND coalesce(data->>'loan', data->>'grant', data->>'link') = ANY($1)`,
      [codes],
    );
    for (const { code, person } of begun) given.set(code, person);
  }
  return new Map(
    rows.flatMap(({ seq, data }): [number, string][] => {
      const direct = textOf(data.person) ?? (data.loan === undefined ? null : textOf(data.to));
      const person = direct ?? given.get(textOf(data.loan) ?? textOf(data.grant) ?? textOf(data.link) ?? '');
      return person === undefined ? [] : [[seq, person]];
    }),
  );
}

async function namesOf(
  pool: Pool,
  rows: readonly Row[],
  concerned: ReadonlyMap<number, string>,
): Promise<Named> {
  const authors = rows.flatMap(({ source }) => {
    const { person, onBehalfOf } = personOfSource(source) ?? {};
    return [person ?? [], onBehalfOf ?? []].flat();
  });
  const { rows: people } = await pool.query<{ id: string; name: string }>(
    'SELECT id, name FROM person WHERE id = ANY($1)',
    [[...new Set([...authors, ...concerned.values()])]],
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (person) => ({ person, name: names.get(person) ?? null });
}

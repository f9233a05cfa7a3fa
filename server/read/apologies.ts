import { z } from 'zod';
import { CHAIN_STATES, type ChainState } from '../../lib/domain/apology/apology.ts';
import type { Period } from '../../lib/domain/period.ts';
import { unitsBelow } from '../../lib/domain/tree.ts';
import type { ApologyLine } from '../../lib/wire/dossier-reads.ts';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import type { ReadContext } from './context.ts';
import { isoOf } from './dossier-lines.ts';
import { type Cursor, pageOf } from './list-page.ts';
import { procedureName } from './procedure-name.ts';

export type ApologiesQuestion = {
  area: string;
  period: Period;
  state: ChainState | null;
  cursor: Cursor | null;
  /** Only chains about this dossier. */
  dossier: string | null;
  limit: number;
};

/** State, day, unit, and what it is about: the apology's code, or that of the dossier that waits for one. */
export const apologyCursor = z.tuple([z.string().regex(/^\d$/), z.iso.date(), z.string(), z.string()]);

/** A second extension is one too many. */
const RED_FROM = 2;

const MOMENT = 'moment AS (SELECT to_timestamp($1 / 1000.0) AS t)';

/** F20, AL17 in SQL: letters with what they are about, and where their chain stands at the instant `$1` (epoch ms). */
const letters = (where: string): string => `
  SELECT a.unit, a.day, a.apology, a.dossier, a.rating, a.suggestion, a.cause, a.drafted_at, a.signed_at, a.delivered_at,
    a.new_due_at, a.document_no, a.document_date, a.signature_kind, a.signed_file, a.channel, a.signed_seq,
    d.due_at, d.settled_at, d.procedure, d.handler, d.extensions,
    (SELECT count(*)::int FROM apology b WHERE b.root = a.root AND b.dossier = a.dossier AND b.new_due_at IS NOT NULL
      AND (b.drafted_at, b.apology) <= (a.drafted_at, a.apology)) AS appointed,
    CASE WHEN a.step <> 'delivered' OR a.new_late_from IS NULL OR d.dossier IS NULL THEN a.step
      WHEN d.settled_at < a.new_late_from THEN 'kept'
      WHEN coalesce(d.settled_at, t) >= a.new_late_from THEN 'broken' ELSE 'delivered' END AS state
  FROM apology a CROSS JOIN moment
    LEFT JOIN dossier d ON d.root = a.root AND d.dossier = a.dossier AND d.received_at IS NOT NULL
  WHERE ${where}`;

/**
 * Every chain of the units in `$2`: letters of the days from `$3` to `$4`; owed for what is open past its due date, or
 * was settled late in those days, and has no letter. Each is looked up by its own key: a join would read every letter
 * there ever was.
 */
const CHAINS = `${MOMENT},
  late AS (
    SELECT d.* FROM dossier d, moment WHERE d.unit = ANY($2) AND d.state = 'open' AND d.late_from <= t
    UNION ALL SELECT d.* FROM dossier d WHERE d.unit = ANY($2) AND d.result IN ('done', 'refused')
      AND d.settled_at >= d.late_from AND d.settled_day BETWEEN $3::date AND $4::date
  ),
  owed AS (
    SELECT d.unit, d.due_day AS day, NULL::text AS apology, d.dossier, NULL::text AS rating, NULL::text AS suggestion,
      NULL::text AS cause, NULL::timestamptz AS drafted_at, NULL::timestamptz AS signed_at, NULL::timestamptz AS delivered_at,
      NULL::timestamptz AS new_due_at, NULL::text AS document_no, NULL::date AS document_date, NULL::text AS signature_kind,
      NULL::text AS signed_file, NULL::text AS channel, NULL::bigint AS signed_seq,
      d.due_at, d.settled_at, d.procedure, d.handler, d.extensions, 0 AS appointed, 'owed' AS state
    FROM late d LEFT JOIN LATERAL (
      SELECT 1 AS told FROM apology a WHERE a.root = d.root AND a.dossier = d.dossier LIMIT 1
    ) a ON true WHERE told IS NULL
  ),
  chain AS (${letters('a.unit = ANY($2) AND a.day BETWEEN $3::date AND $4::date')} UNION ALL SELECT * FROM owed)`;

/** Columns that `apologyLine` reads. */
const LINE = `c.unit, c.day::text AS day, c.apology, c.dossier, c.rating, c.suggestion, c.cause, c.drafted_at, c.signed_at,
  c.delivered_at, c.new_due_at, c.document_no, c.document_date::text AS document_date, c.signature_kind, c.signed_file,
  c.channel, c.due_at, c.settled_at, c.procedure, c.handler, c.extensions, c.appointed, c.state, p.value ->> 'signedBy' AS signed_by`;

type Row = {
  unit: string;
  day: string;
  state: ChainState;
  drafted_at: Date | null;
  signed_at: Date | null;
  delivered_at: Date | null;
  new_due_at: Date | null;
  document_no: string | null;
  document_date: string | null;
  signature_kind: ApologyLine['signatureKind'];
  signed_file: string | null;
  signed_by: string | null;
  due_at: Date | null;
  settled_at: Date | null;
  extensions: number | null;
  /** New days that letters about the dossier promised, this one's among them. */
  appointed: number;
} & Pick<
  ApologyLine,
  'apology' | 'dossier' | 'rating' | 'suggestion' | 'cause' | 'channel' | 'procedure' | 'handler'
>;

/** Where a chain's state stands among all, in the order in which a chain goes through them. */
const RANK = `array_position(ARRAY['${CHAIN_STATES.join("', '")}'], c.state)`;

/** F20: the chains of an area by cursor: by where they stand, the oldest first. */
export async function apologies(
  context: ReadContext,
  { area, period, state, dossier, cursor, limit }: ApologiesQuestion,
): Promise<ListAnswer<ApologyLine>> {
  const { rows } = await context.pool.query<Row & { rank: number }>(
    `WITH ${CHAINS} SELECT ${LINE}, ${RANK} AS rank FROM chain c LEFT JOIN personal p ON p.seq = c.signed_seq
     WHERE ($5::text IS NULL OR c.state = $5) AND ($6::text IS NULL OR c.dossier = $6)
       AND ($7::int IS NULL OR (${RANK}, c.day, c.unit, coalesce(c.apology, c.dossier)) > ($7, $8::date, $9, $10))
     ORDER BY ${RANK}, c.day, c.unit, coalesce(c.apology, c.dossier) LIMIT $11`,
    [
      context.now(),
      unitsBelow(context.tree, area),
      period.from,
      period.to,
      state,
      dossier,
      ...(cursor ?? [null, null, null, null]),
      limit + 1,
    ],
  );
  return pageOf(
    rows,
    limit,
    (row) => apologyLine(context, row),
    (row) => [String(row.rank), row.day, row.unit, row.apology ?? row.dossier ?? ''],
  );
}

/** Every letter about one dossier, whichever unit of its city wrote it. */
export async function apologiesOf(
  context: ReadContext,
  root: string,
  dossier: string,
): Promise<ApologyLine[]> {
  const { rows } = await context.pool.query<Row>(
    `WITH ${MOMENT}, chain AS (${letters('a.root = $2 AND a.dossier = $3')})
     SELECT ${LINE} FROM chain c LEFT JOIN personal p ON p.seq = c.signed_seq ORDER BY c.day, c.apology`,
    [context.now(), root, dossier],
  );
  return rows.map((row) => apologyLine(context, row));
}

/** One letter of a root city as a line of the list; null: there is none. */
export async function apologyOf(
  context: ReadContext,
  root: string,
  apology: string,
): Promise<ApologyLine | null> {
  const { rows } = await context.pool.query<Row>(
    `WITH ${MOMENT}, chain AS (${letters('a.root = $2 AND a.apology = $3')})
     SELECT ${LINE} FROM chain c LEFT JOIN personal p ON p.seq = c.signed_seq`,
    [context.now(), root, apology],
  );
  return rows[0] ? apologyLine(context, rows[0]) : null;
}

/** F20: how many chains stand where. */
export async function apologyCounts(
  context: ReadContext,
  code: string,
  period: Period,
  at: number,
): Promise<Record<ChainState, number>> {
  const { rows } = await context.pool.query<{ state: ChainState; n: number }>(
    `WITH ${CHAINS} SELECT state, count(*)::float8 AS n FROM chain GROUP BY state`,
    [at, unitsBelow(context.tree, code), period.from, period.to],
  );
  const counts = { owed: 0, drafted: 0, signed: 0, delivered: 0, kept: 0, broken: 0 };
  for (const { state, n } of rows) if (CHAIN_STATES.includes(state)) counts[state] = n;
  return counts;
}

/** F20: how many apologies are owed and not begun, by unit. */
export async function apologiesOwed(
  context: ReadContext,
  code: string,
  period: Period,
  at: number,
): Promise<Map<string, number>> {
  const { rows } = await context.pool.query<{ unit: string; n: number }>(
    `WITH ${CHAINS} SELECT unit, count(*)::float8 AS n FROM chain WHERE state = 'owed' GROUP BY unit`,
    [at, unitsBelow(context.tree, code), period.from, period.to],
  );
  return new Map(rows.map(({ unit, n }) => [unit, n]));
}

function apologyLine({ tree }: ReadContext, row: Row): ApologyLine {
  return {
    unit: row.unit,
    apology: row.apology,
    dossier: row.dossier,
    rating: row.rating,
    suggestion: row.suggestion,
    state: row.state,
    day: row.day,
    cause: row.cause,
    draftedAt: isoOf(row.drafted_at),
    signedAt: isoOf(row.signed_at),
    deliveredAt: isoOf(row.delivered_at),
    newDueAt: isoOf(row.new_due_at),
    documentNo: row.document_no,
    documentDate: row.document_date,
    signedBy: row.signed_by,
    signatureKind: row.signature_kind,
    signedFile: row.signed_file,
    channel: row.channel,
    dueAt: isoOf(row.due_at),
    settledAt: isoOf(row.settled_at),
    procedure: row.procedure,
    procedureName: procedureName(tree, row.unit, row.procedure, row.day),
    handler: row.handler,
    extensions: row.extensions,
    secondExtension: Math.max(row.extensions ?? 0, row.appointed) >= RED_FROM,
  };
}

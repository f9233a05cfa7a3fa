import type { AlertFact } from '../../lib/domain/alerts/alert.ts';
import { rootOf } from '../../lib/domain/tree.ts';
import type { AlertAnswer } from '../../lib/wire/alert-reads.ts';
import { personOfSource } from '../log/actor.ts';
import { ALERT_LINE, ALERT_NAMES, type AlertRow, aboveWithin, alertLine } from './alert-lines.ts';
import type { ReadContext } from './context.ts';

type Said = { seq: number; source: string; at: Date; text: string | null };

/** One alert of an area with everything that was done and said about it; null: there is none of this code. */
export async function alert(context: ReadContext, unit: string, code: string): Promise<AlertAnswer | null> {
  const { pool, tree, now } = context;
  const { rows } = await pool.query<AlertRow & { facts: AlertFact[] }>(
    `WITH above AS (SELECT * FROM unnest($1::text[], $2::text[], $3::int[]) AS x(unit, area, height))
     SELECT ${ALERT_LINE}, a.facts FROM alert a ${ALERT_NAMES}
     WHERE a.unit = $4 AND a.alert = $5 AND a.raised_at IS NOT NULL`,
    [...aboveWithin(tree, rootOf(tree, unit)), unit, code],
  );
  const [row] = rows;
  if (!row) return null;
  const said = await saidAbout(context, row);
  const explained = said.filter(({ seq }) => !row.facts.some((fact) => fact.seq === seq));
  const named = await namesOf(context, [...row.facts, ...explained]);
  const noteOf = (seq: number): string | null => said.find((one) => one.seq === seq)?.text ?? null;
  return {
    ...alertLine(tree, row, now()),
    steps: row.facts.map(({ step, at, source, seq }) => ({
      step,
      at: new Date(at).toISOString(),
      by: named(source),
      note: noteOf(seq),
    })),
    explained: explained.map(({ at, source, text }) => ({ at: at.toISOString(), by: named(source), text })),
  };
}

/** What stands beside the log: notes of its steps and explanations of the unit. */
async function saidAbout(
  { pool }: ReadContext,
  { unit, alert, facts }: Pick<AlertRow, 'unit' | 'alert'> & { facts: AlertFact[] },
): Promise<Said[]> {
  const { rows } = await pool.query<Said>(
    `SELECT e.seq::float8 AS seq, e.source, e.at, coalesce(p.value ->> 'note', p.value ->> 'text') AS text
     FROM event e LEFT JOIN personal p ON p.seq = e.seq
     WHERE e.seq = ANY($1) OR e.seq IN
       (SELECT x.seq FROM explanation x WHERE x.about_kind = 'alert' AND x.about = $2 AND x.unit = $3)
     ORDER BY e.at, e.seq`,
    [facts.map(({ seq }) => seq), alert, unit],
  );
  return rows;
}

async function namesOf(
  { pool }: ReadContext,
  said: readonly { source: string }[],
): Promise<(source: string) => string | null> {
  const people = said.flatMap(({ source }) => personOfSource(source)?.person ?? []);
  const { rows } = await pool.query<{ id: string; name: string }>(
    'SELECT id, name FROM person WHERE id = ANY($1)',
    [[...new Set(people)]],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (source) => names.get(personOfSource(source)?.person ?? '') ?? null;
}

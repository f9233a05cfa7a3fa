import type { exclusionEvents } from '../../lib/domain/events/exclusion.ts';
import type { Run } from './run.ts';
import type { Definition } from './submission.ts';

type ExclusionDefinition = Extract<Definition, { type: keyof typeof exclusionEvents }>;

/** Writes what was asked, or the first decision about it (V5): a later one changes nothing. */
export async function writeExclusionRow(
  run: Run,
  { type, data }: ExclusionDefinition,
  seq: number,
  now: number,
): Promise<void> {
  if (type !== 'exclusion.asked') {
    const decision = type === 'exclusion.approved' ? 'approved' : 'refused';
    await run(
      `UPDATE exclusion SET decision = $2, decided_at = to_timestamp($3 / 1000.0), decided_seq = $4
       WHERE exclusion = $1 AND decision IS NULL`,
      [data.exclusion, decision, now, seq],
    );
    return;
  }
  await run(
    `INSERT INTO exclusion (exclusion, area, note, from_at, to_at, metrics, asked_in, asked_at, asked_seq)
     VALUES ($1, $2, $3, to_timestamp($4 / 1000.0), to_timestamp($5 / 1000.0), $6, $7, to_timestamp($8 / 1000.0), $9)
     ON CONFLICT DO NOTHING`,
    [data.exclusion, data.area, data.note, data.fromAt, data.toAt, data.metrics, data.askedIn, now, seq],
  );
}

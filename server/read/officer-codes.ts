import type { Period } from '../../lib/domain/period.ts';
import type { ReadContext } from './context.ts';

/** Officer codes that a unit told of in some local days, by name; nothing of them but that they are there. */
export async function officerCodes(
  { pool }: Pick<ReadContext, 'pool'>,
  unit: string,
  { from, to }: Period,
): Promise<string[]> {
  const { rows } = await pool.query<{ officer: string }>(
    `SELECT officer FROM (
       SELECT DISTINCT officer FROM rating WHERE unit = $1 AND day BETWEEN $2 AND $3
       UNION SELECT DISTINCT fact ->> 'officer' FROM ticket, jsonb_array_elements(facts) AS fact
         WHERE unit = $1 AND service_day BETWEEN $2 AND $3
       UNION SELECT officer FROM counter WHERE unit = $1
     ) AS told WHERE officer IS NOT NULL ORDER BY officer COLLATE "C"`,
    [unit, from, to],
  );
  return rows.map(({ officer }) => officer);
}

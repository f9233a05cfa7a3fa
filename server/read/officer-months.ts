import { isSuspect, servingSeconds } from '../../lib/domain/contribution.ts';
import type { OfficerMonth } from '../../lib/domain/officer/officer-figures.ts';
import type { Period } from '../../lib/domain/period.ts';
import { maxServiceMinutesOf } from '../../lib/domain/settings.ts';
import type { AreaDefinition } from '../../lib/domain/tree.ts';
import { histogramOf, sumHistograms } from '../../lib/domain/wait-histogram.ts';
import { RATING_COLUMNS, ratingOfRow, TICKET_COLUMNS, ticketOfRow } from '../log/load-entries.ts';
import type { ReadContext } from './context.ts';

type Row = Record<string, unknown>;
type Asked = { unit: AreaDefinition; officer: string };

/** What some months of a unit hold of an officer code; one after the other, so that a year fills no memory. */
export async function officerMonths(
  context: ReadContext,
  asked: Asked,
  months: readonly Period[],
): Promise<OfficerMonth[]> {
  const read: OfficerMonth[] = [];
  for (const month of months) {
    const [ratings, service] = await Promise.all([
      ratingsOf(context, asked, month),
      serviceOf(context, asked, month),
    ]);
    read.push({ ratings, service });
  }
  return read;
}

async function ratingsOf(
  { pool }: ReadContext,
  { unit, officer }: Asked,
  { from, to }: Period,
): Promise<OfficerMonth['ratings']> {
  const { rows } = await pool.query<Row>(
    `SELECT ${RATING_COLUMNS} FROM rating WHERE unit = $1 AND day BETWEEN $2 AND $3 AND officer = $4`,
    [unit.code, from, to, officer],
  );
  return rows.map((row) => ratingOfRow(row).entry.rating);
}

/** O6: how long each ticket was served under the code, all its stretches there together. */
async function serviceOf(
  { pool, tree }: ReadContext,
  { unit, officer }: Asked,
  { from, to }: Period,
): Promise<OfficerMonth['service']> {
  const { rows } = await pool.query<Row>(
    `SELECT ${TICKET_COLUMNS}, service_day::text AS day FROM ticket
     WHERE unit = $1 AND service_day BETWEEN $2 AND $3 AND NOT pending AND facts @> $4`,
    [unit.code, from, to, JSON.stringify([{ officer }])],
  );
  const lengths = rows.flatMap((row) => {
    const stretches = ticketOfRow(row).entry.ticket.servings.flatMap((serving) => {
      const seconds = serving.officer === officer ? servingSeconds(serving) : null;
      if (seconds === null) return [];
      return isSuspect(seconds, maxServiceMinutesOf(tree, unit.code, serving.service, String(row.day)))
        ? []
        : [seconds];
    });
    return stretches.length === 0 ? [] : [stretches.reduce((sum, seconds) => sum + seconds, 0)];
  });
  return {
    seconds: lengths.reduce((sum, seconds) => sum + seconds, 0),
    bins: sumHistograms(lengths.map(histogramOf)),
  };
}

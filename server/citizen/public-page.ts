import { contactOf } from '../../lib/domain/area-contact.ts';
import { isSilent } from '../../lib/domain/attention.ts';
import { grouped } from '../../lib/domain/grouped.ts';
import { bucketsBetween } from '../../lib/domain/period.ts';
import { lastFullMonth, publishedOf } from '../../lib/domain/public-figure.ts';
import { quietHours } from '../../lib/domain/quiet-hours.ts';
import { servicesOf } from '../../lib/domain/settings.ts';
import { proceduresAhead } from '../../lib/domain/settings-ahead.ts';
import type { AreaDefinition } from '../../lib/domain/tree.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import type { UnitBoard } from '../../lib/wire/board.ts';
import type { PublicPageAnswer, PublicService } from '../../lib/wire/public-page.ts';
import { busy } from '../read/busy.ts';
import type { ReadContext } from '../read/context.ts';
import { publicFigures } from './public-figures.ts';

const WEEKS_BACK = 8;
const DAYS_BACK = 7;
const MOST_HOURS = (WEEKS_BACK * 7 + 1) * 25;

/** What changes with every ticket. */
export type NowPart = Pick<PublicPageAnswer, 'area' | 'asOf' | 'sessions' | 'services'>;
/** What changes with the days, and is read seldom. */
export type DaysPart = Pick<PublicPageAnswer, 'quiet' | 'dossiers' | 'figures' | 'procedures'>;

/** PC1: what the board of a unit tells everybody: queues by service, without any number of a ticket. */
export function nowPart(
  { tree }: Pick<ReadContext, 'tree'>,
  { code, name, nameEn, timezone, demo }: AreaDefinition,
  board: UnitBoard,
  at: number,
): NowPart {
  const { totals, header } = board;
  const silent = totals.waiting === null || isSilent({ q: totals.silentFrom }, at);
  return {
    area: {
      code,
      name,
      nameEn: nameEn ?? null,
      timezone,
      demo,
      ...contactOf(code, (one) => tree.areas.get(one)),
    },
    asOf: at,
    sessions: header.sessions,
    services: header.queue === 'none' || silent ? null : Object.entries(board.services).map(publicService),
  };
}

const publicService = ([service, { name, nameEn, waiting, estimate, stoppedSince }]: [
  string,
  UnitBoard['services'][string],
]): PublicService => ({ service, name, nameEn, waiting, estimate, stopped: stoppedSince !== null });

/** PC2–PC5: quiet hours of the last weeks, dossiers of the last day with any, published figures, procedures in force. */
export async function daysPart(
  context: ReadContext,
  { code }: AreaDefinition,
  today: string,
): Promise<DaysPart> {
  const period = { from: addDays(today, -7 * WEEKS_BACK), to: addDays(today, -1) };
  const hours = bucketsBetween(period, 'hour', MOST_HOURS) ?? [];
  const defined = servicesOf(context.tree, code, today);
  const sectorName = (sector: string) => ({
    name: defined.get(sector)?.name ?? sector,
    nameEn: defined.get(sector)?.nameEn ?? null,
  });
  const procedures = proceduresAhead(context.tree, code, today).filter(({ state }) => state === 'now');
  const sectorOf = new Map(procedures.map(({ procedure, sector }) => [procedure, sector]));
  const counts = await dossierCounts(context, code, today);
  const day = counts.reduce<string | null>(
    (last, row) => (last === null || row.day > last ? row.day : last),
    null,
  );
  const bySector = grouped(
    counts.filter((row) => row.day === day),
    ({ procedure }) => sectorOf.get(procedure ?? '') ?? '',
  );
  const published = publishedOf(context.tree, code);
  const sum = (rows: readonly Counted[], of: 'received' | 'settled'): number =>
    rows.reduce((total, row) => total + row[of], 0);
  return {
    quiet: { ...period, weekdays: quietHours(await busy(context, code, period, hours)) },
    dossiers:
      day === null
        ? null
        : {
            day,
            sectors: [...bySector].map(([sector, rows]) => ({
              sector,
              ...sectorName(sector),
              received: sum(rows, 'received'),
              settled: sum(rows, 'settled'),
            })),
          },
    figures:
      published.length === 0
        ? null
        : { month: lastFullMonth(today), told: await publicFigures(context, code, published, today) },
    procedures: procedures.map(
      ({ procedure, name, nameEn = null, sector, limit, papers = [], fee = null, source }) => ({
        procedure,
        name,
        nameEn,
        sector: sectorName(sector),
        limit,
        papers,
        fee,
        source,
      }),
    ),
  };
}

type Counted = { day: string; procedure: string | null; received: number; settled: number };

// Counts alone: no code of a dossier leaves the house.
async function dossierCounts({ pool }: ReadContext, unit: string, today: string): Promise<Counted[]> {
  const { rows } = await pool.query<Counted>(
    `SELECT day::text AS day, procedure, sum(received)::int AS received, sum(settled)::int AS settled FROM (
       SELECT received_day AS day, procedure, 1 AS received, 0 AS settled FROM dossier
       WHERE unit = $1 AND received_day BETWEEN $2 AND $3
       UNION ALL
       SELECT settled_day, procedure, 0, 1 FROM dossier WHERE unit = $1 AND settled_day BETWEEN $2 AND $3
     ) AS told GROUP BY day, procedure ORDER BY day, procedure`,
    [unit, addDays(today, -DAYS_BACK), addDays(today, -1)],
  );
  return rows;
}

import type { Pool } from 'pg';
import { openPrisma } from '../../server/db/prisma.ts';

/** 2026-11-22 23:30 in UTC: already the next day in Viet Nam. */
export const instantAt = Date.UTC(2026, 10, 22, 23, 30, 0, 125);

/** The same instant stored through `pg` and through Prisma, as the server itself counts it: epoch milliseconds. */
export async function storeInstant(pool: Pool): Promise<unknown[]> {
  const instant = new Date(instantAt);
  await pool.query("insert into source (source, area, clock_ahead_at) values ('/pg', 'a', $1)", [instant]);
  const prisma = openPrisma(pool);
  await prisma.source.create({ data: { source: '/prisma', area: 'a', clockAheadAt: instant } });
  await prisma.$disconnect();
  const { rows } = await pool.query(
    'select (extract(epoch from clock_ahead_at) * 1000)::bigint as at from source order by source',
  );
  return rows.map((row: { at: unknown }) => row.at);
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InspectionAnswer } from '../../lib/wire/inspection-reads.ts';
import { type InspectedCity, openInspectedCity } from '../support/inspected-city.ts';
import { findingsIn } from '../support/law-log.ts';

let city: InspectedCity;
beforeAll(async () => {
  city = await openInspectedCity();
});
afterAll(async () => {
  expect(await findingsIn(city.database.connectionString)).toEqual([]);
  await city.close();
});

const begin = () => city.ask<InspectionAnswer>('inspector', 'areas/a/inspections', { level: 'city' });

async function stored(): Promise<string[]> {
  const { rows } = await city.database.pool.query<{ type: string }>(
    `SELECT type FROM event WHERE type LIKE 'inspection.%' ORDER BY seq`,
  );
  return rows.map(({ type }) => type);
}

test('I6: an opening and its board are one commit: what is killed between the two leaves neither', async () => {
  // The writer dies when it comes to the board, however often it tries.
  await city.database.pool.query(`
    CREATE FUNCTION killed_at_the_board() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.type = 'inspection.pictured' THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER killed BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION killed_at_the_board()`);
  expect((await begin()).status).toBe(503);
  expect(await stored()).toEqual([]);

  await city.database.pool.query('DROP FUNCTION killed_at_the_board CASCADE');
  await expect.poll(() => city.core.accept.recording, { timeout: 10_000 }).toBe(true);
  const { status, body } = await begin();
  expect([status, body.picture !== null]).toEqual([201, true]);
  expect(await stored()).toEqual(['inspection.opened', 'inspection.pictured']);
  // The board was told from nowhere: where its opener sat stands with the opening alone.
  const { rows } = await city.database.pool.query<{ type: string }>(
    `SELECT e.type FROM event e JOIN personal p USING (seq) WHERE e.type LIKE 'inspection.%' AND p.value ? 'from'`,
  );
  expect(rows).toEqual([{ type: 'inspection.opened' }]);
});

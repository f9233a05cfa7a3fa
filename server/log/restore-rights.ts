import { z } from 'zod';
import { addDevice, addWall, applyAccess, emptyRights } from '../../lib/domain/access/rights.ts';
import { accessEvents } from '../../lib/domain/events/access.ts';
import { given } from './given.ts';
import type { Memory } from './memory.ts';
import type { Query } from './query.ts';

const wallSettings = accessEvents['wall.set'].omit({ wall: true });

const personRow = z.object({ id: z.string(), area: z.string().nullable(), disabled: z.boolean() });
const role = accessEvents['person.totp_required'].shape.role;

/** Fills the rights from their tables. */
export async function restoreRights(query: Query, memory: Memory): Promise<void> {
  const rights = emptyRights();
  for (const row of await query('SELECT id, area, disabled FROM person', [])) {
    const { id: person, ...held } = personRow.parse(row);
    rights.people.set(person, { person, ...held });
  }
  const grants = `SELECT "grant", person, role, area, from_day::text AS "fromDay", to_day::text AS "toDay" FROM role_grant ORDER BY seq`;
  for (const row of await query(grants, []))
    applyAccess(rights, {
      type: 'person.granted',
      data: accessEvents['person.granted'].parse({ ...given(row), area: row.area }),
    });
  const loans = `SELECT loan, "grant", lent_to AS "to", from_day::text AS "fromDay", to_day::text AS "toDay" FROM role_loan ORDER BY seq`;
  for (const row of await query(loans, []))
    applyAccess(rights, { type: 'person.lent', data: accessEvents['person.lent'].parse(row) });
  for (const row of await query('SELECT link, person, area, officer FROM officer_link ORDER BY seq', []))
    applyAccess(rights, {
      type: 'person.officer_linked',
      data: accessEvents['person.officer_linked'].parse(row),
    });
  for (const row of await query('SELECT role FROM totp_required', []))
    rights.totpRequired.add(role.parse(row.role));
  for (const { revoked, settings, ...row } of await query(
    'SELECT wall, hash, name, area, view, distance, revoked, settings FROM wall_token',
    [],
  ))
    addWall(rights, {
      ...accessEvents['wall.paired'].parse(given(row)),
      revoked: revoked === true,
      ...(settings !== null && { settings: wallSettings.parse(settings) }),
    });
  for (const { revoked, ...row } of await query(
    'SELECT device, hash, name, area, kind, counter, revoked FROM device',
    [],
  ))
    addDevice(rights, { ...accessEvents['device.paired'].parse(given(row)), revoked: revoked === true });
  // Readers hold the rights themselves.
  Object.assign(memory.rights, rights);
}

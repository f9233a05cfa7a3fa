import type { AccessEvent } from '../../lib/domain/access/rights.ts';
import type { Run } from './run.ts';

/** An address that nobody has, for people without one: the sign-in library wants each to have one of their own. */
const noEmail = (person: string): string => `${person}@khong-co.invalid`;

/** Whether the address was given, or stands for none. */
export const givenEmail = (email: string): string | null =>
  email.endsWith('@khong-co.invalid') ? null : email;

/** Writes a definition of rights of instant `now` into the tables that mirror them. Most sessions events leave no row. */
export async function writeAccessRow(run: Run, event: AccessEvent, seq: number, now: number): Promise<void> {
  switch (event.type) {
    case 'person.added': {
      const { person, area, name, login, email = noEmail(person) } = event.data;
      await run(
        `INSERT INTO person (id, area, name, email, email_verified, login, two_factor, disabled, named_seq, created_at, updated_at)
         VALUES ($1, $2, $3, $4, true, $5, false, false, $6, to_timestamp($7 / 1000.0), to_timestamp($7 / 1000.0))`,
        [person, area, name, email.toLowerCase(), login.toLowerCase(), seq, now],
      );
      break;
    }
    case 'person.renamed': {
      const { person, name, login, email = noEmail(person) } = event.data;
      await run('UPDATE person SET name = $2, email = $3, login = $4, named_seq = $5 WHERE id = $1', [
        person,
        name,
        email.toLowerCase(),
        login.toLowerCase(),
        seq,
      ]);
      break;
    }
    case 'person.disabled':
    case 'person.enabled':
      await run('UPDATE person SET disabled = $2 WHERE id = $1', [
        event.data.person,
        event.type === 'person.disabled',
      ]);
      break;
    case 'person.credentials_changed':
      if (event.data.change === 'totp_on' || event.data.change === 'totp_off')
        await run('UPDATE person SET two_factor = $2 WHERE id = $1', [
          event.data.person,
          event.data.change === 'totp_on',
        ]);
      break;
    case 'person.granted': {
      const { grant, person, role, area, fromDay = null, toDay = null } = event.data;
      await run(
        'INSERT INTO role_grant ("grant", person, role, area, from_day, to_day, seq) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [grant, person, role, area, fromDay, toDay, seq],
      );
      break;
    }
    case 'person.grant_ended':
      await run('DELETE FROM role_grant WHERE "grant" = $1', [event.data.grant]);
      break;
    case 'person.lent': {
      const { loan, grant, to, fromDay, toDay } = event.data;
      await run(
        'INSERT INTO role_loan (loan, "grant", lent_to, from_day, to_day, seq) VALUES ($1, $2, $3, $4, $5, $6)',
        [loan, grant, to, fromDay, toDay, seq],
      );
      break;
    }
    case 'person.loan_ended':
      await run('DELETE FROM role_loan WHERE loan = $1', [event.data.loan]);
      break;
    case 'person.officer_linked': {
      const { link, person, area, officer } = event.data;
      await run('INSERT INTO officer_link (link, person, area, officer, seq) VALUES ($1, $2, $3, $4, $5)', [
        link,
        person,
        area,
        officer,
        seq,
      ]);
      break;
    }
    case 'person.officer_unlinked':
      await run('DELETE FROM officer_link WHERE link = $1', [event.data.link]);
      break;
    case 'person.totp_required':
      await run(
        event.data.required
          ? 'INSERT INTO totp_required (role, seq) VALUES ($1, $2) ON CONFLICT (role) DO UPDATE SET seq = $2'
          : 'DELETE FROM totp_required WHERE role = $1',
        event.data.required ? [event.data.role, seq] : [event.data.role],
      );
      break;
    case 'wall.paired': {
      const { wall, hash, name, area, view, distance = null } = event.data;
      await run(
        'INSERT INTO wall_token (wall, hash, name, area, view, distance, revoked, created_at) VALUES ($1, $2, $3, $4, $5, $7, false, to_timestamp($6 / 1000.0))',
        [wall, hash, name, area, view, now, distance],
      );
      break;
    }
    case 'wall.set': {
      const { wall, ...settings } = event.data;
      await run('UPDATE wall_token SET settings = $2 WHERE wall = $1', [wall, JSON.stringify(settings)]);
      break;
    }
    case 'wall.revoked':
      await run('UPDATE wall_token SET revoked = true WHERE wall = $1', [event.data.wall]);
      break;
    case 'device.paired': {
      const { device, hash, name, area, kind, counter = null } = event.data;
      await run(
        'INSERT INTO device (device, hash, name, area, kind, counter, revoked, created_at) VALUES ($1, $2, $3, $4, $5, $6, false, to_timestamp($7 / 1000.0))',
        [device, hash, name, area, kind, counter, now],
      );
      break;
    }
    case 'device.revoked':
      await run('UPDATE device SET revoked = true WHERE device = $1', [event.data.device]);
      break;
  }
}

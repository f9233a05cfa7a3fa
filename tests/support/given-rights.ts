import { OPERATOR } from '../../server/log/actor.ts';
import type { Definition, Door } from '../../server/log/submission.ts';

/** A head who lends the role to a clerk, a wall, a device, and a role that needs a second factor: one row in every table of rights. */
export async function giveRights(door: Pick<Door, 'define'>, ward: string): Promise<void> {
  const person = (code: string): Definition => ({
    type: 'person.added',
    data: { person: code, area: ward, name: `Người ${code}`, login: code },
  });
  const definitions: Definition[] = [
    person(`head-${ward}`),
    person(`clerk-${ward}`),
    {
      type: 'person.granted',
      data: { grant: `g-${ward}`, person: `head-${ward}`, role: 'head', area: ward },
    },
    {
      type: 'person.lent',
      data: {
        loan: `l-${ward}`,
        grant: `g-${ward}`,
        to: `clerk-${ward}`,
        fromDay: '2026-11-01',
        toDay: '2026-12-31',
      },
    },
    {
      type: 'person.officer_linked',
      data: { link: `o-${ward}`, person: `clerk-${ward}`, area: ward, officer: 'o1' },
    },
    { type: 'person.totp_required', data: { role: 'admin', required: true } },
    {
      type: 'wall.paired',
      data: { wall: `w-${ward}`, hash: '0'.repeat(64), name: 'Sảnh chờ', area: ward, view: 'command' },
    },
    {
      type: 'device.paired',
      data: {
        device: `d-${ward}`,
        hash: '1'.repeat(64),
        name: 'Quầy 1',
        area: ward,
        kind: 'counter',
        counter: 'q1',
      },
    },
  ];
  const outcomes = await door.define(definitions, OPERATOR);
  const refused = outcomes.find((outcome) => outcome.status === 'rejected');
  if (refused) throw new Error(JSON.stringify(refused));
}

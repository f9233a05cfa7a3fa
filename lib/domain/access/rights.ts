import { accessEvents } from '../events/access.ts';
import type { DataOf } from '../events/registry.ts';
import type { Grant, Loan } from './grant.ts';
import type { Role } from './role.ts';

type AccessType = keyof typeof accessEvents;
/** A definition about who may do what, as the log holds it. */
export type AccessEvent = { [T in AccessType]: { type: T; data: DataOf<T> } }[AccessType];

export const isAccessEvent = (event: { type: string }): event is AccessEvent =>
  Object.hasOwn(accessEvents, event.type);

/** Types that leave everybody's rights as they were. */
const HISTORY: readonly string[] = [
  'person.renamed',
  'person.credentials_changed',
  'person.figures_viewed',
  'session.started',
  'access.denied',
] satisfies readonly AccessType[];

/** Whether somebody may more or less after it; a session that ended may nothing. */
export const changesRights = (event: { type: string }): boolean =>
  isAccessEvent(event) && !HISTORY.includes(event.type);

/** A person as rights see one: an opaque code. `area` is where the person belongs; null: the whole installation. */
export type Person = { person: string; area: string | null; disabled: boolean };
/** O1: whose an officer code of a unit is. */
export type OfficerLink = DataOf<'person.officer_linked'>;
export type WallSettings = Omit<DataOf<'wall.set'>, 'wall'>;
/** `settings`: none were given since it was paired. */
export type Wall = DataOf<'wall.paired'> & { revoked: boolean; settings?: WallSettings };
export type Device = DataOf<'device.paired'> & { revoked: boolean };

/** Who may do what, as the definitions in the log leave it. */
export type Rights = {
  people: Map<string, Person>;
  grants: Map<string, Grant>;
  loans: Map<string, Loan>;
  officers: Map<string, OfficerLink>;
  walls: Map<string, Wall>;
  wallByHash: Map<string, Wall>;
  devices: Map<string, Device>;
  deviceByHash: Map<string, Device>;
  totpRequired: Set<Role>;
};

export const emptyRights = (): Rights => ({
  people: new Map(),
  grants: new Map(),
  loans: new Map(),
  officers: new Map(),
  walls: new Map(),
  wallByHash: new Map(),
  devices: new Map(),
  deviceByHash: new Map(),
  totpRequired: new Set(),
});

/** Whether somebody of this code exists and is not disabled. */
export const isEnabled = ({ people }: Pick<Rights, 'people'>, person: string): boolean =>
  people.get(person)?.disabled === false;

/** Folds a definition into the rights. Those that are only history (sessions, refusals, credentials) change nothing. */
export function applyAccess(rights: Rights, event: AccessEvent): void {
  switch (event.type) {
    case 'person.added': {
      const { person, area } = event.data;
      rights.people.set(person, { person, area, disabled: false });
      break;
    }
    case 'person.disabled':
    case 'person.enabled': {
      const held = rights.people.get(event.data.person);
      if (held) rights.people.set(held.person, { ...held, disabled: event.type === 'person.disabled' });
      break;
    }
    case 'person.granted': {
      const { fromDay = null, toDay = null, ...grant } = event.data;
      rights.grants.set(grant.grant, { ...grant, fromDay, toDay });
      break;
    }
    case 'person.grant_ended':
      rights.grants.delete(event.data.grant);
      break;
    case 'person.lent':
      rights.loans.set(event.data.loan, event.data);
      break;
    case 'person.loan_ended':
      rights.loans.delete(event.data.loan);
      break;
    case 'person.officer_linked':
      rights.officers.set(event.data.link, event.data);
      break;
    case 'person.officer_unlinked':
      rights.officers.delete(event.data.link);
      break;
    case 'person.totp_required':
      if (event.data.required) rights.totpRequired.add(event.data.role);
      else rights.totpRequired.delete(event.data.role);
      break;
    case 'wall.paired':
      addWall(rights, { ...event.data, revoked: false });
      break;
    case 'wall.set': {
      const { wall: held, ...settings } = event.data;
      const wall = rights.walls.get(held);
      if (wall) addWall(rights, { ...wall, settings });
      break;
    }
    case 'wall.revoked': {
      const wall = rights.walls.get(event.data.wall);
      if (wall) addWall(rights, { ...wall, revoked: true });
      break;
    }
    case 'device.paired':
      addDevice(rights, { ...event.data, revoked: false });
      break;
    case 'device.revoked': {
      const device = rights.devices.get(event.data.device);
      if (device) addDevice(rights, { ...device, revoked: true });
      break;
    }
  }
}

export function addWall(rights: Rights, wall: Wall): void {
  rights.walls.set(wall.wall, wall);
  rights.wallByHash.set(wall.hash, wall);
}

export function addDevice(rights: Rights, device: Device): void {
  rights.devices.set(device.device, device);
  rights.deviceByHash.set(device.hash, device);
}

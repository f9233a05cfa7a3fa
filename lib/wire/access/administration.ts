import { z } from 'zod';
import { DEVICE_KINDS, type DeviceKind } from '../../domain/access/device-kind.ts';
import type { WallSettings } from '../../domain/access/rights.ts';
import { ROLES, type Role } from '../../domain/access/role.ts';
import {
  WALL_DISTANCES,
  WALL_VIEWS,
  type WallDistance,
  type WallView,
} from '../../domain/access/wall-view.ts';
import { areaCode, day } from '../../domain/events/place.ts';
import { type ServerType, serverEvents, sourceEvents } from '../../domain/events/registry.ts';
import { code, freeText } from '../../domain/events/text.ts';
import { treeEvents } from '../../domain/events/tree.ts';
import type { settingsAhead } from '../../domain/settings-ahead.ts';
import { listQuery } from '../reads-query.ts';
import type { WallSeen } from '../wall-report.ts';
import { emailAddress, loginName, personName } from './sign-in.ts';

/** Administration, all below `/api/v1/admin`. `area` null stands for the whole installation. */

const place = areaCode.nullable();
const role = z.enum(ROLES);
const days = { fromDay: day.optional(), toDay: day.optional() };

/** Body and query of what needs no more than its path. */
export const empty = z.strictObject({});
export const noQuery = z.object({});
/** Of a list only a part. */
export const areaQuery = z.object({
  area: areaCode.optional().describe('Only what belongs to this area or below. Default: all you administer.'),
});

/** `GET people?area=`: people whose home is there, or who hold a role there; of roles only those the caller administers. */
export type PersonLine = {
  person: string;
  name: string;
  login: string;
  /** null: none, or the person's home lies elsewhere. */
  email: string | null;
  area: string | null;
  disabled: boolean;
  secondFactor: boolean;
  /** Whether a password was ever chosen. */
  joined: boolean;
  lastSeenAt: string | null;
  grants: { grant: string; role: Role; area: string | null; fromDay: string | null; toDay: string | null }[];
  /** Officer codes that are this person's (O1). */
  officers: { link: string; area: string; officer: string }[];
};
/** `changeable`: whether the caller may rename, disable or let this person in anew: nobody may who holds less. */
export type AdministeredPerson = PersonLine & { changeable: boolean };
/** `POST people`: answers the person and the invitation. The link is shown this once. */
export const addPersonRequest = z.strictObject({
  name: personName,
  login: loginName,
  email: emailAddress.optional(),
  role,
  area: place,
  ...days,
});
export type LinkMade = { person: string; link: string; expiresAt: string };
export type NewPerson = z.output<typeof addPersonRequest>;
/**
 * `POST people/:person/links`: a new invitation, or recovery for somebody who joined; body `{}`.
 * `GET people/:person/sessions` lists, `DELETE people/:person/sessions` ends all.
 */
/** `POST people/:person/state` */
export const personStateRequest = z.strictObject({ disabled: z.boolean() });
/** `PUT people/:person` */
export const renamePersonRequest = z.strictObject({
  name: personName,
  login: loginName,
  email: emailAddress.optional(),
});
export type RenamedPerson = z.output<typeof renamePersonRequest>;
/** `POST people/:person/grants` answers the grant; `DELETE grants/:grant` */
export const grantRequest = z.strictObject({ role, area: place, ...days });
export type GrantMade = { grant: string };

export type KeyLine = {
  key: string;
  name: string;
  area: string;
  rights: ('read' | 'write' | 'import')[];
  sources: string[];
  types: string[];
  createdAt: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
};
/** `POST keys`: answers the key's secret, this once. `POST keys/:key/rotation` makes a second one like it; both live. */
export const makeKeyRequest = z.strictObject({
  area: areaCode,
  name: freeText(200),
  sources: treeEvents['key.created'].shape.sources.default([]),
  rights: treeEvents['key.created'].shape.rights,
  types: z
    .array(code().refine((type) => Object.hasOwn(sourceEvents, type), { message: 'unknown_type' }))
    .max(200)
    .default([]),
});
export type KeyMade = { key: string; secret: string };

/** `POST walls`: answers the token, this once; `DELETE walls/:wall` */
export const pairWallRequest = z.strictObject({
  name: freeText(200),
  area: areaCode,
  view: z.enum(WALL_VIEWS),
  distance: z.literal(WALL_DISTANCES).optional(),
});
/** `POST walls/:wall/settings` */
export const wallSettingsRequest = serverEvents['wall.set'].omit({ wall: true });
export type WallMade = { wall: string; token: string };
export type WallLine = {
  wall: string;
  name: string;
  area: string;
  view: WallView;
  distance?: WallDistance;
  settings?: WallSettings;
  revoked: boolean;
  /** How it said that it is; absent: not heard since the server started. */
  seen?: WallSeen;
};

/**
 * `POST devices`: what shows the code becomes a wall or a device; a wrong code is a fault of `/code`. `DELETE
 * devices/:device`. `code` in any case and spacing, as somebody reads it off a screen.
 */
const paired = { code: z.string().max(40), name: freeText(200), area: areaCode };
export const pairDeviceRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wall'), ...paired, view: z.enum(WALL_VIEWS) }),
  z.strictObject({ kind: z.literal('kiosk'), ...paired }),
  z.strictObject({ kind: z.enum(DEVICE_KINDS).extract(['counter', 'pad']), ...paired, counter: code(64) }),
]);
/** `paired`: the code of the wall or of the device. */
export type DevicePaired = { paired: string };
export type DeviceLine = {
  device: string;
  name: string;
  area: string;
  kind: DeviceKind;
  counter: string | null;
  revoked: boolean;
};

/** `GET areas/:code/settings` */
export type Settings = ReturnType<typeof settingsAhead>;
/**
 * `POST areas`: defines areas (new or changed), services and opening sessions; `POST targets` sets one target. What
 * breaks no rule is stored even if others do: sending it again is harmless.
 */
export const defineRequest = z.strictObject({
  definitions: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('area.defined'), data: treeEvents['area.defined'] }),
        z.strictObject({ type: z.literal('service.defined'), data: treeEvents['service.defined'] }),
        z.strictObject({ type: z.literal('sessions.set'), data: treeEvents['sessions.set'] }),
      ]),
    )
    .min(1)
    .max(1000),
});
export const setTargetRequest = treeEvents['target.set'];
export type Defined = { stored: number; unchanged: number };
/** `POST areas/csv`: the file of `areas import`; `dryRun` only says what it would do. Every bad line is named. */
export const areasCsvRequest = z.strictObject({
  csv: z.string().min(1, { message: 'required' }).max(900_000),
  dryRun: z.boolean(),
  /** A demonstration tree; it never mixes with a real one. */
  demo: z.boolean().default(false),
});
export type CsvAnswer = Defined & {
  /** Lines that hold an area, good or bad. */
  lines: number;
  faults: { line: number; column: string | null; rule: string; vi: string; en: string }[];
};

// Object.keys forgets what the keys are.
const SERVER_TYPES = Object.keys(serverEvents) as [ServerType, ...ServerType[]];

/** `GET audit`: who did what, newest first. Without `area` all that the caller may see. */
export const auditQuery = z.object({
  area: areaCode.optional().describe('Only what concerns this area or below.'),
  person: code()
    .optional()
    .describe('Only acts of this person, on behalf of this person, or about this person.'),
  type: z.enum(SERVER_TYPES).optional().describe('Only this type of event.'),
  from: day.optional().describe('First local day, inclusive.'),
  to: day.optional().describe('Last local day, inclusive.'),
  format: listQuery.shape.format,
  cursor: listQuery.shape.cursor,
  limit: listQuery.shape.limit,
});
/** `name` null: nobody has this code any more. An erased name is empty. */
export type NamedPerson = { person: string; name: string | null };
export type AuditLine = {
  seq: number;
  at: string;
  type: ServerType;
  /** null: the whole installation. */
  area: string | null;
  by: { kind: 'server' | 'operator' } | ({ kind: 'person' } & NamedPerson);
  onBehalfOf: NamedPerson | null;
  /** Whom it concerns. */
  about: NamedPerson | null;
  /** Network address; null where none was given or it was erased. */
  from: string | null;
  /** What the log says, without names, addresses and hashes. */
  data: Record<string, unknown>;
};
export type AuditAnswer = { items: AuditLine[]; next: string | null };

/** `GET policy`, `POST policy`: which roles need a second factor. */
export const policyRequest = z.strictObject({ role, required: z.boolean() });
export type Policy = { totpRequired: Role[] };

import { z } from 'zod';
import { ROLES, type Role } from '../../domain/access/role.ts';
import { WALL_VIEWS, type WallView } from '../../domain/access/wall-view.ts';
import { areaCode, day } from '../../domain/events/place.ts';
import { code, freeText } from '../../domain/events/text.ts';
import { treeEvents } from '../../domain/events/tree.ts';
import { emailAddress, loginName, personName } from './sign-in.ts';

/** Administration, all below `/api/v1/admin`. `area` null stands for the whole installation. */

const place = areaCode.nullable();
const role = z.enum(ROLES);
const days = { fromDay: day.optional(), toDay: day.optional() };

/** `GET people?area=`: people whose home is in the area or below; without it everybody the caller administers. */
export const areaQuery = z.object({ area: areaCode.optional() });
export type PersonLine = {
  person: string;
  name: string;
  login: string;
  email: string | null;
  area: string | null;
  disabled: boolean;
  secondFactor: boolean;
  /** Whether a password was ever chosen. */
  joined: boolean;
  lastSeenAt: string | null;
  grants: { grant: string; role: Role; area: string | null; fromDay: string | null; toDay: string | null }[];
};
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
/** `POST people/:person/links`: a new invitation, or recovery for somebody who joined. */
export const empty = z.strictObject({});
/** `POST people/:person/state` */
export const personStateRequest = z.strictObject({ disabled: z.boolean() });
/** `PUT people/:person` */
export const renamePersonRequest = z.strictObject({
  name: personName,
  login: loginName,
  email: emailAddress.optional(),
});
/** `POST people/:person/grants`; `DELETE grants/:grant` */
export const grantRequest = z.strictObject({ role, area: place, ...days });

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
  types: treeEvents['key.created'].shape.types.default([]),
});
export type KeyMade = { key: string; secret: string };

/** `POST walls`: answers the token's link, this once; `DELETE walls/:wall` */
export const pairWallRequest = z.strictObject({
  name: freeText(200),
  area: areaCode,
  view: z.enum(WALL_VIEWS),
});
export type WallLine = { wall: string; name: string; area: string; view: WallView; revoked: boolean };

/** `GET areas/:code/settings`: what holds in an area, its own and inherited, with source and day. */
export type Settings = {
  services: (z.output<(typeof treeEvents)['service.defined']> & { own: boolean })[];
  targets: (z.output<(typeof treeEvents)['target.set']> & { own: boolean })[];
  sessions: (z.output<(typeof treeEvents)['sessions.set']> & { own: boolean })[];
};
/** `POST areas`: defines areas (new or changed), services and opening sessions; `POST targets` sets targets. */
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
/** `POST areas/csv`: the file of `areas import`; `dryRun` only says what it would do and names every bad line. */
export const areasCsvRequest = z.strictObject({
  csv: z.string().min(1, { message: 'required' }).max(900_000),
  dryRun: z.boolean(),
});
export type CsvAnswer = {
  areas: number;
  stored: number;
  unchanged: number;
  faults: { line: number; column: string | null; rule: string; detail: string }[];
};

/** `GET audit`: the log's definitions and acts, newest first. */
export const auditQuery = z.object({
  area: areaCode.optional(),
  person: code().optional(),
  type: z.string().max(64).optional(),
  from: day.optional(),
  to: day.optional(),
  cursor: z.string().max(200).optional(),
});
export type AuditLine = {
  seq: number;
  at: string;
  type: string;
  area: string;
  by: { kind: 'server' | 'operator' | 'key' | 'person'; person: string | null; name: string | null };
  onBehalfOf: { person: string; name: string | null } | null;
  /** Network address; null where none was given or it was erased. */
  from: string | null;
  data: Record<string, unknown>;
};
export type AuditAnswer = { items: AuditLine[]; next: string | null };

/** `GET policy`, `POST policy`: which roles need a second factor. */
export const policyRequest = z.strictObject({ role, required: z.boolean() });
export type Policy = { totpRequired: Role[] };

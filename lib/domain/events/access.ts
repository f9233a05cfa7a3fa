import { z } from 'zod';
import { DEVICE_KINDS, isAtOneCounter } from '../access/device-kind.ts';
import { ROLES } from '../access/role.ts';
import {
  MOST_SHOWN,
  WALL_DISTANCES,
  WALL_NIGHTS,
  WALL_STAYS,
  WALL_TURNS,
  WALL_VIEWS,
} from '../access/wall-view.ts';
import { areaCode, day } from './place.ts';
import { clock, code, freeText, wholeNumber } from './text.ts';

/** Why a session ended. */
export const SESSION_ENDS = [
  'signed_out',
  'revoked',
  'expired',
  'disabled',
  'password_changed',
  'second_factor_changed',
] as const;
/** What changed in the way a person signs in. */
const CREDENTIAL_CHANGES = [
  'link_made',
  'password_set',
  'password_changed',
  'totp_on',
  'totp_off',
  'backup_codes_made',
  'backup_code_used',
] as const;
/** To whom something was refused: a route, a handshake or a watch, events as a whole. */
const DENIED_TO = ['person', 'key', 'wall', 'device', 'nobody'] as const;

/**
 * Rights and sign-in: written by the server only. Names and logins are personal and stand beside the log; a person is
 * an opaque code in it. Who did it stands in the event's source.
 */
export const accessEvents = {
  'person.added': z.strictObject({
    person: code(),
    area: areaCode.nullable(),
    name: freeText(200),
    login: freeText(64),
    email: freeText(254).optional(),
  }),
  'person.renamed': z.strictObject({
    person: code(),
    name: freeText(200),
    login: freeText(64),
    email: freeText(254).optional(),
  }),
  'person.disabled': z.strictObject({ person: code() }),
  'person.enabled': z.strictObject({ person: code() }),
  'person.granted': z.strictObject({
    grant: code(),
    person: code(),
    role: z.enum(ROLES),
    area: areaCode.nullable(),
    fromDay: day.optional(),
    toDay: day.optional(),
  }),
  'person.grant_ended': z.strictObject({ grant: code() }),
  'person.lent': z.strictObject({ loan: code(), grant: code(), to: code(), fromDay: day, toDay: day }),
  'person.loan_ended': z.strictObject({ loan: code() }),
  /** O1: an officer code of a unit is this person's. */
  'person.officer_linked': z.strictObject({ link: code(), person: code(), area: areaCode, officer: code() }),
  'person.officer_unlinked': z.strictObject({ link: code() }),
  /** O2: somebody looked at the figures of an officer code of a unit. */
  'person.figures_viewed': z.strictObject({ area: areaCode, officer: code(), from: day, to: day }),
  'person.credentials_changed': z.strictObject({ person: code(), change: z.enum(CREDENTIAL_CHANGES) }),
  /** Holds for the whole installation. */
  'person.totp_required': z.strictObject({ role: z.enum(ROLES), required: z.boolean() }),
  'session.started': z.strictObject({ session: code(), person: code() }),
  'session.ended': z.strictObject({ session: code(), person: code(), reason: z.enum(SESSION_ENDS) }),
  'wall.paired': z.strictObject({
    wall: code(),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    name: freeText(200),
    area: areaCode,
    view: z.enum(WALL_VIEWS),
    /** Metres from which it is read. */
    distance: z.literal(WALL_DISTANCES).optional(),
  }),
  /** How a wall is: the last settings hold, whole. */
  'wall.set': z.strictObject({
    wall: code(),
    distance: z.literal(WALL_DISTANCES),
    night: z.enum(WALL_NIGHTS),
    /** Its night in hours of its own, which may go over midnight; default: outside the opening sessions. */
    hours: z.strictObject({ from: clock, to: clock }).optional(),
    turnSeconds: z.literal(WALL_TURNS),
    staySeconds: z.literal(WALL_STAYS),
    /** W8: shown in turn after its own view. */
    playlist: z.array(z.strictObject({ area: areaCode, view: z.enum(WALL_VIEWS) })).max(MOST_SHOWN),
  }),
  'wall.revoked': z.strictObject({ wall: code() }),
  /** `counter`: the one at which a console or a pad stands. */
  'device.paired': z
    .strictObject({
      device: code(),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      name: freeText(200),
      area: areaCode,
      kind: z.enum(DEVICE_KINDS),
      counter: code(64).optional(),
    })
    .refine(({ kind, counter }) => isAtOneCounter(kind) === (counter !== undefined), {
      message: 'counter_of_device',
      path: ['counter'],
    }),
  'device.revoked': z.strictObject({ device: code() }),
  /** One for each minute, kind and code in which anything was refused. */
  'access.denied': z.strictObject({
    to: z.enum(DENIED_TO),
    code: code(),
    count: wholeNumber(Number.MAX_SAFE_INTEGER),
  }),
} as const;

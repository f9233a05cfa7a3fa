import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ActionName } from '../../lib/domain/access/action.ts';
import { can, canSomewhere, heldFor, type Subject, viewIn } from '../../lib/domain/access/can.ts';
import type { WallView } from '../../lib/domain/access/wall-view.ts';
import { inForce } from '../access/in-force.ts';
import { secretHash } from '../access/secret.ts';
import { type Actor, SERVER } from '../log/actor.ts';
import type { Memory } from '../log/memory.ts';
import type { Key } from '../log/submission.ts';
import { cookieOf, SESSION_COOKIE, WALL_COOKIE } from './cookies.ts';

type NobodyCode = 'no_key' | 'bad_key' | 'revoked_key' | 'no_session';
export type FoundKey = { ok: true; key: Key } | { ok: false; code: NobodyCode };
export type Found = { ok: true; subject: Subject } | { ok: false; code: NobodyCode };

/** A session as rights see it. */
export type SessionOf = { session: string; person: string; secondFactor: boolean };

/** The one place that says who asks and what they may. */
export type Access = {
  findKey(authorization: string | undefined): FoundKey;
  /** Who asks: a key where there is one, else the person of the session, else the wall or the device of the token. */
  find(request: IncomingMessage): Found;
  may(subject: Subject, action: ActionName, area: string | null): boolean;
  /** The view in which a wall shows an area; null: no wall, or none of it. */
  view(subject: Subject, area: string): WallView | null;
  maySomewhere(subject: Subject, action: ActionName): boolean;
  /** The subject as the author of an act in an area: whose name stands on it, and for whom. */
  actor(subject: Subject, action: ActionName, area: string | null, from: string): Actor;
};

export type AccessParts = {
  memory: Memory;
  now: () => number;
  /** Whether browsers reach us by https alone, as PUBLIC_URL says. */
  secure?: boolean;
  /** The session of a token of the cookie, if it lives. */
  session: (token: string) => SessionOf | null;
  /** A living key was used. */
  onKey?(key: string): void;
};

export function createAccess({ memory, now, secure = false, session, onKey }: AccessParts): Access {
  function findKey(authorization: string | undefined): FoundKey {
    if (authorization === undefined) return { ok: false, code: 'no_key' };
    const secret = /^Bearer (td_[A-Za-z0-9_-]{43})$/.exec(authorization)?.[1];
    if (!secret) return { ok: false, code: 'bad_key' };
    const hash = secretHash(secret);
    const key = memory.keyByHash.get(hash.toString('hex'));
    if (!key || !timingSafeEqual(hash, Buffer.from(key.hash, 'hex'))) return { ok: false, code: 'bad_key' };
    if (key.revokedAt !== null) return { ok: false, code: 'revoked_key' };
    onKey?.(key.key);
    return { ok: true, key };
  }

  function findPerson(token: string): Subject | null {
    const held = session(token);
    const person = held ? memory.rights.people.get(held.person) : undefined;
    if (!held || !person || person.disabled) return null;
    const { totpRequired } = memory.rights;
    const all = inForce({ memory, now }, held.person);
    return {
      kind: 'person',
      person: held.person,
      session: held.session,
      // K7: a role that asks for a second factor is not held by a session without one.
      held: all.filter(({ role }) => held.secondFactor || !totpRequired.has(role)),
      heldIn: new Set(all.flatMap(({ area }) => area ?? [])),
    };
  }

  function findDevice(token: string): Subject | null {
    const hash = secretHash(token);
    const device = memory.rights.deviceByHash.get(hash.toString('hex'));
    if (!device || device.revoked || !timingSafeEqual(hash, Buffer.from(device.hash, 'hex'))) return null;
    const { kind: as, area, counter = null } = device;
    return { kind: 'device', device: device.device, as, area, counter };
  }

  function findWall(token: string): Subject | null {
    const hash = secretHash(token);
    const wall = memory.rights.wallByHash.get(hash.toString('hex'));
    if (!wall || wall.revoked || !timingSafeEqual(hash, Buffer.from(wall.hash, 'hex'))) return null;
    const { wall: code, area, view, settings } = wall;
    return { kind: 'wall', wall: code, area, view, playlist: settings?.playlist ?? [] };
  }

  return {
    findKey,
    find(request) {
      const { authorization, cookie } = request.headers;
      if (authorization !== undefined) {
        const found = findKey(authorization);
        if (!found.ok) return found;
        const { key, area, rights } = found.key;
        return { ok: true, subject: { kind: 'key', key, area, rights } };
      }
      const token = cookieOf(cookie, SESSION_COOKIE, secure);
      const person = token === null ? null : findPerson(token);
      if (person) return { ok: true, subject: person };
      const wallToken = cookieOf(cookie, WALL_COOKIE, secure);
      const screen = wallToken === null ? null : (findWall(wallToken) ?? findDevice(wallToken));
      if (screen) return { ok: true, subject: screen };
      return { ok: false, code: token === null && wallToken === null ? 'no_key' : 'no_session' };
    },
    may: (subject, action, area) => can(memory.tree, subject, action, area),
    view: (subject, area) => (subject.kind === 'wall' ? viewIn(memory.tree, subject, area) : null),
    maySomewhere: (subject, action) => canSomewhere(memory.tree, subject, action),
    actor(subject, action, area, from) {
      if (subject.kind === 'device') return { kind: 'device', device: subject.device };
      if (subject.kind !== 'person') return SERVER;
      const onBehalfOf = heldFor(memory.tree, subject.held, action, area)?.onBehalfOf ?? null;
      return { kind: 'person', person: subject.person, onBehalfOf, from };
    },
  };
}

import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isWithin } from '../../lib/domain/tree.ts';
import type { Memory } from '../log/memory.ts';
import type { Key } from '../log/submission.ts';
import type { Authority } from './read-deps.ts';

/** Who asks: somebody at this very machine (until people sign in), or a key. */
export type Subject = { kind: 'local' } | { kind: 'key'; key: Key };

/** The one place that says who may see what. */
export type Access = {
  findKey(
    authorization: string | undefined,
  ): { ok: true; key: Key } | { ok: false; code: 'no_key' | 'bad_key' | 'revoked_key' };
  /** HOST is loopback: the only way in that needs no key. */
  loopbackOnly: boolean;
  /** Whether the subject may read the area; an unknown area is nobody's. */
  may(subject: Subject, area: string): boolean;
};

const LOOPBACK_ADDRESS = /^(::1|127\.\d+\.\d+\.\d+|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOOPBACK_NAME = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;
/** Headers by which proxies and tunnels say that somebody else asks. */
const FORWARDED =
  /^(x-forwarded|x-original-|x-envoy-|cf-)|^(forwarded|via|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip)$/;

const isLoopbackHost = (host: string): boolean =>
  LOOPBACK_ADDRESS.test(host) || host === 'localhost' || host === '::1';

export function createAccess(memory: Memory, host: string): Access {
  return {
    loopbackOnly: isLoopbackHost(host),
    findKey(authorization) {
      if (authorization === undefined) return { ok: false, code: 'no_key' };
      const secret = /^Bearer (td_[A-Za-z0-9_-]{43})$/.exec(authorization)?.[1];
      if (!secret) return { ok: false, code: 'bad_key' };
      const hash = createHash('sha256').update(secret).digest();
      const key = memory.keyByHash.get(hash.toString('hex'));
      if (!key || !timingSafeEqual(hash, Buffer.from(key.hash, 'hex'))) return { ok: false, code: 'bad_key' };
      return key.revokedAt === null ? { ok: true, key } : { ok: false, code: 'revoked_key' };
    },
    may(subject, area) {
      if (!memory.tree.areas.has(area)) return false;
      return (
        subject.kind === 'local' ||
        (subject.key.rights.includes('read') && isWithin(memory.tree, area, subject.key.area))
      );
    },
  };
}

/**
 * The subject of a request; null: nobody we know. Without a key only loopback counts: the address, a Host header that
 * names loopback (a page of another name that resolves here is another site), no sign of a proxy, and an Origin, where
 * there is one, that is this very host.
 */
export function subjectOf(access: Access, request: IncomingMessage): Subject | null {
  if (request.headers.authorization !== undefined) {
    const found = access.findKey(request.headers.authorization);
    return found.ok ? { kind: 'key', key: found.key } : null;
  }
  const { host = '', origin } = request.headers;
  const direct =
    access.loopbackOnly &&
    LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '') &&
    LOOPBACK_NAME.test(host);
  if (!direct || Object.keys(request.headers).some((name) => FORWARDED.test(name))) return null;
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)) return null;
  return { kind: 'local' };
}

/** The same rule for the reading API: who may read an area, or (null) whether anybody at all may ask. */
export const authoriseReads =
  (access: Access) =>
  (request: IncomingMessage, area: string | null): Authority => {
    const subject = subjectOf(access, request);
    if (subject?.kind === 'key' && !subject.key.rights.includes('read'))
      return { ok: false, code: 'forbidden' };
    if (subject)
      return area === null || access.may(subject, area) ? { ok: true } : { ok: false, code: 'unknown_area' };
    const found = access.findKey(request.headers.authorization);
    return { ok: false, code: found.ok ? 'forbidden' : found.code };
  };

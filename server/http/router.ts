import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Subject } from '../../lib/domain/access/can.ts';
import type { ErrorCode } from '../../lib/wire/errors.ts';
import { askedFormat } from '../export/asked-format.ts';
import { personFrom, SERVER } from '../log/actor.ts';
import type { Memory } from '../log/memory.ts';
import type { Access, Found } from './access.ts';
import { badInput } from './bad-input.ts';
import { readBody } from './body.ts';
import type { HeavyWork } from './heavy-work.ts';
import { MOST, SIZES } from './limits.ts';
import { problemResponse } from './problem.ts';
import { queryOf } from './query.ts';
import { Refused } from './refused.ts';
import { nameOf } from './request-limits.ts';
import type { AnyRoute, Asked, Authorised, Need, Route } from './route.ts';
import { isSameOrigin } from './same-origin.ts';

export type RouterParts = {
  access: Access;
  memory: Memory;
  /** Network address of who asks, behind trusted proxies too. */
  addressOf(request: IncomingMessage): string;
  /** Our own address as browsers name it, when it is set. */
  publicUrl: string | null;
  heavy: HeavyWork;
  /** Somebody was refused for want of a right. */
  onDenied(to: Subject['kind'] | 'nobody', code: ErrorCode): void;
};

type App = Hono<{ Bindings: HttpBindings }>;

/** Serves the table of routes. Every request goes through `admit`: there is no other way to a handler. */
export function createRouter(routes: readonly AnyRoute[], parts: RouterParts): App {
  const app: App = new Hono();
  const readFile = fewAtOnce(MOST.filesAtOnce);
  for (const declared of routes)
    app.on(declared.method, declared.path, (c) =>
      admit(c, declared as unknown as Route<unknown>, parts, readFile),
    );
  return app;
}

/** Reads a body that brings a file; refuses where too many are being read. */
type ReadFile = (incoming: IncomingMessage) => Promise<Buffer>;

function fewAtOnce(most: number): ReadFile {
  let reading = 0;
  return async (incoming) => {
    if (reading >= most) throw new Refused('rate_limited');
    reading += 1;
    try {
      return await readBody(incoming, SIZES.bodyWithFile);
    } finally {
      reading -= 1;
    }
  };
}

/**
 * The one guard: who asks, whether the act comes from our own pages, whether there is any area where they may, whether
 * the input is sound, and whether they may in each area it touches. What may not be seen is answered as if it were not
 * there.
 */
async function admit(
  c: Context<{ Bindings: HttpBindings }>,
  declared: Route<unknown>,
  parts: RouterParts,
  readFile: ReadFile,
): Promise<Response> {
  const { access, memory } = parts;
  const request = c.req.raw;
  const { incoming } = c.env;
  const found = access.find(incoming);
  const refuse = (code: ErrorCode): Response => {
    parts.onDenied(found.ok ? found.subject.kind : 'nobody', code);
    return problemResponse(request, code);
  };
  const asFile = askedFormat(request) !== null;
  const need = (asFile ? declared.csvNeed : undefined) ?? declared.need;
  const refusal = refusalOf(found, need, access);
  if (refusal) return refuse(refusal);
  const byKey = found.ok && found.subject.kind === 'key';
  if (declared.method !== 'GET' && !byKey && !isSameOrigin(incoming, parts.publicUrl))
    return refuse('cross_origin');

  const input = await inputOf(request, incoming, declared, readFile);
  if (input instanceof Response) return input;
  const params = c.req.param();
  const subject = found.ok ? found.subject : null;
  if (need !== 'own' && need !== 'public' && subject && declared.places) {
    const mayIn = (area: string): boolean => access.may(subject, need, area);
    for (const place of declared.places(input, params, memory, mayIn)) {
      if (place === undefined) return problemResponse(request, 'unknown_area');
      // What the path names is not there for whoever may not reach it.
      const hidden = place !== null || Object.keys(params).length > 0;
      if (!access.may(subject, need, place)) return refuse(hidden ? 'unknown_area' : 'forbidden');
    }
  }
  const asked: Asked<unknown> = { input, params, request, incoming, from: parts.addressOf(incoming) };
  const handle = () => declared.handle(authorised(asked, subject, need, access));
  const kind = declared.heavy ?? (asFile ? 'export' : null);
  return kind === null || subject === null
    ? handle()
    : parts.heavy.run(kind, nameOf(subject), request, handle);
}

function refusalOf(found: Found, need: Need, access: Access): ErrorCode | null {
  if (need === 'public') return null;
  if (!found.ok) return found.code;
  const allowed = need === 'own' ? found.subject.kind === 'person' : access.maySomewhere(found.subject, need);
  return allowed ? null : 'forbidden';
}

const authorised = (
  asked: Asked<unknown>,
  subject: Subject | null,
  need: Need,
  access: Access,
): Authorised<unknown> => ({
  ...asked,
  subject,
  may: (action, area) => subject !== null && access.may(subject, action, area),
  actor: (area) =>
    subject === null || need === 'public' || need === 'own'
      ? ownActor(subject, asked.from)
      : access.actor(subject, need, area, asked.from),
});

const ownActor = (subject: Subject | null, from: string): ReturnType<Authorised<unknown>['actor']> =>
  subject?.kind === 'person' ? personFrom(subject.person, from) : SERVER;

async function inputOf(
  request: Request,
  incoming: IncomingMessage,
  { method, input, withFile }: { method: string; input: z.ZodType; withFile?: true },
  readFile: ReadFile,
): Promise<unknown> {
  if (method === 'GET' || method === 'DELETE') return queryOf(request, input);
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return problemResponse(request, 'unsupported_media_type');
  let body: unknown;
  try {
    const bytes = await (withFile ? readFile(incoming) : readBody(incoming));
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const code = error instanceof Refused ? error.code : 'bad_json';
    return problemResponse(request, code, {}, code === 'rate_limited' ? { 'retry-after': '5' } : {});
  }
  // With the input, or what is missing and what is of another type could not be told apart.
  const read = input.safeParse(body, { reportInput: true });
  return read.success ? read.data : badInput(request, read.error);
}

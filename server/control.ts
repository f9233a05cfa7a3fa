import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';
import { readEnvelope } from '../lib/domain/events/envelope.ts';
import { type SourceEvent, serverEvents } from '../lib/domain/events/registry.ts';
import { listsOfTree } from '../lib/domain/tree-lists.ts';
import { addPersonRequest, personStateRequest } from '../lib/wire/access/administration.ts';
import type { People } from './auth/people.ts';
import type { Core } from './core.ts';
import { AppError, errorText } from './errors.ts';
import { OPERATOR } from './log/actor.ts';
import type { Definition, Key, Outcome } from './log/submission.ts';

/** A key as it may be shown: everything but the hash of its secret. */
export type KeyLine = Omit<Key, 'hash'>;

const submission = z.object({ events: z.array(z.unknown()).max(10_000) });

const definitionSchemas = Object.entries(serverEvents).map(([type, data]) =>
  z.object({ type: z.literal(type), data }),
);
const [firstDefinition, ...otherDefinitions] = definitionSchemas;

const definition = z.union(firstDefinition ? [firstDefinition, ...otherDefinitions] : [z.never()]);
const definitions = z.object({ definitions: z.array(definition).max(10_000) });

/** What the operator's socket answers; whoever can open the socket is the operator. */
function controlRoutes(core: Core, people: People): Hono {
  const routes = new Hono();
  routes.post('/submit', async (context) => {
    const { events } = submission.parse(await context.req.json());
    return context.json({ results: await submitChecked(core, events) });
  });
  routes.post('/define', async (context) => {
    const body = definitions.parse(await context.req.json());
    // Each member pairs a type with the output of that type's own schema, which a union cannot express.
    return context.json({ results: await core.door.define(body.definitions as Definition[], OPERATOR) });
  });
  routes.get('/tree', (context) => context.json(listsOfTree(core.memory.tree)));
  routes.get('/keys', (context) => context.json({ keys: keyLines(core) }));
  routes.get('/people', async (context) => context.json({ people: await people.list() }));
  routes.post('/people', async (context) => {
    const given = addPersonRequest.parse(await context.req.json());
    const added = await people.add(given, OPERATOR);
    return context.json(added.ok ? await people.link(added.person, OPERATOR) : { faults: added.faults });
  });
  routes.post('/people/:person/link', async (context) =>
    context.json({ made: await people.link(context.req.param('person'), OPERATOR) }),
  );
  routes.post('/people/:person/state', async (context) => {
    const { disabled } = personStateRequest.parse(await context.req.json());
    const faults = await people.setDisabled(context.req.param('person'), disabled, OPERATOR);
    return context.json({ faults });
  });
  routes.onError((error, context) => {
    if (error instanceof z.ZodError)
      return context.json({ code: 'bad_request', message: z.prettifyError(error) }, 400);
    const code = error instanceof AppError ? error.code : 'internal';
    core.logger.error({ err: error, path: context.req.path }, 'a command was not carried out');
    return context.json({ code, message: errorText(error) }, code === 'not_recording' ? 503 : 500);
  });
  return routes;
}

// Outcomes in the order of what came in, those that the schemas refuse among them.
async function submitChecked(core: Core, items: readonly unknown[]): Promise<Outcome[]> {
  const read = items.map(readEnvelope);
  const events = read.flatMap((item): SourceEvent[] => (item.ok ? [item.event] : []));
  const stored = (await core.door.submit(events, { kind: 'operator' })).values();
  return read.map((item): Outcome => {
    if (!item.ok) return { status: 'rejected', error: item.refusal };
    const outcome = stored.next();
    if (outcome.done) throw new AppError('no_outcome', 'the door answered fewer outcomes than events');
    return outcome.value;
  });
}

/** The keys of this installation, oldest first. */
export const keyLines = (core: Core): KeyLine[] =>
  [...core.memory.keys.values()].map(({ hash, ...line }) => line);

/** Listens on the control socket at `path`, mode 0600. Throws `control_taken` when a living server answers there. */
export async function startControl(
  core: Core,
  people: People,
  path: string,
): Promise<{ close(): Promise<void> }> {
  if (await answers(path)) {
    throw new AppError('control_taken', `${path}: một máy chủ khác đang chạy · another server is running`);
  }
  rmSync(path, { force: true });
  const server = createServer(getRequestListener(controlRoutes(core, people).fetch));
  await listen(server, path);
  return {
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeIdleConnections();
      }),
  };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    // The mode must hold from the first moment on: between listening and chmod anybody could connect.
    const mask = process.umask(0o177);
    server.listen(path, () => {
      chmodSync(path, 0o600);
      done();
    });
    process.umask(mask);
  });
}

/** Whether a server answers on the socket; one left by a dead server refuses. */
function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

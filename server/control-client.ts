import { Agent, request } from 'node:http';
import { toCloudEvent } from '../lib/domain/events/cloud-event.ts';
import type { Tree } from '../lib/domain/tree.ts';
import { type TreeLists, treeOfLists } from '../lib/domain/tree-lists.ts';
import type { LinkMade, NewPerson, PersonLine } from '../lib/wire/access/administration.ts';
import type { Fault } from '../lib/wire/errors.ts';
import type { KeyLine } from './control.ts';
import { AppError, errorCode } from './errors.ts';
import type { Definition, Door, Outcome } from './log/submission.ts';

/** The operator's way into the log: of a running server, or of this process. */
export type OperatorDoor = {
  submit(events: Parameters<Door['submit']>[0]): Promise<Outcome[]>;
  define(definitions: Definition[]): Promise<Outcome[]>;
  tree(): Promise<Tree>;
  keys(): Promise<KeyLine[]>;
  people(): Promise<PersonLine[]>;
  /** A person with a first role and the link to begin with, or the rules that were broken. */
  addPerson(given: NewPerson): Promise<LinkMade | { faults: Fault[] }>;
  /** An invitation or a new way in; null: nobody has this code. */
  linkPerson(person: string): Promise<LinkMade | null>;
  setDisabled(person: string, disabled: boolean): Promise<Fault[]>;
  close(): Promise<void>;
};

/** The door of the server that listens at `path`; null when none does. */
export async function connectControl(path: string): Promise<OperatorDoor | null> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 });
  const call = (method: 'GET' | 'POST', route: string, body?: unknown): Promise<unknown> =>
    callSocket(agent, path, method, route, body);
  try {
    await call('GET', '/keys');
  } catch (error) {
    agent.destroy();
    // ENOENT: never started or stopped cleanly. ECONNREFUSED: the socket of a dead server.
    if (['ENOENT', 'ECONNREFUSED'].includes(errorCode(error) ?? '')) return null;
    throw error;
  }
  // Both ends are one program at one version: the answers have the shape that control.ts gives them.
  return {
    async submit(events) {
      const answer = (await call('POST', '/submit', { events: events.map(toCloudEvent) })) as {
        results: Outcome[];
      };
      return answer.results;
    },
    async define(definitions) {
      const answer = (await call('POST', '/define', { definitions })) as { results: Outcome[] };
      return answer.results;
    },
    tree: async () => treeOfLists((await call('GET', '/tree')) as TreeLists),
    keys: async () => ((await call('GET', '/keys')) as { keys: KeyLine[] }).keys,
    people: async () => ((await call('GET', '/people')) as { people: PersonLine[] }).people,
    addPerson: async (given) => (await call('POST', '/people', given)) as LinkMade | { faults: Fault[] },
    linkPerson: async (person) =>
      ((await call('POST', `/people/${person}/link`)) as { made: LinkMade | null }).made,
    setDisabled: async (person, disabled) =>
      ((await call('POST', `/people/${person}/state`, { disabled })) as { faults: Fault[] }).faults,
    close: async () => agent.destroy(),
  };
}

function callSocket(
  agent: Agent,
  socketPath: string,
  method: string,
  path: string,
  body: unknown,
): Promise<unknown> {
  return new Promise((done, fail) => {
    const sent = request(
      { agent, socketPath, method, path, headers: { 'content-type': 'application/json' } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', fail);
        answer.on('end', () => {
          try {
            const read: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
            if (answer.statusCode === 200) done(read);
            else fail(refusal(read));
          } catch (error) {
            fail(error);
          }
        });
      },
    );
    sent.on('error', fail);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function refusal(answer: unknown): AppError {
  const { code, message } = answer as { code?: string; message?: string };
  return new AppError(
    code ?? 'control_failed',
    message ?? 'Máy chủ từ chối lệnh · the server refused the command',
  );
}

import sharp from 'sharp';
import type { Role } from '../../lib/domain/access/role.ts';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import type { InspectionAnswer } from '../../lib/wire/inspection-reads.ts';
import type { Definition } from '../../server/log/submission.ts';
import { granted, personAdded } from '../access/people.ts';
import { testTree } from './city.ts';
import { openSession } from './open-session.ts';
import { openWholeServer, type WholeServer } from './whole-server.ts';

/** Who inspects, who is inspected, and who stands beside. */
const PEOPLE: [code: string, role: Role, area: string][] = [
  ['inspector', 'inspector', 'city'],
  ['leader', 'leader', 'north'],
  ['analyst', 'analyst', 'city'],
  ['admin', 'admin', 'city'],
  ['head', 'head', 'a'],
  ['clerk', 'clerk', 'a'],
  ['officer', 'officer', 'a'],
  ['analyst-a', 'analyst', 'a'],
  ['admin-a', 'admin', 'a'],
  ['inspector-a', 'inspector', 'a'],
  ['head-b', 'head', 'b'],
];

export type Asked<T> = { status: number; text: string; body: T };
export type InspectedCity = WholeServer & {
  headers(who: string): Record<string, string>;
  ask<T>(who: string, path: string, body?: unknown, accept?: string): Promise<Asked<T>>;
  /** An act on an inspection of unit `a`. */
  act(
    who: string,
    inspection: string,
    name: string,
    body?: object,
  ): Promise<Asked<InspectionAnswer & { code: string; faults?: { pointer: string; rule: string }[] }>>;
  /** Stores an event of a unit at this instant; `type` without its prefix is a step of an inspection. */
  tell(unit: string, type: string, data: object, source?: string): Promise<void>;
};

/** The test tree as a running server with people who inspect and who are inspected. */
export async function openInspectedCity(): Promise<InspectedCity> {
  const definitions: Definition[] = [
    ...testTree,
    ...PEOPLE.flatMap(([code, role, area]) => [
      personAdded(code, area, `Tên ${code}`),
      granted(`g-${code}`, code, role, area),
    ]),
    // Leads the district and is head of its ward too.
    personAdded('both', 'north', 'Tên both'),
    granted('g-both-1', 'both', 'leader', 'north'),
    granted('g-both-2', 'both', 'head', 'a'),
  ];
  const server = await openWholeServer(definitions);
  const cookies = new Map<string, string>();
  for (const code of [...PEOPLE.map(([one]) => one), 'both'])
    cookies.set(code, (await openSession(server.auth, code)).cookie);
  const headers = (who: string) => ({ cookie: cookies.get(who) ?? '', origin: server.url });
  const ask = async <T>(who: string, path: string, body?: unknown, accept = 'application/json') => {
    const response = await fetch(`${server.url}/api/v1/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...headers(who),
        accept,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    // The tests look into answers of many shapes.
    return { status: response.status, text, body: (isJson ? JSON.parse(text) : null) as T };
  };
  let sent = 0;
  return {
    ...server,
    headers,
    ask,
    act: (who, inspection, name, body = {}) => ask(who, `areas/a/inspections/${inspection}/${name}`, body),
    async tell(unit, type, data, source = '/kt/city') {
      sent += 1;
      const read = readEnvelope({
        specversion: '1.0',
        id: `e${sent}`,
        source,
        subject: unit,
        type: type.includes('.') ? type : `inspection.${type}`,
        time: new Date(server.core.now()).toISOString(),
        data,
      });
      if (!read.ok) throw new Error(JSON.stringify(read.refusal));
      const [outcome] = await server.core.door.submit([read.event], { kind: 'operator' });
      if (outcome?.status !== 'stored') throw new Error(JSON.stringify(outcome));
    },
  };
}

/** A small photo in base64. */
export const somePhoto = async (): Promise<string> =>
  (
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#456' } })
      .png()
      .toBuffer()
  ).toString('base64');

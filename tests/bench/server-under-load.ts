import { defineAll, makeKey } from '../support/city.ts';
import { type ServerOptions, startServer, type TestServer } from '../support/server.ts';
import { CITY, cityDefinitions } from './bench-city.ts';
import type { Target } from './post-events.ts';

/** The server as a process of its own, in production mode, with the city of the bench and a key for it. */
export type ServerUnderLoad = TestServer & { target: Target; cpuSeconds(): Promise<number> };

export async function startUnderLoad(options: ServerOptions = {}): Promise<ServerUnderLoad> {
  const server = await startServer(options);
  const door = await server.door();
  await defineAll(door, cityDefinitions);
  const { secret } = await makeKey(door, { area: CITY, rights: ['read', 'write', 'import'] });
  await door.close();
  const { port } = server;
  return Object.assign(server, { target: { port, secret }, cpuSeconds: () => cpuSecondsOf(server.url) });
}

/** CPU of all threads of the server's process so far, as it says itself. */
async function cpuSecondsOf(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const seconds = /^process_cpu_seconds_total ([\d.e+-]+)$/m.exec(text)?.[1];
  if (seconds === undefined) throw new Error('the server does not tell its CPU time');
  return Number(seconds);
}

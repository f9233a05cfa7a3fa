import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildState } from '../../server/tools/build-state.mjs';
import { type CityServer, openCityServer } from './city-server.ts';
import type { ServerOptions } from './server.ts';
import { type SignedIn, signIn } from './signed-in.ts';

/** What a server may have grown by when a file of attacks is over: heap that waits for its collector, compiled code. */
const MOST_GROWN_BYTES = 128 * 1024 * 1024;

/** Pages are served from the production build, which `npm test` makes before anything else. */
export const pagesAreBuilt = buildState() === 'current';

/** So little that whoever keeps what attackers send dies of it, and the collector comes often. */
const HEAP_MB = 192;

export type Attacked = {
  readonly city: CityServer;
  readonly port: number;
  readonly url: string;
  /** Administers the whole installation, and is signed in. */
  readonly admin: SignedIn;
  /** The last test of a file: the process is the same, answers as before, kept nothing of what came, and erred nowhere. */
  survives(): void;
};

type Open = { city: CityServer; admin: SignedIn; pid: number; bytes: number };

/** A server that the tests of a file attack. Read its fields inside them. */
export function attackedServer(options: ServerOptions = {}): Attacked {
  let open: Open | null = null;
  const held = (): Open => {
    if (!open) throw new Error('the server is open only inside tests');
    return open;
  };
  beforeAll(async () => {
    const city = await openCityServer({ nodeFlags: [`--max-old-space-size=${HEAP_MB}`], ...options });
    const door = await city.server.door();
    const admin = await signIn({ url: city.server.url, door }, { role: 'admin', area: null });
    await door.close();
    open = { city, admin, pid: city.server.pid, bytes: await memoryOf(city.server.url) };
  });
  afterAll(() => open?.city.close());

  return {
    get city() {
      return held().city;
    },
    get port() {
      return held().city.server.port;
    },
    get url() {
      return held().city.server.url;
    },
    get admin() {
      return held().admin;
    },
    survives() {
      it('afterwards the same process answers, has kept nothing of it and has erred nowhere', async () => {
        const { city, admin, pid, bytes } = held();
        expect(city.server.pid).toBe(pid);
        const me = await fetch(`${city.server.url}/api/v1/me`, { headers: admin.headers });
        expect(me.status).toBe(200);
        const grown = (await memoryOf(city.server.url)) - bytes;
        console.info(`memory after the attacks: ${Math.round(grown / 1024 / 1024)} MB more`);
        expect(grown).toBeLessThan(MOST_GROWN_BYTES);
        expect(city.server.logs.filter(({ level }) => level === 'error' || level === 'fatal')).toEqual([]);
      });
    },
  };
}

/** Resident bytes of the server's process. */
export async function memoryOf(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
}

import { bearer, defineAll, makeKey } from '../support/city.ts';
import { postEvents } from '../support/cloud-events.ts';
import { type ServerOptions, startServer, type TestServer } from '../support/server.ts';
import { type SignedIn, signIn } from '../support/signed-in.ts';
import { dayUntil, iso, type Told } from './test-city-day.ts';
import { noonZone, testCityTree } from './test-city-tree.ts';

/** A running server with the test city, and a counter's way in. */
export type LiveCity = {
  server: TestServer;
  /** Leads the whole city, and is signed in. */
  leader: SignedIn;
  /** Posts events with a key as a ticket machine does; resolves when the server says that they are stored. */
  tell(events: readonly Told[]): Promise<void>;
  /** Answer of a read of the API. */
  read(path: string): Promise<unknown>;
  remove(): Promise<void>;
};

const MOST = 500;

/** Where and when the city is, if not at its own noon and now. */
type CityOptions = Pick<ServerOptions, 'nodeFlags' | 'env'> & { zone?: string; now?: () => number };

/** Starts a server process with pages on a PostgreSQL of its own and tells it a morning. */
export async function openLiveCity({
  zone = noonZone(new Date()),
  now = Date.now,
  ...options
}: CityOptions = {}): Promise<LiveCity> {
  const server = await startServer({ pages: true, ...options });
  const door = await server.door();
  await defineAll(door, testCityTree(zone));
  const { secret } = await makeKey(door, { area: 'tp' });
  const leader = await signIn({ url: server.url, door }, { role: 'leader', area: 'tp' });
  await door.close();
  const ids = counting();

  const tell = async (events: readonly Told[]): Promise<void> => {
    const batch = events.map(({ unit, type, at, data }) => ({
      specversion: '1.0',
      id: `told-${ids.next().value}`,
      source: `/queue/${unit}`,
      type,
      subject: unit,
      time: iso(at),
      data,
    }));
    for (let from = 0; from < batch.length; from += MOST) {
      const part = batch.slice(from, from + MOST);
      const answer = await postEvents(server.url, part, {
        secret,
        type: 'application/cloudevents-batch+json',
      });
      const refused = answer.results.find(({ status }) => status !== 'stored');
      if (answer.status !== 200 || refused) throw new Error(JSON.stringify(refused ?? answer));
    }
  };

  await tell(dayUntil(now()));
  return {
    server,
    leader,
    tell,
    async read(path) {
      const answer = await fetch(`${server.url}/api/v1${path}`, { headers: bearer(secret) });
      if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    remove: () => server.remove(),
  };
}

function* counting(): Generator<number, never> {
  for (let n = 1; ; n += 1) yield n;
}

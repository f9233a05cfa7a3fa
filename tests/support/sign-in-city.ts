import { afterAll, beforeAll } from 'vitest';
import type { OperatorDoor } from '../../server/control-client.ts';
import { type CityServer, openCityServer } from './city-server.ts';

export type SignInCity = {
  readonly city: CityServer;
  readonly door: OperatorDoor;
  readonly url: string;
  /** The door of the server after a restart. */
  reopenDoor(): Promise<void>;
};

/** A city's server for the tests of a file, open from before the first until after the last. Read its fields inside them. */
export function signInCity(): SignInCity {
  let open: { city: CityServer; door: OperatorDoor } | null = null;
  beforeAll(async () => {
    const city = await openCityServer();
    open = { city, door: await city.server.door() };
  });
  afterAll(async () => {
    await open?.door.close();
    await open?.city.close();
  });
  const held = (): { city: CityServer; door: OperatorDoor } => {
    if (!open) throw new Error('the city is open only inside tests');
    return open;
  };
  return {
    get city() {
      return held().city;
    },
    get door() {
      return held().door;
    },
    get url() {
      return held().city.server.url;
    },
    async reopenDoor() {
      const { city, door } = held();
      await door.close();
      open = { city, door: await city.server.door() };
    },
  };
}

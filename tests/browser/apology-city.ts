import { randomUUID } from 'node:crypto';
import type { DraftedAnswer } from '../../lib/wire/apology-acts.ts';
import { browserCookies } from '../support/browser-cookies.ts';
import { lateDraft, signing } from '../support/late-letter.ts';
import { type SignedIn, send } from '../support/signed-in.ts';
import { test as admin, expect } from './admin-test.ts';
import type { LiveCity } from './live-city.ts';
import { iso } from './test-city-day.ts';
import { noonZone, WARDS } from './test-city-tree.ts';

export { expect };

/** The ward whose letters the tests write. */
export const UNIT = WARDS.live.code;

const ZONE = noonZone(new Date());
/** Local day and wall clock of the test city, `ms` from now. */
export const localAt = (ms: number): { day: string; time: string } => {
  const at = Date.now() + ms;
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return { day: new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(at), time: time.format(at) };
};

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Tells that a dossier was received long ago and is due at an instant (epoch ms). */
export const receive = (city: LiveCity, dossier: string, dueAt: number): Promise<void> =>
  city.tell([
    {
      unit: UNIT,
      type: 'dossier.received',
      at: Date.now() - 10 * DAY,
      data: { dossier, procedure: 'xay-dung', dueAt: iso(dueAt) },
    },
  ]);

export const settle = (city: LiveCity, dossier: string, at: number): Promise<void> =>
  city.tell([{ unit: UNIT, type: 'dossier.settled', at, data: { dossier, result: 'done' } }]);

type Office = {
  draft(dossier: string, more?: Record<string, unknown>): Promise<string>;
  sign(apology: string): Promise<void>;
  deliver(apology: string): Promise<void>;
};

/** The acts of the chain through the API, as the pages ask for them. */
function officeOf({ server }: LiveCity, head: SignedIn): Office {
  const ask = async (path: string, body: unknown): Promise<unknown> => {
    const response = await send(server.url, `/api/v1/areas/${UNIT}/apologies${path}`, body, head.headers);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    async draft(dossier, more) {
      const newPromise = { day: localAt(3 * DAY).day };
      // The wire types are the server's own.
      const { apology } = (await ask('', lateDraft(dossier, { newPromise, ...more }))) as DraftedAnswer;
      return apology;
    },
    sign: async (apology) =>
      void (await ask(
        `/${apology}/signed`,
        signing({ documentDate: localAt(0).day, documentNo: `0${randomUUID()[0]}/UBND` }),
      )),
    deliver: async (apology) =>
      void (await ask(`/${apology}/delivered`, { channel: 'post', ...localAt(-60_000) })),
  };
}

type PerWorker = {
  /** Heads the ward, and is signed in. */
  head: SignedIn;
  office: Office;
};

/** Tests on the running city in which every page is opened by the head of a ward unless a test says otherwise. */
export const test = admin.extend<object, PerWorker>({
  head: [
    async ({ somebody }, use) => use(await somebody('head', UNIT, 'Nguyễn Văn Trưởng')),
    { scope: 'worker' },
  ],
  office: [async ({ city, head }, use) => use(officeOf(city, head)), { scope: 'worker' }],
  storageState: ({ head }, use) => use({ cookies: browserCookies(head), origins: [] }),
});

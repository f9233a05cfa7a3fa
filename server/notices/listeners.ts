import { randomUUID } from 'node:crypto';
import { heldBy } from '../../lib/domain/access/grant.ts';
import { isEnabled } from '../../lib/domain/access/rights.ts';
import type { Listener } from '../../lib/domain/alerts/notice.ts';
import { localDayIn } from '../../lib/domain/tree.ts';
import type { Core } from '../core.ts';
import { givenEmail } from '../log/access-rows.ts';
import type { Mailer } from './mailer.ts';
import type { Message, Send } from './message.ts';
import { type Delivery, postWebhook } from './webhook.ts';
import { readWebhooks, type Webhook } from './webhooks-file.ts';

/** Whoever is told of an area, and how. `id` names the pair through restarts. */
export type Told = Listener & { id: string; send: Send };

export type ListenersParts = {
  core: Pick<Core, 'memory' | 'prisma' | 'now'>;
  mailer: Mailer | null;
  dataDir: string;
  allowPrivate: boolean;
};

/** Everybody who leads an area and has an address, and every webhook; read anew each time, since both change. */
export async function listeners(parts: ListenersParts): Promise<Told[]> {
  return [...(await people(parts)), ...(await webhooks(parts))];
}

const LEADING: readonly string[] = ['leader', 'head'];

async function people({ core: { memory, prisma, now }, mailer }: ListenersParts): Promise<Told[]> {
  if (!mailer) return [];
  const { rights, tree } = memory;
  const dayOf = (area: string | null): string => localDayIn(tree, area, now());
  const rows = await prisma.person.findMany({ select: { id: true, email: true } });
  return rows.flatMap(({ id: person, email }) => {
    const address = givenEmail(email);
    if (address === null || !isEnabled(rights, person)) return [];
    const areas = heldBy(person, rights.grants, rights.loans.values(), dayOf)
      .filter(({ role }) => LEADING.includes(role))
      .flatMap(({ area }) => area ?? []);
    return [...new Set(areas)].map(
      (area): Told => ({
        kind: 'person',
        area,
        id: `person/${person}/${area}`,
        send: (message) => mailer.send(address, message),
      }),
    );
  });
}

async function webhooks({ dataDir, allowPrivate, core }: ListenersParts): Promise<Told[]> {
  return (await readWebhooks(dataDir)).map(
    (hook): Told => ({
      kind: 'webhook',
      area: hook.area,
      id: `webhook/${hook.id}`,
      send: (message) => postWebhook(hook, deliveryOf(hook, message, core.now()), allowPrivate),
    }),
  );
}

// The id is that of the message: a receiver that took it and whose answer was lost sees it again under the same one.
const ids = new WeakMap<Message, string>();

function deliveryOf(hook: Webhook, message: Message, at: number): Delivery {
  const id = ids.get(message) ?? `msg_${randomUUID()}`;
  ids.set(message, id);
  const { type, text, data } = message;
  const timestamp = new Date(at).toISOString();
  return { id, at, body: JSON.stringify({ type, timestamp, data: { area: hook.area, text, ...data } }) };
}

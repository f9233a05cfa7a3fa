// Screens without a picture: bare WebSocket clients that watch an area, count what arrives and note when.
import { once } from 'node:events';
import WebSocket from 'ws';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { bearer } from '../support/city.ts';
import { answerParent } from './child.ts';
import { steadyMs } from './steady-clock.ts';

/** `board` null: a server that sends frames without being asked. */
export type Watch = {
  group: string;
  port: number;
  clients: number;
  board: { area: string; secret: string } | null;
};
export type Heard = { messages: number; bytes: number };
/** For every client: the seq that each delta reaches, and its arrival in ms of the machine's steady clock. */
export type Arrivals = { seq: number[]; at: number[] }[];

const AT_ONCE = 50;
const DELTA = '42["delta",';
const groups = new Map<string, { clients: WebSocket[]; heard: Heard; arrivals: Arrivals; noting: boolean }>();

const groupOf = (name: string) => {
  const group = heldOrMade(groups, name, () => ({
    clients: [],
    heard: { messages: 0, bytes: 0 },
    arrivals: [],
    noting: false,
  }));
  return group;
};

async function connect({ group: name, port, board }: Watch): Promise<void> {
  const group = groupOf(name);
  const client = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
    perMessageDeflate: false,
    skipUTF8Validation: true,
    ...(board && { headers: bearer(board.secret) }),
  });
  const arrivals = { seq: [] as number[], at: [] as number[] };
  group.clients.push(client);
  group.arrivals.push(arrivals);
  const watching = new Promise<void>((resolve, reject) => {
    client.once('error', reject);
    client.on('message', (bytes: Buffer) => {
      const text = bytes.toString('latin1', 0, DELTA.length);
      if (text === DELTA) {
        group.heard.messages += 1;
        group.heard.bytes += bytes.length;
        if (group.noting) note(bytes, arrivals);
      } else if (text.startsWith('0{')) client.send('40');
      else if (text === '2') client.send('3');
      else if (text.startsWith('40')) client.send(`420${JSON.stringify(['watch', { area: board?.area }])}`);
      else if (text.startsWith('430')) resolve();
    });
  });
  await (board === null ? once(client, 'open') : watching);
}

function note(bytes: Buffer, arrivals: Arrivals[number]): void {
  arrivals.at.push(steadyMs());
  arrivals.seq.push(Number(/"to":(\d+)/.exec(bytes.toString('latin1', 0, 200))?.[1] ?? Number.NaN));
}

answerParent({
  async open(watch: Watch) {
    for (let open = 0; open < watch.clients; open += AT_ONCE) {
      const wave = Math.min(AT_ONCE, watch.clients - open);
      await Promise.all(Array.from({ length: wave }, () => connect(watch)));
    }
  },
  heard: (group: string) => groupOf(group).heard,
  note(group: string) {
    groupOf(group).noting = true;
  },
  arrivals(name: string): Arrivals {
    const group = groupOf(name);
    group.noting = false;
    return group.arrivals.map(({ seq, at }) => ({ seq: seq.splice(0), at: at.splice(0) }));
  },
});

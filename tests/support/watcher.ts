import { io, type Socket } from 'socket.io-client';
import type {
  ClientToServer,
  Delta,
  ServerToClient,
  Since,
  Snapshot,
  WatchAnswer,
} from '../../lib/wire/socket.ts';
import { type Held, takeDelta } from '../../lib/wire/take-delta.ts';

export type WatchSocket = Socket<ServerToClient, ClientToServer>;
export type Arrival = { at: number; delta: Delta };

export type Watcher = {
  socket: WatchSocket;
  /** What the reader holds after every delta was taken by the reader's rule; null before the first snapshot. */
  held(area: string): Held | null;
  /** Deltas in order of arrival, with the local monotonic ms. */
  arrivals: readonly Arrival[];
  /** Whole boards that came unasked, instead of a backlog. */
  snapshots: readonly (Snapshot & { area: string })[];
  /** Deltas that the rule did not allow to be applied or ignored. */
  gaps: readonly Delta[];
  watch(area: string, since?: Since): Promise<WatchAnswer>;
  /** Resolves with the first delta, from now on, that fits. */
  delta(fits: (delta: Delta) => boolean): Promise<Delta>;
  close(): void;
};

export type WatcherOptions = { secret?: string; headers?: Record<string, string>; wait?: boolean };

const WAIT_MS = 10_000;

/** Connects as a browser does, WebSocket only, without coming back by itself. Rejects when it is not let in. */
export async function connectWatcher(
  url: string,
  { secret, headers = {} }: WatcherOptions = {},
): Promise<Watcher> {
  const socket: WatchSocket = io(url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { ...(secret !== undefined && { authorization: `Bearer ${secret}` }), ...headers },
  });
  const boards = new Map<string, Held>();
  const arrivals: Arrival[] = [];
  const snapshots: (Snapshot & { area: string })[] = [];
  const gaps: Delta[] = [];
  const listeners = new Set<(delta: Delta) => void>();

  const take = (delta: Delta): void => {
    const held = boards.get(delta.area);
    const taken = held && takeDelta(held, delta);
    if (taken?.kind === 'applied') boards.set(delta.area, taken.held);
    if (taken?.kind === 'watchAgain') gaps.push(delta);
  };
  socket.on('delta', (delta) => {
    arrivals.push({ at: performance.now(), delta });
    take(delta);
    for (const listener of listeners) listener(delta);
  });
  socket.on('snapshot', ({ area, epoch, seq, board, kind }) => {
    snapshots.push({ kind, area, epoch, seq, board });
    boards.set(area, { epoch, seq, board });
  });
  await new Promise<void>((done, fail) => {
    socket.once('connect', done);
    socket.once('connect_error', fail);
  }).catch((error: unknown) => {
    socket.disconnect();
    throw error;
  });
  return {
    socket,
    held: (area) => boards.get(area) ?? null,
    arrivals,
    snapshots,
    gaps,
    async watch(area, since) {
      const answer = await socket.timeout(WAIT_MS).emitWithAck('watch', { area, ...(since && { since }) });
      if (answer.kind === 'snapshot')
        boards.set(area, { epoch: answer.epoch, seq: answer.seq, board: answer.board });
      if (answer.kind === 'delta') take(answer);
      return answer;
    },
    delta: (fits) =>
      new Promise((done, fail) => {
        const late = setTimeout(() => fail(new Error('no such delta came')), WAIT_MS);
        const listener = (delta: Delta): void => {
          if (!fits(delta)) return;
          clearTimeout(late);
          listeners.delete(listener);
          done(delta);
        };
        listeners.add(listener);
      }),
    close: () => void socket.disconnect(),
  };
}

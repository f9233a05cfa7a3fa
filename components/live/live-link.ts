import { io, type Socket } from 'socket.io-client';
import {
  type ClientToServer,
  LATE_AFTER_MS,
  LOST_AFTER_MS,
  PROTOCOL,
  REWATCH_WITHIN_MS,
  type ServerToClient,
} from '../../lib/wire/socket.ts';
import type { ShownBoard } from '../../lib/wire/wall-board.ts';
import type { WallReport } from '../../lib/wire/wall-report.ts';
import type { BoardStore, Outcome } from './board-store.ts';
import { numbersCame } from './numbers-first.ts';
import type { ServerClock } from './server-clock.ts';

/** How long an answer may take before the question is asked again. */
const ANSWER_MS = 5_000;
/** A server that stops on purpose is back within seconds; its clients come back over this span, not together. */
const BYE_PAUSE_MS = { from: 1_000, to: 10_000 };

/** What else is said on the line of a wall. */
export type WallEnd = {
  /** The build of the pages that the server has. */
  onBuild(build: string): void;
  onOrder(order: Parameters<ServerToClient['order']>[0]): void;
  /** What the wall says of itself, asked for when the line opens and every minute. */
  report(offsetMs: number | null): WallReport;
};

type LinkEnds = { onNobody: () => void; wall?: WallEnd };

const REPORT_MS = 60_000;
/** The first report waits for the first numbers. */
const FIRST_REPORT_MS = 1_500;

/** Once what was just taken is drawn: a frame shows it, and what it leads to is there before the next. */
const afterFrames = (run: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(run));

const between = (from: number, to: number): number => from + Math.random() * (to - from);

/**
 * Keeps one store in step with the server: watches an area, applies what arrives, watches again after a gap, a
 * reconnect, a sleep. `onNobody` hears that whoever reads is nobody to the server any more. Returns what closes it.
 */
export function openLink<B extends ShownBoard>(
  area: string,
  store: BoardStore<B>,
  clock: ServerClock,
  { onNobody, wall }: LinkEnds,
): () => void {
  // Never a quick first try: after a restart all screens of a city would use it in the same second.
  const socket: Socket<ServerToClient<B>, ClientToServer<B>> = io({
    transports: ['websocket'],
    reconnectionDelay: 5_000,
    reconnectionDelayMax: 30_000,
    randomizationFactor: 1,
    auth: { protocol: PROTOCOL },
  });
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let watchPlanned = false;
  let heardAt = Date.now();
  let closed = false;
  /** What the server said on this line: what the board is, and what time it is. A new line knows neither. */
  const told = { board: false, refused: false, time: false };
  /** W5: whether the time at which everything is judged may go on: the board on the picture is the server's. */
  let inStep = false;
  let recording = true;

  const later = (ms: number, run: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
  };
  const heard = (recorded = recording): void => {
    heardAt = Date.now();
    recording = recorded;
    // A word on a line that has not yet told its board says nothing of what is shown.
    if (!told.board) return;
    numbersCame();
    store.heard(heardAt, recording);
    if (inStep && recording) clock.heard(heardAt);
  };
  /** The picture first, then the time: an old board is never judged at a new instant, not for a frame. */
  const getInStep = (): void => {
    if (inStep || !told.board || told.refused || !told.time) return;
    afterFrames(() => {
      if (!told.board || told.refused || !told.time) return;
      inStep = true;
      clock.heard(Date.now());
    });
  };
  const watchSoon = (): void => {
    if (watchPlanned) return;
    watchPlanned = true;
    later(between(0, REWATCH_WITHIN_MS), watch);
  };
  const follow = (outcome: Outcome): void => {
    if (outcome === 'done') return;
    told.board = false;
    inStep = false;
    watchSoon();
  };
  function watch(): void {
    watchPlanned = false;
    if (!socket.connected) return;
    socket.timeout(ANSWER_MS).emit('watch', { area, since: store.since() }, (late, answer) => {
      if (late) return watchSoon();
      told.board = true;
      told.refused = answer.kind === 'error';
      if (told.refused) inStep = false;
      heard();
      follow(store.takeAnswer(answer));
      getInStep();
    });
  }
  const askTime = (): void => {
    const sentAt = Date.now();
    socket.timeout(ANSWER_MS).emit('clock', {}, (late, answer) => {
      if (late) return;
      clock.answered(answer.at, sentAt, Date.now());
      told.time = true;
      heard();
      getInStep();
    });
  };
  /** A line that has fallen silent without closing (sleep, a pulled cable) is cut and opened anew. */
  const renew = (): void => {
    if (socket.connected) socket.disconnect();
    socket.connect();
  };
  /** A server that closes a line, or opens none, has often ended what its reader was. */
  const askWhetherNobody = async (): Promise<void> => {
    const answer = await fetch(`/api/v1/areas/${encodeURIComponent(area)}/board`).catch(() => null);
    if (answer?.status === 401 && !closed) onNobody();
  };
  const awake = (): void => {
    if (document.visibilityState === 'visible' && Date.now() - heardAt > LATE_AFTER_MS) renew();
  };

  // Without a line the rest of the page stands on the first picture.
  later(LATE_AFTER_MS, numbersCame);
  socket.on('connect', () => {
    Object.assign(told, { board: false, time: false });
    inStep = false;
    askTime();
    watch();
  });
  socket.on('delta', (delta) => {
    heard();
    if (delta.area === area) follow(store.takeDelta(delta));
  });
  socket.on('snapshot', (snapshot) => {
    heard();
    if (snapshot.area === area) follow(store.takeAnswer(snapshot));
  });
  socket.on('beat', (beat) => {
    if (clock.beat(beat.at, Date.now())) askTime();
    heard(beat.recording);
    wall?.onBuild(beat.build);
  });
  socket.on('bye', () => {
    socket.disconnect();
    later(between(BYE_PAUSE_MS.from, BYE_PAUSE_MS.to), () => socket.connect());
  });
  // Closed or refused by the server: Socket.IO does not come back by itself then.
  socket.on('disconnect', (reason) => {
    if (reason !== 'io server disconnect') return;
    later(between(BYE_PAUSE_MS.from, BYE_PAUSE_MS.to), () => socket.connect());
    void askWhetherNobody();
  });
  socket.on('connect_error', () => {
    // Refused at the door: the right to be here went while there was no line.
    void askWhetherNobody();
    if (!socket.active) later(between(BYE_PAUSE_MS.from, BYE_PAUSE_MS.to), () => socket.connect());
  });
  if (wall) socket.on('order', wall.onOrder);
  const report = (): void => {
    if (wall && socket.connected) socket.emit('report', wall.report(clock.offset()));
  };
  if (wall) socket.on('connect', () => later(FIRST_REPORT_MS, report));
  const reporting = wall && setInterval(report, REPORT_MS);
  document.addEventListener('visibilitychange', awake);
  window.addEventListener('online', awake);
  const ticking = setInterval(() => {
    const now = Date.now();
    store.tick(now);
    clock.tick(now);
    if (socket.connected && now - heardAt > LOST_AFTER_MS) {
      heardAt = now;
      renew();
    }
  }, 1_000);

  return () => {
    closed = true;
    document.removeEventListener('visibilitychange', awake);
    window.removeEventListener('online', awake);
    clearInterval(ticking);
    clearInterval(reporting);
    for (const timer of timers) clearTimeout(timer);
    socket.disconnect();
  };
}

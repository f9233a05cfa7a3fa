import type { Known, ReplayAnswer, ReplayStep } from '../../lib/wire/replay.ts';
import type { BoardStore } from '../live/board-store.ts';
import type { Speed } from './replay-path.ts';

/** Steps asked for at once, and of how many seconds they are: a few pictures a second at every speed. */
const WINDOW_STEPS = 60;
const STEP_SECONDS: Record<Speed, number> = { 1: 1, 10: 5, 60: 30, 600: 300 };
/** The next window is asked for when so much playing is left. */
const AHEAD_MS = 12_000;

export type PlayerState = {
  /** The moment that is shown, epoch ms. */
  at: number;
  known: Known;
  speed: Speed;
  playing: boolean;
  /** A moment was asked for and is not shown yet. */
  loading: boolean;
  /** Why it could not be had: a code of the API. */
  trouble: string | null;
  /** Of a trouble that passes: seconds to wait, as the server said. */
  waitSeconds: number | null;
  /** The present is reached. */
  atEnd: boolean;
  leftOut: number;
};

export type Asking = { at: number; known: Known; steps?: { to: number; seconds: number } };
export type Answered =
  | { ok: true; value: ReplayAnswer }
  | { ok: false; code: string; seconds: number | null };

/** Plays a past area into a board store, at any speed, from windows of steps. Without React. */
export type ReplayPlayer = {
  state(): PlayerState;
  subscribe(listener: () => void): () => void;
  play(): void;
  pause(): void;
  seek(at: number, known?: Known): Promise<void>;
  setSpeed(speed: Speed): void;
  /** So many real milliseconds went by. */
  tick(ms: number): void;
};

export type PlayerParts = {
  area: string;
  first: ReplayAnswer;
  speed: Speed;
  store: Pick<BoardStore, 'takeAnswer' | 'takeDelta'>;
  ask(asking: Asking): Promise<Answered>;
};

const troubleOf = ({
  code,
  seconds,
}: Answered & { ok: false }): Pick<PlayerState, 'trouble' | 'waitSeconds'> => ({
  trouble: code,
  waitSeconds: seconds,
});

export function createPlayer({ area, first, speed, store, ask }: PlayerParts): ReplayPlayer {
  let state: PlayerState = {
    at: first.asOf,
    known: first.known,
    speed,
    playing: false,
    loading: false,
    trouble: null,
    waitSeconds: null,
    atEnd: false,
    leftOut: first.leftOut,
  };
  const listeners = new Set<() => void>();
  /** What is to be shown next: steps, and boards where a new session of the server begins. */
  let coming: (ReplayStep | { at: number; answer: ReplayAnswer })[] = [];
  let until = first.asOf;
  let session = first.epoch;
  let shown = 0;
  let asked = 0;
  let asking = false;
  /** The server has nothing later. */
  let exhausted = false;

  const set = (next: Partial<PlayerState>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  function show(answer: ReplayAnswer): void {
    shown += 1;
    store.takeAnswer({ kind: 'snapshot', epoch: 'past', seq: shown, board: answer.board });
  }

  function showUpTo(at: number): void {
    while (coming[0] && coming[0].at <= at) {
      const next = coming.shift();
      if (!next) break;
      if ('answer' in next) show(next.answer);
      else {
        const { put, remove } = next;
        store.takeDelta({ area, epoch: 'past', from: shown, to: shown + 1, put, remove });
        shown += 1;
      }
    }
  }

  async function askAhead(): Promise<void> {
    if (asking || exhausted) return;
    asking = true;
    const mine = asked;
    const from = until;
    const seconds = STEP_SECONDS[state.speed];
    const to = from + WINDOW_STEPS * seconds * 1000;
    const answered = await ask({ at: from, known: state.known, steps: { to, seconds } });
    asking = false;
    if (mine !== asked) return;
    if (!answered.ok) return set({ playing: false, ...troubleOf(answered) });
    const { value } = answered;
    if (value.epoch !== session) coming.push({ at: from, answer: value });
    session = value.epoch;
    coming.push(...value.steps);
    until = value.until;
    exhausted = until <= from;
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    play() {
      exhausted = false;
      set({ playing: true, trouble: null, atEnd: false });
    },
    pause: () => set({ playing: false }),
    async seek(at, known = state.known) {
      asked += 1;
      const mine = asked;
      coming = [];
      until = at;
      exhausted = false;
      set({ at, known, loading: true, trouble: null, atEnd: false });
      const answered = await ask({ at, known });
      if (mine !== asked) return;
      if (!answered.ok) return set({ loading: false, playing: false, ...troubleOf(answered) });
      session = answered.value.epoch;
      show(answered.value);
      set({ loading: false, leftOut: answered.value.leftOut });
    },
    setSpeed: (next) => set({ speed: next }),
    tick(ms) {
      if (!state.playing || state.loading) return;
      const at = Math.min(state.at + ms * state.speed, until);
      showUpTo(at);
      if (at !== state.at) set({ at });
      if (exhausted && at >= until) return set({ playing: false, atEnd: true });
      if (until - at < AHEAD_MS * state.speed) void askAhead();
    },
  };
}

import { isUnit, type Tree, unitsBelow, zoneOf } from '../../lib/domain/tree.ts';
import { endOfDay, localDay } from '../../lib/domain/zoned-time.ts';
import type { Board } from '../../lib/wire/board.ts';
import type { ReplayStep } from '../../lib/wire/replay.ts';
import { type Boards, createBoards } from '../live/boards.ts';
import { createRoom, differenceSince, epochOf, type Room, refreshRoom } from '../live/room.ts';
import type { Query } from '../log/query.ts';
import { seqAt } from '../log/seq-at.ts';
import { comingEvents, treeChangedAt } from './coming-events.ts';
import { foldPast, holdNamed } from './fold-past.ts';
import { type Moment, momentAt } from './past.ts';
import { type Past, pastMemory } from './past-memory.ts';

/** A past area that is moved forward step by step; it ends with its day, or where the tree changes. */
export type ReplaySession = {
  readonly moment: Moment;
  board(): { epoch: string; board: Board } | null;
  /** Moves on by whole steps up to `to`. `ended`: nothing later can be told by this session. */
  advance(
    query: Query,
    to: number,
    stepMs: number,
  ): Promise<{ steps: ReplayStep[]; until: number; ended: boolean }>;
};

/** Steps after which others get their turn: live boards are read by the same process. */
const STEPS_AT_ONCE = 5;

/** Opens a session at a moment. `tree` is that of the moment, without what the reader may not see. */
export async function openSession(
  query: Query,
  tree: Tree,
  code: string,
  first: Moment,
): Promise<ReplaySession> {
  const past: Past = await pastMemory(query, tree, code, first);
  const boards: Boards = createBoards(past.memory);
  const room: Room<Board> = createRoom(code);
  const dayEnds = endOfLocalDay(tree, code, first.at);
  let moment = first;
  let step = 0;

  const refresh = (): void => {
    const fresh = boards.board(code, moment.at);
    if (fresh) refreshRoom(room, fresh, step, moment.at);
  };
  refresh();

  async function boundOf(query: Query, to: number): Promise<{ to: Moment; bound: number; ended: boolean }> {
    if (moment.known === 'now')
      return { to: momentAt('now', to, moment.seq), bound: dayEnds, ended: to >= dayEnds };
    const seq = await seqAt(query, to);
    const changedAt = (await treeChangedAt(query, moment.seq, seq)) ?? Number.POSITIVE_INFINITY;
    const bound = Math.min(dayEnds, changedAt);
    return { to: momentAt('then', to, seq), bound, ended: to >= bound };
  }

  return {
    get moment() {
      return moment;
    },
    board: () => (room.board ? { epoch: epochOf(room), board: room.board } : null),
    async advance(query, to, stepMs) {
      const { to: last, bound, ended } = await boundOf(query, to);
      const coming = await comingEvents(query, tree, code, moment, last);
      await holdNamed(
        query,
        past,
        coming.map(({ event }) => event),
      );
      const steps: ReplayStep[] = [];
      let next = 0;
      for (let at = moment.at + stepMs; at <= to && at < bound; at += stepMs) {
        const start = next;
        while ((coming[next]?.from ?? Number.POSITIVE_INFINITY) <= at) next += 1;
        const own = coming.slice(start, next);
        for (const unit of foldPast(past, own, at)) boards.touch(unit);
        boards.expire(at);
        const seq = moment.known === 'then' ? (own.at(-1)?.seq ?? moment.seq) : moment.seq;
        moment = momentAt(moment.known, at, seq);
        step += 1;
        refresh();
        const difference = differenceSince(room, step - 1);
        if (difference && (Object.keys(difference.put).length > 0 || difference.remove.length > 0))
          steps.push({ at, ...difference });
        if (step % STEPS_AT_ONCE === 0) await new Promise(setImmediate);
      }
      return { steps, until: ended ? bound : moment.at, ended };
    },
  };
}

/** The first of the midnights of an area and its units. */
function endOfLocalDay(tree: Tree, code: string, at: number): number {
  const area = tree.areas.get(code);
  const codes = area && isUnit(area) ? [code] : [code, ...unitsBelow(tree, code)];
  const zones = new Set(codes.map((one) => zoneOf(tree, one)));
  return Math.min(...[...zones].map((zone) => endOfDay(zone, localDay(zone, at))));
}

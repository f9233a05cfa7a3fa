import { createHeavyLine, type HeavyLine } from './heavy-line.ts';
import { HEAVY, type HeavyBound, type HeavyKind } from './limits.ts';
import { problemResponse } from './problem.ts';

/** Heavy work of all kinds, each in a line of its own: none of them starves another, nor the live line. */
export type HeavyWork = {
  /** Does it in its turn; refused by name where too much is asked for at once. A file holds its place until it was read. */
  run(
    kind: HeavyKind,
    who: string,
    request: Request,
    work: () => Promise<Response> | Response,
  ): Promise<Response>;
  state(kind: HeavyKind): ReturnType<HeavyLine['state']>;
};

export function createHeavyWork(bounds: Record<HeavyKind, HeavyBound> = HEAVY): HeavyWork {
  const lines: Record<HeavyKind, HeavyLine> = {
    replay: createHeavyLine(bounds.replay),
    report: createHeavyLine(bounds.report),
    export: createHeavyLine(bounds.export),
  };
  return {
    async run(kind, who, request, work) {
      const place = await lines[kind].enter(who, request.signal);
      // Nobody reads this answer.
      if (place.kind === 'gone') return new Response(null, { status: 499 });
      if (place.kind === 'busy')
        return problemResponse(request, 'too_much_at_once', {}, { 'retry-after': String(place.seconds) });
      try {
        const response = await work();
        if (kind === 'export' && response.body && request.method !== 'HEAD')
          return untilRead(response, place.leave);
        place.leave();
        return response;
      } catch (error) {
        place.leave();
        throw error;
      }
    },
    state: (kind) => lines[kind].state(),
  };
}

/** The same answer; `then` is called once its body was read to the end, failed, or is wanted no more. */
function untilRead(response: Response, then: () => void): Response {
  const reader = response.body?.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const read = await reader?.read();
        if (read?.value) return controller.enqueue(read.value);
        then();
        controller.close();
      } catch (error) {
        then();
        throw error;
      }
    },
    async cancel(reason) {
      try {
        await reader?.cancel(reason);
      } finally {
        then();
      }
    },
  });
  return new Response(body, response);
}

import type { FoldedEvent } from '../../lib/domain/events/registry.ts';

/** A stored row as the event it was, with its time as `at_ms`; personal fields stay where they are. */
export const eventOfRow = <E extends FoldedEvent>({
  source,
  id,
  type,
  unit,
  at_ms: at,
  data,
}: Record<string, unknown>): E =>
  // The log holds only events that its schemas have passed, and the statement asked for these types.
  ({ source, id, type, unit, at: Number(at), data }) as E;

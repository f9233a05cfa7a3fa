import type { Refusal } from '../../lib/domain/events/envelope.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { isUnit, isWithin } from '../../lib/domain/tree.ts';
import type { Memory } from './memory.ts';
import type { Key, Submitter } from './submission.ts';

const AHEAD_MS = 5 * 60_000;
const OLDEST_MS = 15 * 86_400_000;

const refuse = (code: string, pointer: string, detail: string): Refusal => ({ code, pointer, detail });

/**
 * Whether this submitter may tell this event, given the tree and the bindings so far; null: it may. The same answer
 * for a unit that does not exist and one outside the key's area, so that keys cannot explore the tree.
 */
export function refusalFor(memory: Memory, event: SourceEvent, by: Submitter, now: number): Refusal | null {
  const area = memory.tree.areas.get(event.unit);
  const outside = by.kind === 'key' && !isWithin(memory.tree, event.unit, by.key.area);
  if (!area || !isUnit(area) || outside)
    return refuse('unknown_unit', '/subject', 'no such unit in the area of this key');
  if (event.at > now + AHEAD_MS)
    return refuse('clock_ahead', '/time', 'more than 5 minutes ahead of the server');
  return by.kind === 'key' ? keyRefusal(memory, event, by.key, now) : null;
}

function keyRefusal(memory: Memory, event: SourceEvent, key: Key, now: number): Refusal | null {
  if (key.types.length > 0 && !key.types.includes(event.type)) {
    return refuse('type_not_allowed', '/type', 'this key may not send this type');
  }
  if (key.sources.length > 0) {
    if (!key.sources.includes(event.source))
      return refuse('source_not_allowed', '/source', 'this key may not use this source');
  } else {
    const bound = memory.sources.get(event.source);
    if (bound !== undefined && bound !== key.area)
      return refuse('source_taken', '/source', 'this source belongs to another area');
  }
  if (!key.rights.includes('import') && event.at < now - OLDEST_MS) {
    return refuse('too_old', '/time', 'older than 15 days; such events need a key with the import right');
  }
  return null;
}

import { isAlertEvent } from '../../lib/domain/alerts/alert.ts';
import type { Refusal } from '../../lib/domain/events/envelope.ts';
import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { isUnit, isWithin } from '../../lib/domain/tree.ts';
import type { Memory } from './memory.ts';
import type { Key, Submitter } from './submission.ts';

const AHEAD_MS = 5 * 60_000;
const OLDEST_MS = 15 * 86_400_000;

const refuse = (code: string, pointer: string, detail: string): Refusal => ({ code, pointer, detail });

/** Names that no key may use: whoever acts under them is the server, its operator, a person or a device. */
const OWN_SOURCE = /^\/(server|operator|person|device)(\/|$)/;

/**
 * Whether this submitter may speak of this unit in this source's name, given the tree and the bindings so far; null:
 * it may. The same answer for a unit that does not exist and one outside the key's area, so that keys cannot explore
 * the tree; asked before the log is, so that they cannot explore other sources' ids either.
 */
export function rightsRefusal(memory: Memory, event: SourceEvent, by: Submitter): Refusal | null {
  const area = memory.tree.areas.get(event.unit);
  const outside = by.kind === 'key' && !isWithin(memory.tree, event.unit, by.key.area);
  // AA8: an area above units has alerts of its own.
  if (!area || (!isUnit(area) && !isAlertEvent(event)) || outside)
    return refuse('unknown_unit', '/subject', 'no such unit in the area of this key');
  return by.kind === 'key' ? keyRefusal(memory, event, by.key) : null;
}

function keyRefusal(memory: Memory, event: SourceEvent, key: Key): Refusal | null {
  if (key.types.length > 0 && !key.types.includes(event.type)) {
    return refuse('type_not_allowed', '/type', 'this key may not send this type');
  }
  if (OWN_SOURCE.test(event.source) || (key.sources.length > 0 && !key.sources.includes(event.source)))
    return refuse('source_not_allowed', '/source', 'this key may not use this source');
  const bound = memory.sources.get(event.source);
  if (key.sources.length === 0 && bound !== undefined && bound !== key.area)
    return refuse('source_taken', '/source', 'this source belongs to another area');
  return null;
}

/** Whether an event that is new to the log lies too far ahead or back; null: it does not. */
export function timeRefusal(event: SourceEvent, by: Submitter, now: number): Refusal | null {
  if (event.at > now + AHEAD_MS)
    return refuse('clock_ahead', '/time', 'more than 5 minutes ahead of the server');
  if (by.kind === 'key' && !by.key.rights.includes('import') && event.at < now - OLDEST_MS)
    return refuse('too_old', '/time', 'older than 15 days; such events need a key with the import right');
  return null;
}

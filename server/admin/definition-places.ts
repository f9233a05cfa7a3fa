import type { Tree } from '../../lib/domain/tree.ts';
import type { Places } from '../http/route.ts';
import type { Definition } from '../log/submission.ts';

type TreeDefinition = Extract<Definition, { type: 'area.defined' | 'service.defined' | 'sessions.set' }>;

/**
 * Areas that definitions touch: services and sessions their area; an area its parent, itself where it exists, and the
 * parent that it leaves. A root that exists has no parent to ask; a new one is a matter of the whole installation.
 * What an earlier definition of the same list makes below a touched area is asked for there.
 */
export function placesOfDefinitions(
  { areas }: Pick<Tree, 'areas'>,
  definitions: readonly TreeDefinition[],
): Places {
  const made = new Set<string>();
  const places = new Set<string | null>();
  for (const { type, data } of definitions) {
    if (type !== 'area.defined') {
      if (!made.has(data.area)) places.add(data.area);
      continue;
    }
    const held = areas.get(data.code);
    if (held) places.add(held.code);
    if (held?.parent) places.add(held.parent);
    const stays = held !== undefined && held.parent === data.parent;
    if (!stays && !(data.parent !== null && made.has(data.parent))) places.add(data.parent);
    if (!held) made.add(data.code);
  }
  return [...places];
}

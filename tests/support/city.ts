import { createHash, randomBytes } from 'node:crypto';
import { type Actor, OPERATOR } from '../../server/log/actor.ts';
import type { Definition, Key, Outcome } from '../../server/log/submission.ts';

/** The door itself, or the operator's way to it. */
type Definer = { define(definitions: Definition[], by: Actor): Promise<Outcome[]> };

type AreaKind = 'city' | 'district' | 'ward' | 'centre';

/** A real area in Việt Nam; its name is its code in capitals. */
export const areaDefinition = (
  code: string,
  parent: string | null,
  kind: AreaKind,
  queue: 'machine' | 'none' = 'machine',
): Definition => ({
  type: 'area.defined',
  data: {
    code,
    parent,
    kind,
    name: code.toUpperCase(),
    timezone: 'Asia/Ho_Chi_Minh',
    queue,
    demo: false,
    succeeds: [],
  },
});

/** Two cities: `city` with district `north` (wards `a`, `b`) and ward `c` without a queue; `other` with ward `x`. */
export const testTree: Definition[] = [
  areaDefinition('city', null, 'city'),
  areaDefinition('north', 'city', 'district'),
  areaDefinition('a', 'north', 'ward'),
  areaDefinition('b', 'north', 'ward'),
  areaDefinition('c', 'city', 'ward', 'none'),
  areaDefinition('other', null, 'city'),
  areaDefinition('x', 'other', 'ward'),
];

export type TestKey = { id: string; secret: string };

/** Makes a key as `keys create` does; without rights named it may send and read. */
export async function makeKey(
  door: Definer,
  given: { area: string } & Partial<Pick<Key, 'sources' | 'rights' | 'types'>>,
): Promise<TestKey> {
  const secret = `td_${randomBytes(32).toString('base64url')}`;
  const id = `k_${randomBytes(5).toString('hex')}`;
  const hash = createHash('sha256').update(secret).digest('hex');
  await defineAll(door, [
    {
      type: 'key.created',
      data: { key: id, hash, name: 'test', sources: [], rights: ['read', 'write'], types: [], ...given },
    },
  ]);
  return { id, secret };
}

/** The header by which a key is shown. */
export const bearer = (secret: string): { authorization: string } => ({ authorization: `Bearer ${secret}` });

/** Writes definitions; throws when one is refused. */
export async function defineAll(door: Definer, definitions: Definition[]): Promise<void> {
  for (const outcome of await door.define(definitions, OPERATOR))
    if (outcome.status === 'rejected') throw new Error(JSON.stringify(outcome.error));
}

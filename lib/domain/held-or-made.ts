/** The entry of a map under a key; made and kept when there is none yet. */
export function heldOrMade<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const held = map.get(key);
  if (held !== undefined) return held;
  const made = make();
  map.set(key, made);
  return made;
}

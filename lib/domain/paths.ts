/** A board as its paths: `header` or `map/key` → value. The unit of difference between two boards. */
export type Paths = Map<string, unknown>;

/** A structural view that both board shapes fit: single values and maps of values. */
type BoardLike = Record<string, unknown>;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Spreads a board into paths. `maps` names the parts that are maps; every other part is one value. */
export function pathsOf(board: BoardLike, maps: readonly string[]): Paths {
  const paths: Paths = new Map();
  for (const [part, value] of Object.entries(board)) {
    if (maps.includes(part) && isMap(value))
      for (const [key, entry] of Object.entries(value)) paths.set(`${part}/${key}`, entry);
    else paths.set(part, value);
  }
  return paths;
}

/**
 * D1: applies whole new values and removals; returns a new board in which everything untouched keeps its reference,
 * so that a reader re-draws only what changed.
 */
export function applyPaths<B extends BoardLike>(
  board: B,
  put: Record<string, unknown>,
  remove: readonly string[],
): B {
  const next: BoardLike = { ...board };
  const copied = new Set<string>();
  const mapOf = (part: string): Record<string, unknown> => {
    const held = next[part];
    if (copied.has(part) && isMap(held)) return held;
    const copy: Record<string, unknown> = isMap(held) ? { ...held } : {};
    next[part] = copy;
    copied.add(part);
    return copy;
  };
  for (const [path, value] of Object.entries(put)) {
    const slash = path.indexOf('/');
    if (slash < 0) next[path] = value;
    else mapOf(path.slice(0, slash))[path.slice(slash + 1)] = value;
  }
  for (const path of remove) {
    const slash = path.indexOf('/');
    if (slash >= 0) delete mapOf(path.slice(0, slash))[path.slice(slash + 1)];
  }
  // The paths come from the same server and protocol version that gave the board its shape.
  return next as B;
}

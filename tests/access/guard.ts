/** A file of the sources without a guard that stands in it. */
export type Removal = { file: string; from: (source: string) => string };

/** Tests of this folder, and the beginning of the name of one of them. */
type Tests = readonly [file: 'matrix' | 'revocation' | 'denials', test: string];

/** A guard by name, how it is removed, and the test that must turn red then. */
export type Guard = { name: string; removals: readonly Removal[]; red: Tests };

export const REFUSED: Tests = ['matrix', 'whoever may not is refused'];
export const LET_THROUGH: Tests = ['matrix', 'whoever may is let through'];
export const OWN: Tests = ['matrix', 'the own account'];
export const PAGES: Tests = ['matrix', 'every page'];
export const SOCKET: Tests = ['matrix', 'at the socket'];
export const SENDING: Tests = ['matrix', 'events are taken'];
export const COUNTED: Tests = ['denials', 'what was refused'];
export const lost = (what: string): Tests => ['revocation', what];

type Swap = readonly [file: string, guard: string, without: string];

/** Puts something else in the one place where a text stands. */
const swap = ([file, guard, without]: Swap): Removal => ({
  file,
  from(source) {
    if (source.split(guard).length !== 2) throw new Error(`${file} does not hold once: ${guard}`);
    return source.replace(guard, () => without);
  },
});

/** A guard by the texts that it is made of, each with what is put in its place. */
export const guard = (red: Tests, name: string, ...swaps: Swap[]): Guard => ({
  name,
  removals: swaps.map(swap),
  red,
});

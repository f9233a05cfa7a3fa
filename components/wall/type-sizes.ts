import type { WallDistance } from '../../lib/domain/access/wall-view.ts';

/** The picture of a wall, whatever the TV: drawn at this size and grown as a whole. */
export const STAGE = { width: 1920, height: 1080 };

/** A 55″ TV: 1,218 mm by 685 mm. */
const TV_HEIGHT_MM = (55 * 25.4 * 9) / Math.hypot(16, 9);
const MM_PER_PX = TV_HEIGHT_MM / STAGE.height;
/** How much of the size of type a figure or a capital letter is high (Be Vietnam Pro). */
export const FIGURE_OF_SIZE = 0.7;
const MM_PER_METRE = 1000;
/** W3: a figure is read from this many times its height. */
const DISTANCE_OF_HEIGHT = 172;

/** W3: height in px of the picture that a figure must have to be read from `metres`. */
export const leastFigurePx = (metres: number): number =>
  (metres * MM_PER_METRE) / DISTANCE_OF_HEIGHT / MM_PER_PX;

/** Sizes of type in px of the picture. `figure` follows the rule; the others say in words what a colour says too. */
export type TypeSizes = {
  figure: number;
  name: number;
  word: number;
  small: number;
  tiles: number;
  columns: number;
};

/** W3: type and number of tiles for a distance. */
export function typeSizes(distance: WallDistance): TypeSizes {
  const figure = Math.ceil(leastFigurePx(distance) / FIGURE_OF_SIZE);
  return distance === 5
    ? { figure, name: 42, word: 33, small: 28, tiles: 12, columns: 4 }
    : { figure, name: 58, word: 42, small: 30, tiles: 6, columns: 3 };
}

/** Type of the tiles where one or two have the place of many. */
export const alone = (sizes: TypeSizes): TypeSizes => ({
  ...sizes,
  figure: sizes.figure * 2,
  name: sizes.name * 1.6,
  word: sizes.word * 1.6,
});

/** About how much of its size a letter is wide; bold Vietnamese capitals are wider, spaces and i's less. */
const LETTER = 0.57;
const SMALLEST = 22;

/** A name that would be smaller than this in one line takes two. */
const ONE_LINE_FROM = 30;
const TWO_LINES = 1.7;

/** Type of a name in a panel of `width`: one line, or two of smaller type. */
export function nameType(name: string, px: number, width: number): { fontSize: number; twoLines: boolean } {
  const one = fittedPx(name, px, width);
  if (one >= ONE_LINE_FROM) return { fontSize: one, twoLines: false };
  return { fontSize: Math.min(ONE_LINE_FROM, fittedPx(name, px, width * TWO_LINES)), twoLines: true };
}

/** `px`, or less where the text would be wider than `width` in one line: no fact is cut. */
export const fittedPx = (text: string, px: number, width: number): number =>
  Math.max(SMALLEST, Math.min(px, Math.floor(width / (text.length * LETTER))));

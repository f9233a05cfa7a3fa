import type { Cell } from './rollup.ts';

/** Ratings counted in a cell. */
export const ratingsIn = (cell: Cell): number =>
  cell.verySatisfied + cell.satisfied + cell.neutral + cell.dissatisfied + cell.veryDissatisfied;

/** S4: satisfied (the two best levels) of all ratings; neutral is in the denominator, marked ones are in both. */
export const satisfiedIn = (cell: Cell): [n: number, of: number] => [
  cell.verySatisfied + cell.satisfied,
  ratingsIn(cell),
];

/** S5: ratings (one per ticket) of finished tickets. */
export const responseIn = (cell: Cell): [n: number, of: number] => [
  ratingsIn(cell) - cell.markedSecond,
  cell.finished,
];

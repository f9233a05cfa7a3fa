import type { Cell } from './rollup.ts';

/** Ratings counted in a cell. */
export const ratingsIn = (cell: Cell): number =>
  cell.verySatisfied + cell.satisfied + cell.neutral + cell.dissatisfied + cell.veryDissatisfied;

/** S4: satisfied (the two best levels) of all ratings; neutral is in the denominator, marked ones are in both. */
export const satisfiedIn = (cell: Cell): [n: number, of: number] => [
  cell.verySatisfied + cell.satisfied,
  ratingsIn(cell),
];

/** Below this share of visits the reader is told that few people rate. */
const FEW_RATE = 0.2;

/** S5: whether so few visits were rated that the reader is told. Where there are no visits nobody knows. */
export const isFewRate = ({ share }: { share: number | null }): boolean => share !== null && share < FEW_RATE;

/** S5: ratings (one per ticket) of finished tickets. */
export const responseIn = (cell: Cell): [n: number, of: number] => [
  ratingsIn(cell) - cell.markedSecond,
  cell.finished,
];

/** R: by the local day of receipt, settled whenever. */
const OF_RECEIPT = [
  'received',
  'online',
  'noDue',
  'continued',
  'receivedJudged',
  'receivedOnOwn',
  'receivedOnInstant',
  'receivedOnDay',
  'supplemented',
  'repeatSupplement',
  'lateSupplement',
  'acceptN',
  'acceptSeconds',
] as const;

/** S: by the local day of settlement. `extended` and what follows are of the judged ones. */
const OF_SETTLEMENT = [
  'settled',
  'judged',
  'onOwn',
  'onInstant',
  'onDay',
  'onIndex766',
  'extended',
  'onAfterOwn',
  'onAfterInstant',
  'onAfterDay',
  'withdrawn',
  'stopped',
  'withdrawnLate',
  'collected',
] as const;

export const DOSSIER_COLUMNS = [...OF_RECEIPT, ...OF_SETTLEMENT] as const;
export type DossierColumn = (typeof DOSSIER_COLUMNS)[number];

/** What one unit × procedure × handler × local day adds up to. Every column simply adds up (R1, R2). */
export type DossierCell = Record<DossierColumn, number>;

/** What one dossier adds to one cell: only the columns it touches. */
export type DossierPart = DossierPlace & { add: Partial<DossierCell> };
export type DossierPlace = { unit: string; procedure: string; handler: string; day: string };

const EMPTY: Readonly<DossierCell> = Object.freeze(
  // Every column is named by the list.
  Object.fromEntries(DOSSIER_COLUMNS.map((column) => [column, 0])) as DossierCell,
);

export const emptyDossierCell = (): DossierCell => ({ ...EMPTY });

/** R1: what was added can be taken away again. */
export function shiftDossierCell(cell: DossierCell, add: Partial<DossierCell>, sign: 1 | -1): void {
  for (const column of DOSSIER_COLUMNS) cell[column] += sign * (add[column] ?? 0);
}

/** R2: the merge of cells is associative and commutative. */
export function mergeDossierCells(cells: Iterable<Partial<DossierCell>>): DossierCell {
  const sum = emptyDossierCell();
  for (const cell of cells) shiftDossierCell(sum, cell, 1);
  return sum;
}

/** The key of a cell. Days have ten characters and codes of units no newline. */
export const placeKey = ({ unit, procedure, handler, day }: DossierPlace): string =>
  `${day}\n${unit}\n${procedure}\n${handler}`;

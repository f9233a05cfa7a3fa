import {
  DOSSIER_COLUMNS,
  type DossierCell,
  emptyDossierCell,
} from '../../lib/domain/dossier/dossier-cell.ts';
import type { Column } from './array-parameter.ts';
import { snakeCase } from './snake-case.ts';

const NAMES = DOSSIER_COLUMNS.map((column) => [column, snakeCase(column)] as const);

/** Columns of the rollups of dossiers that hold a cell, in one order for every statement. */
export const DOSSIER_CELL_COLUMNS: readonly string[] = NAMES.map(([, name]) => name);

/** The same columns as they are written: a cell has a handful of them, and NULL takes no room. */
export const DOSSIER_CELL_VALUES: readonly Column<{ cell: DossierCell }>[] = NAMES.map(
  ([column, name]): Column<{ cell: DossierCell }> => [
    name,
    name.endsWith('_seconds') ? 'int8' : 'int4',
    ({ cell }) => cell[column] || null,
  ],
);

/** A cell from a row, or from sums of rows. */
export function dossierCellOfRow(row: Record<string, unknown>): DossierCell {
  const cell = emptyDossierCell();
  for (const [column, name] of NAMES) cell[column] = Number(row[name] ?? 0);
  return cell;
}

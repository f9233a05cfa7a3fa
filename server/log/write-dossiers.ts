import {
  DOSSIER_COLUMNS,
  type DossierCell,
  type DossierPlace,
  emptyDossierCell,
  placeKey,
  shiftDossierCell,
} from '../../lib/domain/dossier/dossier-cell.ts';
import type { DossierNet } from '../../lib/domain/dossier/fold-dossiers.ts';
import type { LoggedEvent } from '../../lib/domain/fold-events.ts';
import { heldOrMade } from '../../lib/domain/held-or-made.ts';
import { monthOf } from '../../lib/domain/zoned-time.ts';
import { DOSSIER_CELL_COLUMNS, dossierCellOfRow } from './dossier-cells.ts';
import type { DossierGroup } from './fold-dossier-group.ts';
import type { DossierCellRow, DossierUnitRow, GroupRows } from './group-table.ts';
import { type Memory, zonesOf } from './memory.ts';
import type { Query } from './query.ts';

/** Writes the touched dossiers, apologies and cells, as they now are, into the rows of the group. */
export async function addDossierRows(
  query: Query,
  memory: Memory,
  rows: GroupRows,
  group: DossierGroup,
): Promise<void> {
  const zoneOf = zonesOf(memory);
  for (const [root, ids] of group.dossiers)
    for (const id of ids) {
      const entry = memory.dossiers.get(root)?.get(id);
      if (entry) rows.dossiers.push({ root, id, zone: zoneOf(entry.dossier.unit), entry });
    }
  for (const [root, ids] of group.apologies)
    for (const id of ids) {
      const entry = memory.apologies.get(root)?.get(id);
      if (entry) rows.apologies.push({ root, id, zone: zoneOf(entry.apology.unit), entry });
    }
  rows.dossierTallies.push(...[...group.tallies.values()].filter(({ n }) => n !== 0));
  if (group.nets.length === 0) return;
  rows.dossierDays.push(...(await shifted(query, 'rollup_dossier_day', group.nets)));
  const months = byMonth(group.nets);
  rows.dossierMonths.push(...(await shifted(query, 'rollup_dossier_month', months)));
  rows.dossierUnitMonths.push(...byUnit(months));
}

/** The coarser grain from the finer one. */
export function byMonth(nets: Iterable<DossierNet>): DossierNet[] {
  const months = new Map<string, DossierNet>();
  for (const net of nets) {
    const place = { ...net, day: monthOf(net.day) };
    const month = heldOrMade(months, placeKey(place), () => ({ ...place, add: emptyDossierCell() }));
    shiftDossierCell(month.add, net.add, 1);
  }
  return [...months.values()];
}

/** The sums of places, those of a unit's day together; who adds nothing is left out. */
export function byUnit(nets: Iterable<DossierNet>): DossierUnitRow[] {
  const sums = new Map<string, DossierUnitRow>();
  for (const { unit, day, add } of nets) {
    const sum = heldOrMade(sums, `${day}\n${unit}`, () => ({ unit, day, cell: emptyDossierCell() }));
    shiftDossierCell(sum.cell, add, 1);
  }
  return [...sums.values()].filter(({ cell }) => !isNothing(cell));
}

// Many events move a dossier on without changing what it counts for.
const isNothing = (add: DossierCell): boolean => DOSSIER_COLUMNS.every((column) => add[column] === 0);

async function shifted(
  query: Query,
  table: 'rollup_dossier_day' | 'rollup_dossier_month',
  nets: readonly DossierNet[],
): Promise<DossierCellRow[]> {
  const changed = nets.filter(({ add }) => !isNothing(add));
  if (changed.length === 0) return [];
  const stored = await query(
    `SELECT r.unit, r.day::text AS day, r.procedure, r.handler, ${DOSSIER_CELL_COLUMNS.join(', ')} FROM ${table} r
     JOIN unnest($1::text[], $2::date[], $3::text[], $4::text[]) AS w(unit, day, procedure, handler)
       ON w.unit = r.unit AND w.day = r.day AND w.procedure = r.procedure AND w.handler = r.handler`,
    [
      changed.map(({ unit }) => unit),
      changed.map(({ day }) => day),
      changed.map(({ procedure }) => procedure),
      changed.map(({ handler }) => handler),
    ],
  );
  const cells = new Map(stored.map((row) => [placeKey(placeOfRow(row)), dossierCellOfRow(row)]));
  return changed.map(({ add, ...place }) => {
    const cell = cells.get(placeKey(place)) ?? emptyDossierCell();
    shiftDossierCell(cell, add, 1);
    return { ...place, cell };
  });
}

const placeOfRow = ({ unit, day, procedure, handler }: Record<string, unknown>): DossierPlace => ({
  unit: String(unit),
  day: String(day),
  procedure: String(procedure),
  handler: String(handler),
});

/** Explanations are kept one by one; what they say stands beside the log. */
export function addExplanationRows(rows: GroupRows, logged: readonly LoggedEvent[]): void {
  for (const { event, seq } of logged) {
    if (event.type !== 'explanation.added') continue;
    const [[kind, about] = []] = Object.entries(event.data.about).filter(([, code]) => code !== undefined);
    if (kind !== undefined && about !== undefined)
      rows.explanations.push({ seq, unit: event.unit, at: event.at, kind, about });
  }
}

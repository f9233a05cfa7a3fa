import type { Alert, AlertFact } from '../../lib/domain/alerts/alert.ts';
import type { Apology, ApologyFact } from '../../lib/domain/apology/apology.ts';
import type { DossierCell, DossierPlace } from '../../lib/domain/dossier/dossier-cell.ts';
import type { TallyNet } from '../../lib/domain/dossier/dossier-tally.ts';
import type { DossierEntry } from '../../lib/domain/dossier/fold-dossiers.ts';
import type { Visit } from '../../lib/domain/dossier/visit.ts';
import type { FoldedEvent } from '../../lib/domain/events/registry.ts';
import type { FactKey } from '../../lib/domain/fact-order.ts';
import type { Inspection } from '../../lib/domain/inspection/inspection.ts';
import type { InspectionFact } from '../../lib/domain/inspection/inspection-fact.ts';
import type { Cell } from '../../lib/domain/rollup.ts';
import type { Suggestion } from '../../lib/domain/suggestion/suggestion.ts';
import type { SuggestionFact } from '../../lib/domain/suggestion/suggestion-fact.ts';
import type { CounterEntry, NoteEntry, RatingEntry, TicketEntry } from '../../lib/domain/unit-state.ts';
import { arrayParameter, type Column, type ColumnType } from './array-parameter.ts';

type LogRow = {
  seq: number;
  event: FoldedEvent;
  /** Its data without personal fields, in canonical form. */
  dataText: string;
  receivedAt: number;
  keyId: string | null;
  contentHash: Uint8Array;
  personalHash: Uint8Array | null;
  chainHash: Uint8Array;
};
type Zoned = { unit: string; zone: string };
type QueueStateRow = { unit: string; service: string; kind: 'gauge' | 'issuing'; key: FactKey; data: object };
/** A dossier or an apology of a root city; its zone is that of its unit. */
type OfRoot = { root: string; zone: string; id: string };
export type DossierRow = OfRoot & { entry: DossierEntry };
export type ApologyEntry = { facts: readonly ApologyFact[]; apology: Apology };
export type ApologyRow = OfRoot & { entry: ApologyEntry };
export type AlertEntry = { facts: readonly AlertFact[]; alert: Alert };
export type AlertRow = Zoned & { id: string; entry: AlertEntry };
export type SuggestionRow = Zoned & { id: string; facts: readonly SuggestionFact[]; suggestion: Suggestion };
export type InspectionRow = {
  unit: string;
  id: string;
  facts: readonly InspectionFact[];
  inspection: Inspection;
};
type LateDay = { unit: string; day: string; seq: number };
export type ExplanationRow = { seq: number; unit: string; at: number; kind: string; about: string };
export type DossierCellRow = DossierPlace & { cell: DossierCell };
/** What all dossiers of a unit add up to. */
export type DossierUnitRow = Pick<DossierCellRow, 'unit' | 'day' | 'cell'>;
export type CellRow = { unit: string; day: string; halfHour: number; service: string; cell: Cell };

/** Rows of one group commit, table by table. */
export type GroupRows = {
  events: LogRow[];
  personal: { seq: number; salt: Uint8Array; value: Record<string, unknown> }[];
  sources: { source: string; area: string }[];
  signals: { unit: string; kind: string; lastAt: number }[];
  counters: { unit: string; counter: string; entry: CounterEntry }[];
  queueStates: QueueStateRow[];
  notes: { seq: number; unit: string; entry: NoteEntry }[];
  tickets: (Zoned & { id: string; entry: TicketEntry })[];
  ratings: (Zoned & { entry: RatingEntry })[];
  dossiers: DossierRow[];
  apologies: ApologyRow[];
  suggestions: SuggestionRow[];
  inspections: InspectionRow[];
  explanations: ExplanationRow[];
  lateDays: LateDay[];
  lateDossierDays: LateDay[];
  alerts: AlertRow[];
  dossierDays: DossierCellRow[];
  dossierMonths: DossierCellRow[];
  dossierUnitMonths: DossierUnitRow[];
  dossierTallies: TallyNet[];
  dossierVisits: (Visit & { root: string })[];
  halfHours: CellRow[];
  days: CellRow[];
  months: CellRow[];
};

/**
 * What becomes of a row whose key is in the table already. `fail`: it cannot be there. `keep`: the old row stays.
 * `overwrite`: the new one is whole and replaces it. `add`: numbers add up (NULL is 0): tallies, which nobody reads whole,
 * and whoever derives in portions.
 */
type Held = 'fail' | 'keep' | 'overwrite' | 'add';

/** A table of the group commit: its columns and their values in a group. */
export type GroupTable = {
  table: string;
  key: readonly string[];
  held: Held;
  columns: readonly { name: string; type: ColumnType }[];
  isEmpty(group: GroupRows): boolean;
  parameters(group: GroupRows): Buffer[];
};

/** Describes a table: which rows of a group go into it, and the columns of such a row. */
export const into = <R>(
  table: string,
  rows: (group: GroupRows) => readonly R[],
  key: readonly string[],
  held: Held,
  columns: readonly Column<R>[],
): GroupTable => ({
  table,
  key,
  held,
  columns: columns.map(([name, type]) => ({ name, type })),
  isEmpty: (group) => rows(group).length === 0,
  parameters: (group) => columns.map((column) => arrayParameter(column, rows(group))),
});

export const emptyGroup = (): GroupRows => ({
  events: [],
  personal: [],
  sources: [],
  signals: [],
  counters: [],
  queueStates: [],
  notes: [],
  tickets: [],
  ratings: [],
  dossiers: [],
  apologies: [],
  suggestions: [],
  inspections: [],
  explanations: [],
  lateDays: [],
  lateDossierDays: [],
  alerts: [],
  dossierDays: [],
  dossierMonths: [],
  dossierUnitMonths: [],
  dossierTallies: [],
  dossierVisits: [],
  halfHours: [],
  days: [],
  months: [],
});

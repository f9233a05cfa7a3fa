import type { DueRule } from '../domain/dossier/due.ts';
import type { Period } from '../domain/period.ts';
import type { Owing } from '../domain/report/owing.ts';
import type { ReportKind, ReportMonths } from '../domain/report/report-kind.ts';
import type { ReportMetric, ReportTarget } from '../domain/report/report-target.ts';
import type { ReportUnit } from '../domain/report/unit-groups.ts';
import type { HandlersAnswer } from './dossier-reads.ts';
import type { KpisAnswer, ListAnswer, NoteOfPeriod } from './reads.ts';

/** RP7: how many of the units that a metric exists for had any case of it in the period. */
export type Speaking = { units: number; of: number };

/**
 * Everything that a report says, whatever it is drawn on: pages, PDF and XLSX show these very figures. Instants are ISO
 * 8601. Once frozen it is kept whole in the log, so a field may be added to it and none may change its meaning.
 */
export type ReportData = Period & {
  format: 1;
  kind: ReportKind;
  months: ReportMonths;
  area: {
    code: string;
    name: string;
    nameEn: string | null;
    label: string | null;
    kind: string;
    zone: string;
  };
  /** Figures of an invented city (4-measures). */
  demo: boolean;
  running: boolean;
  rule: DueRule;
  /** RP3: when open work is read: the last instant of the period, or the moment of reading while it runs. */
  asOf: string;
  /** The last event that is in the figures, and when the server received it; null: the log is empty. */
  knownSeq: number;
  knownAt: string | null;
  /** When it was made; who owes what is of this instant. */
  readAt: string;
  speaking: Record<ReportMetric, Speaking>;
  /** In the order of REPORT_METRICS; without `within` where there is no queue. */
  targets: ReportTarget[];
  /** Units against their targets, in order of need (G4); none where the area is a unit itself. */
  units: { metric: ReportMetric; units: ReportUnit[] }[];
  kpis: KpisAnswer;
  /** `name`: of the area, where the deciding body is one of the tree, else its code. `nameEn` came later than some cuts. */
  handlers: (HandlersAnswer['handlers'][number] & { name: string | null; nameEn?: string | null })[];
  owing: Owing[];
  notes: (NoteOfPeriod & { name: string; nameEn: string | null })[];
};

/** A target whose count is another now than in the frozen figures: facts came late. */
export type LateChange = { metric: ReportMetric; n: number; of: number; share: number | null };

/** A cut-off. `cut` counts those of one period, from 1. */
export type FrozenReport = Period & {
  seq: number;
  kind: ReportKind;
  months: ReportMonths;
  cut: number;
  at: string;
  hash: string;
  knownSeq: number;
};

/**
 * `GET …/report`. `frozen` null: the figures as they are known now. `since`: of frozen ones, what is known differently
 * now; the report itself never changes.
 */
export type ReportAnswer = { report: ReportData; frozen: FrozenReport | null; since: LateChange[] };

/** `GET …/reports`: the cut-offs of an area, the newest period first. */
export type FrozenReports = ListAnswer<FrozenReport>;
/** The answer to a cut-off: the first page, and the seq of what was frozen now, wherever it stands. */
export type FrozenNow = FrozenReports & { frozen: number };

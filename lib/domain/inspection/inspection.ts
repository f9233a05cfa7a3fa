import type { ToldDue } from '../dossier/dossier-fact.ts';
import { dueOfTold, lateFrom } from '../dossier/due.ts';
import { localDay } from '../zoned-time.ts';
import { isInForce } from './discipline.ts';
import type { InspectionFact, InspectionStep } from './inspection-fact.ts';
import type { InspectionKind, InspectionLevel, Severity } from './words.ts';

/** How far it has come. Whether its unit knows of it is another matter (`announcedAt`). */
export const INSPECTION_STATES = ['planned', 'opened', 'signed', 'closed'] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

export type Finding = {
  finding: string;
  at: number;
  seq: number;
  severity: Severity | null;
  checklist: string | null;
  item: string | null;
  dueAt: ToldDue | null;
  /** The first instant at which a remedy is late; null: no day was set. */
  lateFrom: number | null;
  remediedAt: number | null;
  remediedSeq: number | null;
};

/** How many people got a form of discipline, and whether the law knew it on that day (I7). */
export type Discipline = { form: string; people: number; day: string; inForce: boolean };

/** What the steps of an inspection mean together. Instants are epoch ms; null is "did not happen" or "not told". */
export type Inspection = {
  /** I1: null: nobody has planned or opened it (yet), so it is in no list and no count. */
  state: InspectionState | null;
  level: InspectionLevel | null;
  kind: InspectionKind;
  plannedDay: string | null;
  /** Who told of it first, as the source of that step. */
  toldBy: string | null;
  /** The step that names the team. */
  teamSeq: number | null;
  openedAt: number | null;
  announcedAt: number | null;
  findings: Finding[];
  signedAt: number | null;
  signedSeq: number | null;
  documentNo: string | null;
  documentDate: string | null;
  closedAt: number | null;
  discipline: Discipline[];
  /** I6: the step that keeps the board. */
  pictureSeq: number | null;
  picture: { seq: number; at: number; hash: string } | null;
  /** The local day that it counts for: of its opening, until then the planned one. */
  day: string | null;
};

/** I1: the meaning of an inspection is a function of the set of its steps, which must be sorted. Total. */
export function foldInspection(facts: readonly InspectionFact[], zone: string): Inspection {
  const first = (step: InspectionStep): InspectionFact | undefined =>
    facts.find((fact) => fact.step === step);
  // A new day of a plan replaces the one before.
  const planned = facts.findLast(({ step }) => step === 'planned');
  const opened = first('opened');
  const signed = first('minutes_signed');
  const closed = first('closed');
  const pictured = first('pictured');
  const begun = opened ?? planned;
  const told = facts.filter(({ step }) => step === 'planned' || step === 'opened');
  const openedDay = opened ? localDay(zone, opened.at) : null;
  const plannedDay = planned?.day ?? null;
  return {
    state: begun ? stateOf(opened, signed, closed) : null,
    level: (begun ?? facts[0])?.level ?? facts.find(({ level }) => level !== undefined)?.level ?? null,
    kind:
      opened?.kind ??
      facts.find(({ kind }) => kind !== undefined)?.kind ??
      (planned ? 'planned' : 'surprise'),
    plannedDay,
    toldBy: told[0]?.source ?? null,
    teamSeq: begun?.seq ?? null,
    openedAt: opened?.at ?? null,
    announcedAt: first('announced')?.at ?? null,
    findings: findingsOf(facts, zone),
    signedAt: signed?.at ?? null,
    signedSeq: signed?.seq ?? null,
    documentNo: signed?.documentNo ?? null,
    documentDate: signed?.documentDate ?? null,
    closedAt: closed?.at ?? null,
    discipline: disciplineOf(facts, zone),
    pictureSeq: pictured?.seq ?? null,
    picture: pictured
      ? { seq: pictured.boardSeq ?? 0, at: pictured.boardAt ?? pictured.at, hash: pictured.hash ?? '' }
      : null,
    day: openedDay ?? plannedDay,
  };
}

type Step = InspectionFact | undefined;
const stateOf = (opened: Step, signed: Step, closed: Step): InspectionState => {
  if (closed) return 'closed';
  if (signed) return 'signed';
  return opened ? 'opened' : 'planned';
};

/** A finding without a code is one of its own, named by the event that told it. */
const codeOf = ({ finding, source, id }: InspectionFact): string => finding ?? `${source}#${id}`;

/** I5: the first telling of a finding holds; a remedy without a code is of all findings told by then. */
function findingsOf(facts: readonly InspectionFact[], zone: string): Finding[] {
  const findings = new Map<string, Finding>();
  for (const fact of facts) {
    if (fact.step !== 'finding_added') continue;
    const finding = codeOf(fact);
    if (findings.has(finding)) continue;
    const { at, seq, severity = null, checklist = null, item = null, dueAt = null } = fact;
    const late = dueAt === null ? null : lateFrom(dueOfTold(dueAt, zone, at), 'own', zone);
    const remedy = facts.find(
      (one) =>
        one.step === 'remedied' && (one.finding === undefined ? one.at >= at : one.finding === finding),
    );
    findings.set(finding, {
      finding,
      at,
      seq,
      severity,
      checklist,
      item,
      dueAt,
      lateFrom: late,
      remediedAt: remedy?.at ?? null,
      remediedSeq: remedy?.seq ?? null,
    });
  }
  return [...findings.values()];
}

/** I7: the last telling of a form, of one finding or of none, holds; so a wrong number is told anew. */
function disciplineOf(facts: readonly InspectionFact[], zone: string): Discipline[] {
  const last = new Map<string, Discipline>();
  for (const { disciplineForm: form, finding = null, people = 1, at } of facts) {
    if (form === undefined) continue;
    const day = localDay(zone, at);
    last.set(JSON.stringify([form, finding]), { form, people, day, inForce: isInForce(form, day) });
  }
  return [...last.values()].filter(({ people }) => people > 0);
}

/** Whether a remedy came in time; null: no day was set, or the day has not come (at an instant, epoch ms). */
export function inTimeAt({ lateFrom: late, remediedAt }: Finding, at: number): boolean | null {
  if (late === null) return null;
  if (remediedAt !== null && remediedAt <= at) return remediedAt < late;
  return late <= at ? false : null;
}

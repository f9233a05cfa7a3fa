import { z } from 'zod';
import type { Inspection } from '../../lib/domain/inspection/inspection.ts';
import { foldInspection, inTimeAt } from '../../lib/domain/inspection/inspection.ts';
import type { InspectionFact } from '../../lib/domain/inspection/inspection-fact.ts';
import type { Period } from '../../lib/domain/period.ts';
import { unitsBelow, zoneOf } from '../../lib/domain/tree.ts';
import type { InspectionLine } from '../../lib/wire/inspection-reads.ts';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import { iso } from '../http/iso.ts';
import type { ReadContext } from './context.ts';

import type { InspectionsReader } from './inspection-reader.ts';
import { type Cursor, pageOf } from './list-page.ts';

export type InspectionsQuestion = {
  area: string;
  /** Null: every day. */
  period: Period | null;
  state: string | null;
  level: string | null;
  kind: string | null;
  cursor: Cursor | null;
  limit: number;
};

/** Day, unit and code of the last line. */
export const inspectionCursor = z.tuple([z.iso.date(), z.string(), z.string()]);

/** As `isThere` has it: $2 are units in which the reader sees what is ahead, $3 those where a role is held, $4 the reader. */
const THERE = `(i.announced_at IS NOT NULL OR (i.unit = ANY($2) AND (i.unit <> ALL($3) OR i.told_by = $4)))`;

const ASKED = `i.unit = ANY($1) AND i.state IS NOT NULL AND ${THERE}
  AND ($5::date IS NULL OR i.day BETWEEN $5 AND $6::date) AND ($7::text IS NULL OR i.state = $7)
  AND ($8::text IS NULL OR i.level = $8) AND ($9::text IS NULL OR i.kind = $9)
  AND ($10::date IS NULL OR (i.day, i.unit, i.inspection) < ($10::date, $11::text, $12::text))`;

type Row = { unit: string; inspection: string; day: string; facts: InspectionFact[] };

/** I2: the inspections of an area by cursor, newest first, as far as they are there for the reader. */
export async function inspections(
  context: ReadContext,
  { area, period, state, level, kind, cursor, limit }: InspectionsQuestion,
  reader: InspectionsReader,
): Promise<ListAnswer<InspectionLine>> {
  const units = unitsBelow(context.tree, area);
  const { rows } = await context.pool.query<Row>(
    `SELECT i.unit, i.inspection, i.day::text AS day, i.facts FROM inspection i WHERE ${ASKED}
     ORDER BY i.day DESC, i.unit DESC, i.inspection DESC LIMIT $13`,
    [
      units,
      units.filter((unit) => reader.may('inspections.ahead', unit)),
      [...reader.heldIn],
      reader.source,
      period?.from ?? null,
      period?.to ?? null,
      state,
      level,
      kind,
      ...(cursor ?? [null, null, null]),
      limit + 1,
    ],
  );
  const at = context.now();
  return pageOf(
    rows,
    limit,
    ({ unit, inspection, facts }) =>
      inspectionLine(unit, inspection, foldInspection(facts, zoneOf(context.tree, unit)), at),
    (row) => [row.day, row.unit, row.inspection],
  );
}

/** An inspection that is there as a line of a list, at an instant (epoch ms). */
export function inspectionLine(
  unit: string,
  code: string,
  inspection: Inspection,
  at: number,
): InspectionLine {
  const { findings, discipline } = inspection;
  const open = findings.filter(({ remediedAt }) => remediedAt === null);
  const next = open.flatMap(({ lateFrom }) => lateFrom ?? []).filter((late) => late > at);
  return {
    unit,
    inspection: code,
    day: inspection.day ?? '',
    state: inspection.state ?? 'planned',
    level: inspection.level,
    kind: inspection.kind,
    plannedDay: inspection.plannedDay,
    openedAt: iso(inspection.openedAt),
    announcedAt: iso(inspection.announcedAt),
    signedAt: iso(inspection.signedAt),
    closedAt: iso(inspection.closedAt),
    findings: findings.length,
    remedied: findings.length - open.length,
    remediedInTime: findings.filter((one) => one.remediedAt !== null && inTimeAt(one, at) === true).length,
    overdue: open.filter((one) => inTimeAt(one, at) === false).length,
    nextLateFrom: next.length > 0 ? iso(Math.min(...next)) : null,
    disciplined: discipline.reduce((sum, { people }) => sum + people, 0),
  };
}

import type { ActionName } from '../access/action.ts';
import type { Inspection } from './inspection.ts';

export const INSPECTION_ACTS = [
  'open',
  'announce',
  'find',
  'explain',
  'remedy',
  'sign',
  'discipline',
  'close',
] as const;
export type InspectionAct = (typeof INSPECTION_ACTS)[number];

/**
 * Who reads: what may be done in the unit, whether a role is held in the unit itself, and the source under which the
 * reader tells of things (null: a key or a wall).
 */
export type InspectionReader = { may(action: ActionName): boolean; inside: boolean; source: string | null };

/**
 * I2: before it is announced an inspection is there only for inspectors and for the leaders above; of those who hold a
 * role in the unit itself, for nobody but whoever told of it.
 */
export const isThere = (
  { state, announcedAt, toldBy }: Pick<Inspection, 'state' | 'announcedAt' | 'toldBy'>,
  { may, inside, source }: InspectionReader,
): boolean =>
  state !== null &&
  (announcedAt !== null || (may('inspections.ahead') && (!inside || (source !== null && source === toldBy))));

/** I3, K12: what a reader can do with an inspection that is there. */
export function inspectionActs(
  { state, announcedAt, findings }: Inspection,
  { may }: InspectionReader,
): InspectionAct[] {
  const acts = new Set<InspectionAct>();
  const announced = announcedAt !== null;
  const underWay = state === 'opened';
  if (may('inspections.write')) {
    if (state === 'planned') acts.add('open');
    if (!announced && (underWay || state === 'planned')) acts.add('announce');
    if (underWay) acts.add('find');
    if (underWay && announced) acts.add('sign');
    // Proceedings end long after the visit.
    if (state === 'signed' || state === 'closed') acts.add('discipline');
    if (state === 'signed') acts.add('close');
  }
  if (announced && may('inspections.answer')) {
    if (underWay || state === 'signed') acts.add('explain');
    if (findings.some(({ remediedAt }) => remediedAt === null)) acts.add('remedy');
  }
  return INSPECTION_ACTS.filter((act) => acts.has(act));
}

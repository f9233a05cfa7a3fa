import type { ActionName } from '../../lib/domain/access/action.ts';
import type { Subject } from '../../lib/domain/access/can.ts';
import type { InspectionReader } from '../../lib/domain/inspection/inspection-rights.ts';

/** Who reads inspections: what may be done where, the areas in which a role is held, and the own source. */
export type InspectionsReader = {
  may(action: ActionName, area: string): boolean;
  heldIn: ReadonlySet<string>;
  source: string | null;
};

export const inspectionsReaderOf = ({
  may,
  subject,
}: {
  may(action: ActionName, area: string): boolean;
  subject: Subject | null;
}): InspectionsReader => ({
  may,
  heldIn: subject?.kind === 'person' ? subject.heldIn : new Set(),
  source: subject?.kind === 'person' ? `/person/${subject.person}` : null,
});

/** The reader in the unit of an inspection (I2). */
export const readerIn = ({ may, heldIn, source }: InspectionsReader, unit: string): InspectionReader => ({
  may: (action) => may(action, unit),
  inside: heldIn.has(unit),
  source,
});

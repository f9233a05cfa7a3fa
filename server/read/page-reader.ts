import type { ActionName } from '../../lib/domain/access/action.ts';
import type { Subject } from '../../lib/domain/access/can.ts';
import type { PageReader } from '../../lib/domain/suggestion/page-rights.ts';

/** Who reads pages of the book: what may be done where, and the areas in which a role is held. */
export type BookReader = { may(action: ActionName, area: string): boolean; heldIn: ReadonlySet<string> };

export const readerOf = ({
  may,
  subject,
}: {
  may(action: ActionName, area: string): boolean;
  subject: Subject | null;
}): BookReader => ({
  may,
  heldIn: subject?.kind === 'person' ? subject.heldIn : new Set(),
});

/** The reader in the unit of a page (N5). */
export const inUnit = ({ may, heldIn }: BookReader, unit: string): PageReader => ({
  may: (action) => may(action, unit),
  inside: heldIn.has(unit),
});

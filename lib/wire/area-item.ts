import type { Kind, QueueKind } from './board.ts';

/** One line of `GET /api/v1/areas`: the tree as a flat list. Days are 'YYYY-MM-DD'; no `validTo`: still in force. */
export type AreaItem = {
  code: string;
  parent: string | null;
  kind: Kind;
  name: string;
  nameEn: string | null;
  label: string | null;
  queue: QueueKind;
  timezone: string;
  demo: boolean;
  validFrom?: string | null;
  validTo?: string | null;
  /** Areas it took the place of, where there are any. */
  succeeds?: string[];
  /** The area's own, where it has one; the hotline holds for what lies below (G12). */
  hotline?: string;
  address?: string;
};

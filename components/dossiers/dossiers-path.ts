import type { DossierListState } from '../../lib/wire/dossier-reads.ts';

/** What the list of dossiers can be narrowed by; each stands in its address under this name, as in the API. */
export const DOSSIER_FILTERS = [
  'state',
  'fault',
  'procedure',
  'handler',
  'stage',
  'channel',
  'from',
  'to',
] as const;
type FilterName = (typeof DOSSIER_FILTERS)[number];

/** `received` is what the API lists where no state is asked for. */
export type ListedState = DossierListState | 'received';
export type DossierFilters = Partial<Record<Exclude<FilterName, 'state'>, string>> & { state?: ListedState };

/** The page of an area's dossiers, narrowed by filters. */
export const dossiersPath = (area: string, filters: DossierFilters = {}): string =>
  `/dossiers?${new URLSearchParams({ area, ...filters })}`;

/** The page of one dossier, as it is seen from an area above it. */
export const dossierPath = (area: string, dossier: string): string =>
  `/areas/${encodeURIComponent(area)}/dossiers/${encodeURIComponent(dossier)}`;

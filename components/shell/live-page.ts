import { dossiersPath } from '../dossiers/dossiers-path.ts';

/** The live pages of an area. */
export type LivePage =
  | 'picture'
  | 'compare'
  | 'history'
  | 'dossiers'
  | 'alerts'
  | 'meetings'
  | 'models'
  | 'ratings'
  | 'reports';

/** The address of a page of an area. */
export function livePath(page: LivePage, area: string): string {
  switch (page) {
    case 'picture':
      return `/areas/${encodeURIComponent(area)}`;
    case 'dossiers':
      return dossiersPath(area);
    case 'alerts':
    case 'meetings':
    case 'models':
    case 'ratings':
    case 'reports':
      return `/${page}?area=${encodeURIComponent(area)}`;
    default:
      return `/areas/${encodeURIComponent(area)}/${page}`;
  }
}

/** The page on which whoever chooses another area lands: some that this one has may say nothing of that one. */
export const lasting = (page: LivePage): LivePage =>
  page === 'compare' || page === 'history' ? 'picture' : page;

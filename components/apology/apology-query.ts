import { CHAIN_STATES, type ChainState } from '../../lib/domain/apology/apology.ts';

/** Days back that can be chosen. */
export const PERIODS = [30, 90, 365] as const;
const USUAL = 90;

/** The filters of the list, as they stand in the address. */
export type ApologyFilters = {
  area: string | null;
  state: ChainState | null;
  dossier: string | null;
  days: (typeof PERIODS)[number];
};

export function filtersOf(address: Pick<URLSearchParams, 'get'>): ApologyFilters {
  const days = Number(address.get('days'));
  return {
    area: address.get('area') || null,
    state: CHAIN_STATES.find((state) => state === address.get('state')) ?? null,
    dossier: address.get('dossier') || null,
    days: PERIODS.find((period) => period === days) ?? USUAL,
  };
}

/** The address of the list with these filters; what is usual is left out. */
export function addressOf({ area, state, dossier, days }: ApologyFilters): string {
  const query = new URLSearchParams();
  if (area) query.set('area', area);
  if (state) query.set('state', state);
  if (dossier) query.set('dossier', dossier);
  if (days !== USUAL) query.set('days', String(days));
  const text = query.toString();
  return text === '' ? '/apologies' : `/apologies?${text}`;
}

/** The query of the API: today and the days before it. */
export function queryOf(
  { state, dossier }: ApologyFilters,
  area: string,
  period: { from: string; to: string },
): string {
  const query = new URLSearchParams({ area, ...period });
  if (state) query.set('state', state);
  if (dossier) query.set('dossier', dossier);
  return `?${query}`;
}

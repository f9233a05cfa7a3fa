import { DOSSIER_STATES } from '../../lib/wire/dossier-reads.ts';
import { DOSSIER_FILTERS, type ListedState } from './dossiers-path.ts';

/** What an address asks of the list: `query` is that of the API, `from` and `to` the days it stands for; null: all. */
export type AskedDossiers = { state: ListedState; query: string; from: string | null; to: string | null };

/** States whose dossiers belong to a day, which the reader can choose; the others are of now. */
const OF_DAYS: readonly string[] = ['settled', 'late', 'notCollected', 'received'];
const NARROWING = DOSSIER_FILTERS.filter((name) => name !== 'state' && name !== 'from' && name !== 'to');

const isListed = (state: string | null): state is ListedState =>
  state === 'received' || DOSSIER_STATES.some((known) => known === state);

/** Reads the filters of an address. What is open comes first; what belongs to days is of this month unless said. */
export function askedDossiers(
  address: Pick<URLSearchParams, 'get'>,
  { code, monthFrom, day }: { code: string; monthFrom: string; day: string },
): AskedDossiers {
  const named = address.get('state');
  const state = isListed(named) ? named : 'open';
  const query = new URLSearchParams({ area: code });
  if (state !== 'received') query.set('state', state);
  const ofDays = OF_DAYS.includes(state);
  const from = address.get('from') || (ofDays ? monthFrom : null);
  const to = address.get('to') || (ofDays ? day : null);
  if (from !== null) query.set('from', from);
  if (to !== null) query.set('to', to);
  for (const name of NARROWING) {
    const value = address.get(name);
    if (value) query.set(name, value);
  }
  return { state, query: `?${query}`, from, to };
}

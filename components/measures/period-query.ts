import { CHOSEN_PERIODS, type ChosenPeriod } from '../../lib/domain/calendar/earlier-period.ts';

/** The period that an address asks for: a kind and a day in it, or days of the reader's own. */
export type PeriodAsked = {
  kind: ChosenPeriod | 'own';
  day: string | null;
  from: string | null;
  to: string | null;
  months: 'calendar' | 'reports';
};

/** The period of an address; the current month where it names none. */
export function periodAsked(
  address: Pick<URLSearchParams, 'get'>,
  kind: ChosenPeriod = 'month',
): PeriodAsked {
  const named = address.get('period');
  return {
    kind: named === 'own' ? 'own' : (CHOSEN_PERIODS.find((one) => one === named) ?? kind),
    day: address.get('day'),
    from: address.get('from'),
    to: address.get('to'),
    months: address.get('months') === 'reports' ? 'reports' : 'calendar',
  };
}

/** The question to `GET …/period` for what an address asks. */
export function periodPath(area: string, { kind, day, from, to, months }: PeriodAsked): string {
  const query = new URLSearchParams();
  if (kind === 'own') {
    if (from) query.set('from', from);
    if (to) query.set('to', to);
  } else {
    query.set('kind', kind);
    if (day) query.set('day', day);
    if (months === 'reports') query.set('months', months);
  }
  return `/areas/${encodeURIComponent(area)}/period?${query}`;
}

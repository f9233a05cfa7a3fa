'use client';
import { useLocale } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import { useUnitBoard } from '../live/use-board.ts';
import { useNowAs } from '../live/use-now.ts';
import { type QueueState, queueState } from './queue-state.ts';

/** What can be said of the unit's queue now; draws again only when that changes. */
export function useQueueState(): QueueState {
  const header = useUnitBoard((board) => board.header);
  const totals = useUnitBoard((board) => board.totals);
  return useNowAs((now) => queueState({ header, totals }, now));
}

/**
 * Whether tickets tell what happened today. A gauge, paper or silence from the start tell nothing, and counts of nothing
 * would read as "nobody came".
 */
export function useCounted(): boolean {
  const state = useQueueState();
  const some = useUnitBoard((board) => board.totals.issued + board.totals.called > 0);
  const gauged = useUnitBoard((board) =>
    Object.values(board.services).some(({ gaugeAt }) => gaugeAt !== null),
  );
  return some || (state === 'live' && !gauged);
}

/** Names of services by code; a service not yet defined goes by its code. */
export function useServiceNames(): (code: string) => string {
  const locale = useLocale();
  const services = useUnitBoard((board) => board.services);
  return (code) => {
    const service = services[code];
    return service ? localName(locale, service) : code;
  };
}

/** The unit's clock: "10:42" of an instant; null reads "—". */
export const useTimezone = (): string => useUnitBoard((board) => board.header.timezone);

'use client';
import { useTranslations } from 'use-intl';
import { CHAIN_STATES, type ChainState } from '../../lib/domain/apology/apology.ts';
import { MISSING } from '../../lib/i18n/format.ts';
import { PageLink } from '../ui/page-link.tsx';
import { useFormat } from '../ui/use-format.ts';
import { type ApologyFilters, addressOf } from './apology-query.ts';

type ChainStripProps = {
  filters: ApologyFilters;
  /** How many chains stand where; null: not known yet. */
  counts: Record<ChainState, number> | null;
};

/** What calls for somebody has colour, and only while there is any. */
const CALLS: Partial<Record<ChainState, string>> = { owed: 'text-risk', broken: 'text-missed' };

/** The chain from owed to kept with how many stand at each step; a step chosen is a filter. */
export function ChainStrip({ filters, counts }: ChainStripProps) {
  const t = useTranslations('apology.page');
  const format = useFormat();
  return (
    <nav aria-label={t('chain')}>
      <ol className="grid grid-cols-3 gap-2 lg:grid-cols-6">
        {CHAIN_STATES.map((state) => {
          const here = filters.state === state;
          const count = counts?.[state];
          return (
            <li key={state} className="min-w-0">
              <PageLink
                href={addressOf({ ...filters, state: here ? null : state })}
                aria-current={here ? 'true' : undefined}
                className="flex h-full min-w-0 flex-col rounded-panel border border-line bg-panel px-3 py-2 hover:border-quiet aria-[current=true]:border-brand aria-[current=true]:bg-brand-soft"
              >
                <span className="text-[13px] font-semibold">{t(`states.${state}`)}</span>
                <span
                  className={`text-2xl leading-tight font-semibold ${count ? (CALLS[state] ?? '') : 'text-ink2'}`}
                >
                  {count === undefined ? MISSING : format.number(count)}
                </span>
                <span className="text-tiny text-ink2 max-md:hidden">{t(`stateAbout.${state}`)}</span>
              </PageLink>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

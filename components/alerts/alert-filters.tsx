'use client';
import { useTranslations } from 'use-intl';
import { ALERT_KINDS } from '../../lib/domain/alerts/kind.ts';
import { FilterSelect } from '../admin/filter-select.tsx';
import { ANY_STATE, DEFAULT_STATE } from './alerts-query.ts';

/** State and kind, in the address. */
export function AlertFilters() {
  const t = useTranslations('alerts');
  const states = ['open', 'taken', 'noted', 'cleared', 'closed'] as const;
  return (
    <section
      aria-label={t('filters')}
      className="flex flex-wrap items-center gap-2 rounded-panel border border-line bg-panel px-4 py-3"
    >
      <FilterSelect
        name="state"
        label={t('state')}
        any={t(DEFAULT_STATE)}
        options={[
          ...states.map((value) => ({ value, text: t(`states.${value}`) })),
          { value: ANY_STATE, text: t('anyState') },
        ]}
      />
      <FilterSelect
        name="kind"
        label={t('kind')}
        any={t('anyKind')}
        options={ALERT_KINDS.map((value) => ({ value, text: t(`kinds.${value}`) }))}
      />
    </section>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import type { DossierTotals } from '../../lib/wire/board.ts';
import { useBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';
import { DossiersLink } from './dossiers-link.tsx';
import type { DossierFilters } from './dossiers-path.ts';

type CountProps = {
  title: string;
  count: number | null;
  filters: DossierFilters;
  note?: string;
  /** Stands out where it is more than none. */
  alarming?: boolean;
};

/** How many dossiers are where; each leads to its list. */
export function DossierCounts({ totals }: { totals: DossierTotals }) {
  const t = useTranslations('dossierPanel');
  const day = useBoard((board) => board.header.day);
  const { notCollected } = totals;
  return (
    <dl className="mt-2.5 grid grid-cols-2 gap-x-3 gap-y-2.5 @sm:grid-cols-4 @3xl:grid-cols-8">
      <Count title={t('overdue')} count={totals.overdue} filters={{ state: 'overdue' }} alarming />
      <Count title={t('dueToday')} count={totals.dueToday} filters={{ state: 'dueToday' }} />
      <Count
        title={t('dueSoon')}
        count={totals.dueSoon}
        filters={{ state: 'dueSoon' }}
        note={t('dueSoonNote')}
      />
      <Count title={t('open')} count={totals.open} filters={{ state: 'open' }} />
      <Count
        title={t('awaitingSupplement')}
        count={totals.awaitingSupplement}
        filters={{ state: 'awaitingSupplement' }}
      />
      <Count
        title={t('unaccepted')}
        count={totals.unaccepted}
        filters={{ state: 'unaccepted' }}
        note={t('unacceptedNote')}
      />
      <Count
        title={t('settledToday')}
        count={totals.settledToday}
        filters={{ state: 'settled', from: day, to: day }}
      />
      <Count
        title={t('notCollected')}
        count={notCollected}
        filters={{ state: 'notCollected' }}
        note={notCollected === null ? t('notCollectedUnknown') : undefined}
      />
    </dl>
  );
}

function Count({ title, count, filters, note, alarming = false }: CountProps) {
  const format = useFormat();
  const some = count !== null && count > 0;
  const look = some ? (alarming ? 'text-risk' : '') : 'text-ink3';
  return (
    <div className="flex flex-col">
      <dt className="text-tiny leading-snug text-ink2">{title}</dt>
      {/* The figures stand in one line, however long their words are. */}
      <dd className={`order-first text-lg leading-snug font-semibold ${look}`}>
        {some ? <DossiersLink filters={filters}>{format.number(count)}</DossiersLink> : format.number(count)}
      </dd>
      {note !== undefined && <dd className="text-tiny leading-snug text-ink2">{note}</dd>}
    </div>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import type { DossierTotals } from '../../lib/wire/board.ts';
import { useThrottled } from '../charts/use-throttled.ts';
import { useBoard } from '../live/use-board.ts';
import { PageLink } from '../ui/page-link.tsx';
import { useFormat } from '../ui/use-format.ts';
import { dossiersPath, type ListedState } from './dossiers-path.ts';

/** In the order in which somebody has to look; of the last ones the board counts nothing. */
const SHOWN: readonly ListedState[] = [
  'open',
  'dueToday',
  'overdue',
  'dueSoon',
  'awaitingSupplement',
  'unaccepted',
  'notCollected',
  'late',
  'settled',
  'received',
  'toCorrect',
];

const COUNTED: Partial<Record<ListedState, (totals: DossierTotals) => number | null>> = {
  open: ({ open }) => open,
  dueToday: ({ dueToday }) => dueToday,
  overdue: ({ overdue }) => overdue,
  dueSoon: ({ dueSoon }) => dueSoon,
  awaitingSupplement: ({ awaitingSupplement }) => awaitingSupplement,
  unaccepted: ({ unaccepted }) => unaccepted,
};

/** Every state of dossiers with how many are in it now. */
export function StateNav({ current }: { current: ListedState }) {
  const t = useTranslations('dossierList');
  const format = useFormat();
  const area = useBoard((board) => board.header.code);
  const totals = useThrottled(useBoard((board) => board.totals.dossiers));
  return (
    <nav
      aria-label={t('states')}
      className="flex gap-1.5 max-md:-mx-3 max-md:overflow-x-auto max-md:px-3 max-md:py-1 md:flex-wrap"
    >
      {SHOWN.map((state) => {
        const count = totals && COUNTED[state]?.(totals);
        return (
          <PageLink
            key={state}
            here
            href={dossiersPath(area, { state })}
            aria-current={state === current || undefined}
            className="inline-flex shrink-0 items-center gap-1.5 rounded-full border border-line bg-panel px-3 py-1 text-small hover:border-quiet aria-[current=true]:border-brand aria-[current=true]:bg-brand-soft aria-[current=true]:font-semibold pointer-coarse:min-h-11"
          >
            {t(`state.${state}`)}
            {typeof count === 'number' && (
              <span className={state === 'overdue' && count > 0 ? 'font-semibold text-risk' : 'text-ink2'}>
                {format.number(count)}
              </span>
            )}
          </PageLink>
        );
      })}
    </nav>
  );
}

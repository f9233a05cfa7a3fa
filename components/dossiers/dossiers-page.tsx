'use client';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { ExportButtons } from '../forms/export-buttons.tsx';
import { useBoard } from '../live/use-board.ts';
import { Notice } from '../ui/notice.tsx';
import { askedDossiers } from './asked-dossiers.ts';
import { DelaysPanel } from './delays-panel.tsx';
import { DossierFilters } from './dossier-filters.tsx';
import { DossierList } from './dossier-list.tsx';
import { FaultCounts } from './fault-counts.tsx';
import { StateNav } from './state-nav.tsx';
import { useDossierText } from './use-dossier-text.ts';

/** The dossiers of an area or a unit: what is due and late, where it lies, and what is to correct. */
export function DossiersPage({ mayExport }: { mayExport: boolean }) {
  const t = useTranslations('dossierList');
  const text = useDossierText();
  const header = useBoard((board) => board.header);
  const told = useBoard((board) => board.totals.dossiers !== null);
  const address = useSearchParams();
  const asked = askedDossiers(address, header);
  const { state, query, from, to } = asked;
  return (
    <div className="mx-auto grid max-w-[1480px] grid-cols-1 gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="text-lead font-semibold">
            {t('title')} · {t(`state.${state}`)}
          </h2>
          <p className="text-small text-ink2">
            {from !== null && to !== null && `${t('period', { from: text.day(from), to: text.day(to) })} · `}
            {t('about')}
          </p>
        </div>
        {mayExport && <ExportButtons path={`/dossiers${query}`} name={`dossiers-${header.code}`} />}
      </div>
      <StateNav current={state} />
      {state === 'toCorrect' && <FaultCounts current={address.get('fault')} />}
      <DossierFilters asked={asked} />
      {from !== null && to !== null && state !== 'received' && told && <DelaysPanel from={from} to={to} />}
      {told || state === 'toCorrect' ? (
        <DossierList key={query} asked={asked} />
      ) : (
        <Notice tone="silent" title={t('neverTitle')} reason={t('neverReason')} />
      )}
    </div>
  );
}

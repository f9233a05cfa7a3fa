'use client';
import { useTranslations } from 'use-intl';
import { useThrottled } from '../charts/use-throttled.ts';
import { useBoard } from '../live/use-board.ts';
import { OffPast } from '../ui/in-past.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { BeforeClosing } from './before-closing.tsx';
import { DossierCounts } from './dossier-counts.tsx';
import { DossiersLink } from './dossiers-link.tsx';
import { OnTimeLine } from './on-time-line.tsx';
import { OtherShares } from './other-shares.tsx';

/**
 * The dossiers of an area or a unit now: what is promised for today, what is late, what waits for whom. `withOnTime` is for
 * where no other part of the page says how many were on time.
 */
export function DossiersPanel({ withOnTime }: { withOnTime: boolean }) {
  const t = useTranslations('dossierPanel');
  const totals = useThrottled(useBoard((board) => board.totals.dossiers));
  if (!totals) return <Notice title={t('noneTitle')} reason={t('noneReason')} />;
  return (
    <Panel
      title={t('title')}
      aside={
        <OffPast>
          <DossiersLink className="text-brand">{t('list')}</DossiersLink>
        </OffPast>
      }
    >
      {totals.dueToday > 0 && <BeforeClosing count={totals.dueToday} />}
      <div className="@container">
        <DossierCounts totals={totals} />
      </div>
      <dl className="mt-2.5 grid gap-1.5 border-t border-grid pt-2.5 text-small text-ink2">
        {withOnTime && <OnTimeLine count={totals.onTimeMonth} />}
        <OtherShares totals={totals} />
      </dl>
    </Panel>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import { DossiersSpace } from '../dossiers/dossiers-space.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Arrivals } from './arrivals.tsx';
import { AttentionCards } from './attention-cards.tsx';
import { Comparisons } from './comparisons.tsx';
import { Headline } from './headline.tsx';
import { LaterPanels } from './later-panels.tsx';
import { PeriodsNote } from './periods-note.tsx';
import { RatingStream } from './rating-stream.tsx';
import { UnitTable } from './unit-table.tsx';
import { useUnitWords } from './unit-words.ts';
import { useOverview } from './use-overview.ts';

/** Up to a dozen units: cards for what needs somebody, and the full table without scrolling. */
export function FewUnits() {
  const t = useTranslations('overview');
  const words = useUnitWords();
  const { attention, order, where } = useOverview('');
  const needing = order.pinned.length;
  const count = needing + order.rest.length;
  const title =
    needing > 0
      ? t('byNeedOf', { count, needing, unit: words.many })
      : t('byNeed', { count, unit: words.many });
  return (
    <div className="grid gap-3">
      {count > 0 && <AttentionCards attention={attention} />}
      <Headline />
      <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,936fr)_minmax(0,452fr)]">
        <div className="grid min-w-0 gap-3">
          <Panel title={title} aside={<PeriodsNote />}>
            {count === 0 ? (
              <Notice title={t('noUnits')} reason={t('noUnitsReason')} />
            ) : (
              <UnitTable
                order={order}
                levels={attention.levels}
                compact={false}
                unitWord={words.column}
                where={where}
              />
            )}
          </Panel>
          <DossiersSpace />
          <Arrivals />
        </div>
        <div className="grid min-w-0 gap-3">
          <Comparisons unitWord={words.many} />
          <LaterPanels />

          <RatingStream most={7} />
        </div>
      </div>
    </div>
  );
}

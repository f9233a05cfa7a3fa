'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Share } from '../../lib/domain/wilson.ts';
import type { DossierTotals } from '../../lib/wire/board.ts';
import type { KpisAnswer } from '../../lib/wire/reads.ts';
import { useThrottled } from '../charts/use-throttled.ts';
import { useApi } from '../forms/use-api.ts';
import { useBoard } from '../live/use-board.ts';
import { Share as Figure } from '../ui/share.tsx';
import { Tag } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';

/** So often at most the server is asked again while dossiers go on. */
const AGAIN_MS = 60_000;

/** The month by the two other rules: that of index set 766, which is an estimate here, and of what was received. */
export function OtherShares({ totals }: { totals: DossierTotals }) {
  const t = useTranslations('dossierPanel');
  const format = useFormat();
  const { code, monthFrom, day } = useBoard((board) => board.header);
  const month = format.month(monthFrom);
  const [state, reload] = useApi<KpisAnswer>(
    `/areas/${encodeURIComponent(code)}/kpis?from=${monthFrom}&to=${day}`,
  );
  const told = useThrottled([totals.open, totals.settledToday, ...totals.onTimeMonth].join(), AGAIN_MS);
  const asked = useRef(told);
  useEffect(() => {
    if (asked.current === told) return;
    asked.current = told;
    reload();
  }, [told, reload]);
  if (state.kind === 'failed' && state.refusal.code === 'forbidden') return null;
  if (state.kind !== 'ready') {
    return (
      <div>
        <dt className="sr-only">{t('index766')}</dt>
        <dd>{t(state.kind === 'loading' ? 'measuresLoading' : 'measuresFailed')}</dd>
      </div>
    );
  }
  const { onTime766, onTimeOfReceived } = state.value.dossiers;
  const line = (title: string, { share, of }: Share, base: string, estimate = false) => (
    <div>
      <dt className="inline">{title}: </dt>
      <dd className="inline">
        <Figure share={share} of={of} className="font-semibold text-ink" />
        {estimate && (
          <>
            {' '}
            <Tag>{t('estimate')}</Tag>
          </>
        )}
        {of > 0 && ` · ${base}`}
      </dd>
    </div>
  );
  return (
    <>
      {line(t('index766'), onTime766, t('index766Base', { count: onTime766.of, month }), true)}
      {line(t('ofReceived'), onTimeOfReceived, t('ofReceivedBase', { count: onTimeOfReceived.of, month }))}
    </>
  );
}

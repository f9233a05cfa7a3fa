'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Me } from '../../lib/wire/access/account.ts';
import type { AlertLine } from '../../lib/wire/alert-reads.ts';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import { AreasProvider, useAreas } from '../admin/areas-provider.tsx';
import { PageHead } from '../admin/page-head.tsx';
import { fullName } from '../board/place-name.ts';
import { ExportButtons } from '../forms/export-buttons.tsx';
import { RefusalText } from '../forms/refusal-text.tsx';
import { useApi } from '../forms/use-api.ts';
import { useBoard } from '../live/use-board.ts';
import { useNowAs } from '../live/use-now.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { AlertFilters } from './alert-filters.tsx';
import { AlertList } from './alert-list.tsx';
import { alertsQueryOf } from './alerts-query.ts';
import { BriefPanel } from './brief-panel.tsx';

/** What may be asked for in one page; what is left out then is in the CSV. */
const FIRST = 200;
const MOST = 1000;

/** The alerts of an area, those that nobody has first; the filters stand in the address. Inside a LiveProvider. */
export function AlertsPage({ me }: { me: Me }) {
  return (
    <AreasProvider>
      <Alerts me={me} />
    </AreasProvider>
  );
}

function Alerts({ me }: { me: Me }) {
  const t = useTranslations('alerts');
  const locale = useLocale();
  const address = useSearchParams();
  const header = useBoard((board) => board.header);
  const [limit, setLimit] = useState(FIRST);
  const query = alertsQueryOf(header.code, address);
  const [state, reload] = useApi<ListAnswer<AlertLine>>(`/alerts?${query}&grouped=true&limit=${limit}`);
  const { state: areas } = useAreas();
  useReloadedLive(reload);
  const name = fullName(locale, header);
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-1 gap-3">
      <PageHead
        title={t('titleOf', { name })}
        about={t('about')}
        actions={<ExportButtons path={`/alerts?${query}`} name={`alerts-${header.code}`} />}
      />
      <BriefPanel />
      <AlertFilters />
      {state.kind === 'failed' && (
        <Notice
          tone="silent"
          title={t('failedTitle')}
          reason={<RefusalText refusal={state.refusal} />}
          action={<Button onClick={reload}>{t('retry')}</Button>}
        />
      )}
      {(state.kind === 'loading' || areas.kind === 'loading') && (
        <p role="status" className="text-ink2">
          {t('loading')}
        </p>
      )}
      {state.kind === 'ready' && areas.kind !== 'loading' && (
        <>
          <AlertList lines={state.value.items} me={me} />
          {state.value.next !== null && limit < MOST && (
            <div>
              <Button onClick={() => setLimit(MOST)}>{t('more')}</Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

/** Asks again when the board says that alerts have changed, and each minute: how far one has gone up follows from time. */
function useReloadedLive(reload: () => void): void {
  const marks = useBoard((board) => board.alerts);
  const minute = useNowAs((now) => Math.floor(now / 60_000));
  const now = `${minute} ${JSON.stringify(marks)}`;
  const [seen, setSeen] = useState(now);
  useEffect(() => {
    if (seen === now) return;
    setSeen(now);
    reload();
  }, [seen, now, reload]);
}

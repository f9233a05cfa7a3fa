'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { MeetingsAnswer } from '../../lib/wire/meeting-reads.ts';
import { ActionLink } from '../admin/action-link.tsx';
import { Loaded } from '../admin/loaded.tsx';
import { PageHead } from '../admin/page-head.tsx';
import { fullName } from '../board/place-name.ts';
import { useApi } from '../forms/use-api.ts';
import { useBoard } from '../live/use-board.ts';
import { DialoguesPanel } from './dialogues-panel.tsx';
import { QuestionsPanel } from './questions-panel.tsx';
import { ReceptionsPanel } from './receptions-panel.tsx';

/** PC9: reception days, dialogues and their questions of an area, for whoever keeps or reads them. */
export function MeetingsPage() {
  const t = useTranslations('meetings');
  const locale = useLocale();
  const header = useBoard((board) => board.header);
  const isUnit = useBoard((board) => !('units' in board));
  const area = encodeURIComponent(header.code);
  const [state, reload] = useApi<MeetingsAnswer>(`/areas/${area}/meetings`);
  return (
    <div className="mx-auto grid max-w-4xl grid-cols-1 gap-3">
      <PageHead
        title={t('titleOf', { name: fullName(locale, header) })}
        about={t('about')}
        actions={isUnit && <ActionLink href={`/p/${area}`}>{t('toPage')}</ActionLink>}
      />
      <Loaded state={state} reload={reload}>
        {(told) => (
          <>
            <ReceptionsPanel area={header.code} told={told} isUnit={isUnit} onSaved={reload} />
            <DialoguesPanel area={header.code} told={told} onSaved={reload} />
            <QuestionsPanel area={header.code} told={told} onSaved={reload} />
          </>
        )}
      </Loaded>
    </div>
  );
}

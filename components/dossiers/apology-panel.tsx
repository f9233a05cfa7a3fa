'use client';
import { useTranslations } from 'use-intl';
import type { DossierAnswer } from '../../lib/wire/dossier-reads.ts';
import { useBoard } from '../live/use-board.ts';
import { PageLink } from '../ui/page-link.tsx';
import { Panel } from '../ui/panel.tsx';
import { useDossierText } from './use-dossier-text.ts';

/** F20: whether somebody is owed an apology for this dossier, and how far it is. */
export function ApologyPanel({ dossier: { dossier, late, apologies } }: { dossier: DossierAnswer }) {
  const t = useTranslations('dossierPage');
  const text = useDossierText();
  const area = useBoard((board) => board.header.code);
  const owed = late === true && apologies.length === 0;
  if (!owed && apologies.length === 0) {
    return (
      <Panel title={t('apologies')}>
        <p className="mt-1.5 text-ink2">{t('apologyNotOwed')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('apologies')}>
      {owed && <p className="mt-1.5 font-semibold text-risk">{t('apologyState.owed')}</p>}
      <ul className="mt-1">
        {apologies.map(({ apology, state, documentNo, newDueAt }) => (
          <li key={apology} className="border-b border-grid py-1.5 last:border-0">
            <span className={state === 'broken' ? 'font-semibold text-missed' : 'font-semibold'}>
              {t(`apologyState.${state}`)}
            </span>
            <span className="text-small text-ink2">
              {documentNo !== null && ` · ${documentNo}`}
              {newDueAt !== null && ` · ${t('apologyNewDue', { due: text.moment(newDueAt) })}`}
            </span>
          </li>
        ))}
      </ul>
      <PageLink
        href={`/apologies?${new URLSearchParams({ area, dossier })}`}
        className="mt-1.5 inline-flex items-center text-brand underline decoration-line underline-offset-3 pointer-coarse:min-h-11"
      >
        {t('apologyLink')}
      </PageLink>
    </Panel>
  );
}

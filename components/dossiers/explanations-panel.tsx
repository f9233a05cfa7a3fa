'use client';
import { useTranslations } from 'use-intl';
import type { DossierAnswer } from '../../lib/wire/dossier-reads.ts';
import { Panel } from '../ui/panel.tsx';
import { useDossierText } from './use-dossier-text.ts';

/** What units said about this dossier; nothing where nobody did. */
export function ExplanationsPanel({ explanations }: Pick<DossierAnswer, 'explanations'>) {
  const t = useTranslations('dossierPage');
  const text = useDossierText();
  if (explanations.length === 0) return null;
  return (
    <Panel title={t('explanations')}>
      <ul className="mt-1">
        {explanations.map(({ at, unit, text: said }) => (
          <li key={`${at} ${unit}`} className="border-b border-grid py-1.5 last:border-0">
            <div className="text-small text-ink2">
              {text.moment(at)} · {text.place(unit)}
            </div>
            <p className={said === null ? 'text-ink2' : 'wrap-anywhere'}>{said ?? t('explanationErased')}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import type { DossierFactLine } from '../../lib/wire/dossier-reads.ts';
import { Panel } from '../ui/panel.tsx';
import { useDossierText } from './use-dossier-text.ts';
import { useFactText } from './use-fact-text.ts';

/** Everything told of a dossier, in order; what the server worked out says so. */
export function FactsPanel({ facts }: { facts: readonly DossierFactLine[] }) {
  const t = useTranslations('dossierPage');
  return (
    <Panel title={t('story')}>
      <ol className="mt-1">
        {facts.map((fact) => (
          <Fact key={`${fact.at} ${fact.kind} ${fact.source} ${JSON.stringify(fact.data)}`} fact={fact} />
        ))}
      </ol>
    </Panel>
  );
}

const isComputed = (kind: string): boolean => kind.endsWith('_computed');

function Fact({ fact }: { fact: DossierFactLine }) {
  const t = useTranslations('dossierPage');
  const text = useDossierText();
  const { title, details } = useFactText()(fact);
  return (
    <li className="grid gap-x-4 border-b border-grid py-2 last:border-0 sm:grid-cols-[9.5rem_1fr]">
      <span className="text-small text-ink2">{text.moment(fact.at)}</span>
      <div className="min-w-0">
        <span className="font-semibold wrap-anywhere">{title}</span>
        {details.length > 0 && <span className="wrap-anywhere text-ink2"> · {details.join(' · ')}</span>}
        {fact.what !== null && <p className="wrap-anywhere">{fact.what}</p>}
        <div className="text-tiny wrap-anywhere text-ink2">
          {text.place(fact.unit)} ·{' '}
          {isComputed(fact.kind) ? t('byServer') : t('source', { source: fact.source })}
        </div>
      </div>
    </li>
  );
}

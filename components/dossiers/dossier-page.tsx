'use client';
import { useTranslations } from 'use-intl';
import type { DossierAnswer } from '../../lib/wire/dossier-reads.ts';
import { useApi } from '../forms/use-api.ts';
import { useBoard } from '../live/use-board.ts';
import { Notice } from '../ui/notice.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Tag } from '../ui/tag.tsx';
import { ApologyPanel } from './apology-panel.tsx';
import { dossiersPath } from './dossiers-path.ts';
import { ExplanationsPanel } from './explanations-panel.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { ListState } from './list-state.tsx';
import { PromisesPanel } from './promises-panel.tsx';
import { StagesPanel } from './stages-panel.tsx';
import { Standing } from './standing.tsx';
import { useDossierText } from './use-dossier-text.ts';

/** One dossier: what was promised, who had it and where it was late, and everything that was told of it. */
export function DossierPage({ code }: { code: string }) {
  const t = useTranslations('dossierPage');
  const area = useBoard((board) => board.header.code);
  const [state, reload] = useApi<DossierAnswer>(
    `/areas/${encodeURIComponent(area)}/dossiers/${encodeURIComponent(code)}`,
  );
  const missing = <Notice title={t('missingTitle', { code })} reason={t('missingReason')} />;
  return (
    <div className="mx-auto grid max-w-[1280px] grid-cols-1 gap-3">
      <PageLink
        href={dossiersPath(area)}
        className="inline-flex items-center justify-self-start text-small text-ink2 hover:underline pointer-coarse:min-h-11"
      >
        <span aria-hidden="true">‹&nbsp;</span>
        {t('toList')}
      </PageLink>
      <ListState state={state} reload={reload} missing={missing}>
        {(dossier) => <Known dossier={dossier} />}
      </ListState>
    </div>
  );
}

function Known({ dossier }: { dossier: DossierAnswer }) {
  const t = useTranslations('dossierPage');
  const faults = useTranslations('dossierFaults.kind');
  const text = useDossierText();
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-xl leading-snug font-semibold wrap-anywhere">
            {t('title', { code: dossier.dossier })}
          </h2>
          <p className="text-ink2">
            {text.procedure(dossier)} · {text.place(dossier.unit)}
          </p>
        </div>
        <Standing line={dossier} />
      </div>
      {dossier.faults.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5 text-small">
          <span className="font-semibold">{t('faults')}:</span>
          {dossier.faults.map((fault) => (
            <Tag key={fault} tone="attention">
              {faults(fault)}
            </Tag>
          ))}
        </p>
      )}
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid grid-cols-1 gap-3">
          <StagesPanel dossier={dossier} />
          <FactsPanel facts={dossier.facts} />
        </div>
        <div className="grid grid-cols-1 gap-3 max-lg:order-first">
          <PromisesPanel dossier={dossier} />
          <ApologyPanel dossier={dossier} />
          <ExplanationsPanel explanations={dossier.explanations} />
        </div>
      </div>
    </>
  );
}

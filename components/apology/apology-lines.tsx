'use client';
import { useTranslations } from 'use-intl';
import { CHAIN_STATES } from '../../lib/domain/apology/apology.ts';
import type { ApologyLine } from '../../lib/wire/dossier-reads.ts';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import { MoreLines } from '../forms/more-lines.tsx';
import { useLaterPages } from '../forms/use-later-pages.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import type { ApologyFilters } from './apology-query.ts';
import { ApologyRow } from './apology-row.tsx';

type ApologyLinesProps = { query: string; first: ListAnswer<ApologyLine>; filters: ApologyFilters };

/** The lines of the list, a panel for each step of the chain. */
export function ApologyLines({ query, first, filters }: ApologyLinesProps) {
  const t = useTranslations('apology.page');
  const pages = useLaterPages<ApologyLine>(`/apologies${query}&limit=100`, first);
  const { items, more, refusal } = pages;
  if (items.length === 0) {
    return filters.state ? (
      <Notice
        title={t('noneStateTitle', { state: t(`states.${filters.state}`) })}
        reason={t('noneStateReason')}
      />
    ) : (
      <Notice title={t('noneTitle')} reason={t('noneReason')} />
    );
  }
  return (
    <>
      {CHAIN_STATES.map((state) => {
        const lines = items.filter((line) => line.state === state);
        if (lines.length === 0) return null;
        return (
          <Panel key={state} title={t(`states.${state}`)} aside={t(`stateAbout.${state}`)}>
            <ol className="mt-0.5 -mb-2">
              {lines.map((line) => (
                <ApologyRow key={`${line.unit} ${line.apology ?? ''} ${line.dossier ?? ''}`} line={line} />
              ))}
            </ol>
          </Panel>
        );
      })}
      {(more || refusal) && <MoreLines pages={pages} words={{ more: t('more'), loading: t('loading') }} />}
    </>
  );
}

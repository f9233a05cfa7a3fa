'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { CHAIN_STATES } from '../../lib/domain/apology/apology.ts';
import type { ApologyLine } from '../../lib/wire/dossier-reads.ts';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import { RefusalText } from '../forms/refusal-text.tsx';
import { type Refusal, sendJson } from '../forms/send-json.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import type { ApologyFilters } from './apology-query.ts';
import { ApologyRow } from './apology-row.tsx';

type ApologyLinesProps = { query: string; first: ListAnswer<ApologyLine>; filters: ApologyFilters };

/** The lines of the list, a panel for each step of the chain. */
export function ApologyLines({ query, first, filters }: ApologyLinesProps) {
  const t = useTranslations('apology.page');
  const language = useLocale();
  const [later, setLater] = useState<readonly ApologyLine[]>([]);
  const [next, setNext] = useState(first.next);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const items = [...first.items, ...later];
  const more = async (cursor: string): Promise<void> => {
    setBusy(true);
    const path = `/apologies${query}&limit=100&cursor=${encodeURIComponent(cursor)}`;
    const sent = await sendJson<ListAnswer<ApologyLine>>('GET', path, undefined, { language });
    setBusy(false);
    setRefusal(sent.ok ? null : sent.refusal);
    if (!sent.ok) return;
    setLater([...later, ...sent.value.items]);
    setNext(sent.value.next);
  };
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
      {(next !== null || refusal) && (
        <div className="flex flex-wrap items-center gap-3">
          {next !== null && (
            <Button aria-disabled={busy} onClick={() => void (!busy && more(next))}>
              {busy ? t('loading') : t('more')}
            </Button>
          )}
          <span role="alert" className="text-small font-semibold text-missed">
            {refusal && <RefusalText refusal={refusal} />}
          </span>
        </div>
      )}
    </>
  );
}

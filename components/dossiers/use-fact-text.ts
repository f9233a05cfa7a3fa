'use client';
import { useTranslations } from 'use-intl';
import type { Cause } from '../../lib/domain/apology/cause.ts';
import type { DossierFactLine } from '../../lib/wire/dossier-reads.ts';
import { useChannelText } from './channel-text.ts';
import { useDossierText } from './use-dossier-text.ts';

type FactText = { title: string; details: string[] };

const KNOWN_CAUSES: readonly Cause[] = ['coordination', 'system', 'staff', 'complex', 'own_fault', 'other'];
const RESULTS = ['done', 'refused', 'withdrawn', 'stopped'] as const;

/** What one fact of a dossier says, in the words of the reader. */
export function useFactText(): (fact: DossierFactLine) => FactText {
  const t = useTranslations('dossierPage');
  const results = useTranslations('dossierList.results');
  const text = useDossierText();
  const channelText = useChannelText();
  const causeText = (cause: string): string => {
    const known = KNOWN_CAUSES.find((one) => one === cause);
    return known ? t(`causes.${known}`) : cause;
  };
  // A date without a time stands in a fact as it was told.
  const due = (told: unknown): string | null =>
    typeof told !== 'string' ? null : told.includes('T') ? text.promise(told) : text.day(told);
  return ({ kind, data }) => {
    const told = due(data.dueAt);
    const details = [
      typeof data.channel === 'string' && channelText(data.channel),
      typeof data.handler === 'string' && text.place(data.handler),
      typeof data.stage === 'string' && t('factStage', { stage: data.stage }),
      kind !== 'extended' && kind !== 'due_computed' && told !== null && t('factDue', { due: told }),
      typeof data.cause === 'string' && t('factCause', { cause: causeText(data.cause) }),
      typeof data.workingSeconds === 'number' && text.work(data.workingSeconds),
    ].filter((detail) => detail !== false);
    return { title: titleOf(kind, data, told), details };
  };

  function titleOf(kind: string, data: DossierFactLine['data'], told: string | null): string {
    switch (kind) {
      case 'moved':
        return t('fact.moved', { handler: text.place(String(data.toHandler)) });
      case 'extended':
      case 'due_computed':
        return t(`fact.${kind}`, { due: told ?? '' });
      case 'settled': {
        const result = RESULTS.find((known) => known === data.result);
        return t('fact.settled', { result: result ? results(result) : String(data.result) });
      }
      case 'submitted':
      case 'received':
      case 'supplement_asked':
      case 'supplement_supplied':
      case 'delivered':
      case 'accept_computed':
        return t(`fact.${kind}`);
      default:
        return kind;
    }
  }
}

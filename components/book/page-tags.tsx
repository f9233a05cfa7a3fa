'use client';
import { useTranslations } from 'use-intl';
import type { SuggestionLine } from '../../lib/wire/suggestion-reads.ts';
import { Tag } from '../ui/tag.tsx';

const TONES = { unseen: 'plain', seen: 'met', answered: 'met', away: 'silent' } as const;

/** Where a page stands and what it is. Colour is for what has waited too long. */
export function PageTags({
  line: { state, kind, late },
}: {
  line: Pick<SuggestionLine, 'state' | 'kind' | 'late'>;
}) {
  const t = useTranslations('book');
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {late ? <Tag tone="urgent">{t('late')}</Tag> : <Tag tone={TONES[state]}>{t(`states.${state}`)}</Tag>}
      {kind !== null && <Tag>{t(`kinds.${kind}`)}</Tag>}
      {kind === null && state !== 'away' && <Tag tone="attention">{t('kinds.unsorted')}</Tag>}
    </span>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import type { ChainState } from '../../lib/domain/apology/apology.ts';
import type { ApologyLine } from '../../lib/wire/dossier-reads.ts';
import { Tag, type Tone } from '../ui/tag.tsx';

const TONES: Record<ChainState, Tone> = {
  owed: 'attention',
  drafted: 'plain',
  signed: 'plain',
  delivered: 'plain',
  kept: 'met',
  broken: 'urgent',
};

const STEPS = ['drafted', 'signed', 'delivered', 'promised'] as const;

/** How many steps of the chain are done. */
const DONE: Record<ChainState, number> = { owed: 0, drafted: 1, signed: 2, delivered: 3, kept: 4, broken: 4 };

type ChainMarksProps = {
  line: ApologyLine;
  /** With the word for where it stands, which a list by steps has said already. */
  named?: boolean;
};

/** Where a chain stands: a mark for each step that is done. */
export function ChainMarks({ line: { state, dossier, newDueAt, apology }, named = false }: ChainMarksProps) {
  const t = useTranslations('apology.page');
  // What promises no new day ends with the delivery.
  const all = dossier !== null && (newDueAt !== null || apology === null) ? 4 : 3;
  const done = DONE[state];
  return (
    <p className="flex flex-wrap items-center gap-2">
      {named && <Tag tone={TONES[state]}>{t(`states.${state}`)}</Tag>}
      <span aria-hidden="true" className="flex gap-1">
        {STEPS.slice(0, all).map((step, at) => {
          const broken = state === 'broken' && at === all - 1;
          const look = broken ? 'bg-missed' : at < done ? 'bg-brand' : 'border border-quiet';
          return <span key={step} className={`h-2 w-5 rounded-full ${look}`} />;
        })}
      </span>
      <span className="sr-only">{t('stepOf', { step: done, all })}</span>
    </p>
  );
}

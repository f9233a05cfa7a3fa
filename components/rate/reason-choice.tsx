'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CONDITIONS } from '../../lib/domain/conduct/condition.ts';
import { isSatisfied, type Level } from '../../lib/domain/rating-level.ts';
import type { Asked } from '../../lib/wire/device/ratings-given.ts';
import { useReasonWords } from '../ratings/use-reason-words.ts';

type ReasonChoiceProps = { asked: Asked; level: Level; onDone: (reasons: string[]) => void };

/** S6: why, after the touch and only if somebody wants to: praise for a good level, else what was lacking. */
export function ReasonChoice({ asked, level, onDone }: ReasonChoiceProps) {
  const t = useTranslations('rate');
  const words = useReasonWords(asked.points);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (reason: string): void => {
    const next = new Set(chosen);
    if (!next.delete(reason)) next.add(reason);
    setChosen(next);
  };
  const good = isSatisfied(level);
  const conduct = asked.points.map(({ point }) => point);
  const group = (title: string, reasons: readonly string[]) => (
    <fieldset>
      <legend className="mb-2 text-[16px] font-semibold text-ink2">{title}</legend>
      <div className="flex flex-wrap gap-2.5">
        {reasons.map((reason) => (
          <button
            key={reason}
            type="button"
            aria-pressed={chosen.has(reason)}
            onClick={() => toggle(reason)}
            className="min-h-12 rounded-full border-2 border-line bg-panel px-4 text-[16px] aria-pressed:border-brand aria-pressed:bg-brand-soft aria-pressed:font-semibold"
          >
            {words(reason, level)}
          </button>
        ))}
      </div>
    </fieldset>
  );
  return (
    <div className="grid gap-5">
      {group(t(good ? 'praise' : 'lacking'), conduct)}
      {!good && group(t('conditions'), CONDITIONS)}
      <button
        type="button"
        onClick={() => onDone([...chosen])}
        className="min-h-14 justify-self-center rounded-2xl bg-brand px-12 text-[18px] font-semibold text-brand-ink"
      >
        {t(chosen.size > 0 ? 'send' : 'skip')}
      </button>
    </div>
  );
}

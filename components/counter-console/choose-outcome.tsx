'use client';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Outcome } from '../../lib/wire/device/counter-console.ts';
import { ActButton } from './act-button.tsx';
import { useKeys } from './use-keys.ts';

/** In the order in which a counter needs them; the keys are 1 to 7. */
const OUTCOMES: readonly Outcome[] = [
  'received',
  'supplement_slip',
  'collected',
  'advised',
  'paid',
  'refusal_slip',
  'nothing',
];

type ChooseOutcomeProps = { keys: boolean; onChoose: (outcome: Outcome) => void; onLeave: () => void };

/** How a visit ended: one touch or one digit. */
export function ChooseOutcome({ keys, onChoose, onLeave }: ChooseOutcomeProps) {
  const t = useTranslations('counterConsole');
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  const acts = useMemo(
    () => ({
      ...Object.fromEntries(OUTCOMES.map((outcome, n) => [String(n + 1), () => onChoose(outcome)])),
      escape: onLeave,
    }),
    [onChoose, onLeave],
  );
  useKeys(keys, acts);
  return (
    <fieldset ref={box} className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      <legend className="mb-2 text-lead font-semibold">{t('outcome')}</legend>
      {OUTCOMES.map((outcome, n) => (
        <ActButton key={outcome} shortcut={keys ? String(n + 1) : null} onClick={() => onChoose(outcome)}>
          {t(`outcomes.${outcome}`)}
        </ActButton>
      ))}
      <ActButton onClick={onLeave}>{t('back')}</ActButton>
    </fieldset>
  );
}

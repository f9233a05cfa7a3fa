'use client';
import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Me } from '../../lib/wire/access/account.ts';
import { sendJson } from '../forms/send-json.ts';
import { useUnitBoard } from '../live/use-board.ts';

const REASONS = ['staff', 'machine', 'leave', 'other'] as const;

/** "Not now, because…": the unit's head asks for help from above. The task itself ends when the log shows it done. */
export function HelpRequest({ counter }: { counter: string | null }) {
  const t = useTranslations('task');
  const language = useLocale();
  const unit = useUnitBoard((board) => board.header.code);
  const [step, setStep] = useState<'hidden' | 'offered' | 'asking' | 'sent' | 'failed'>('hidden');
  useEffect(() => {
    void sendJson<Me>('GET', '/me', undefined, { language }).then((me) => {
      const heads = me.ok && me.value.roles.some(({ role, area }) => role === 'head' && area?.code === unit);
      if (heads) setStep('offered');
    });
  }, [language, unit]);
  const ask = async (reason: (typeof REASONS)[number]): Promise<void> => {
    const path = `/areas/${encodeURIComponent(unit)}/help-requests`;
    const said = { reason, ...(counter !== null && { counter }) };
    const sent = await sendJson('POST', path, said, { language });
    setStep(sent.ok ? 'sent' : 'failed');
  };
  const look = 'min-h-11 rounded-lg bg-panel px-3.5 font-semibold text-ink';
  if (step === 'hidden') return null;
  return (
    <div className="mt-2.5">
      {step === 'offered' ? (
        <button type="button" className={look} onClick={() => setStep('asking')}>
          {t('notNow')}
        </button>
      ) : (
        <fieldset className="flex flex-wrap gap-2">
          <legend className="mb-1.5 text-small">{t('notNowWhy')}</legend>
          {step === 'asking' &&
            REASONS.map((reason) => (
              <button key={reason} type="button" className={look} onClick={() => void ask(reason)}>
                {t(`why.${reason}`)}
              </button>
            ))}
        </fieldset>
      )}
      <p role="status" className="text-small">
        {step === 'sent' && t('helpAsked')}
        {step === 'failed' && t('helpFailed')}
      </p>
    </div>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import type { Purpose } from '../../lib/wire/device/kiosk.ts';
import { TouchButton } from './touch-button.tsx';

/** In the order in which most people come. */
const PURPOSES: readonly Purpose[] = ['submit', 'collect', 'advise', 'supplement', 'pay'];

/** What somebody comes for: submitting and collecting are different queues. */
export function ChoosePurpose({ onChoose }: { onChoose: (purpose: Purpose) => void }) {
  const t = useTranslations('kiosk');
  return (
    <section className="mx-auto flex w-full max-w-5xl flex-1 flex-col justify-center p-6">
      <h2 className="mb-5 text-[32px] font-semibold text-balance">{t('purpose')}</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        {PURPOSES.map((purpose) => (
          <TouchButton key={purpose} onClick={() => onChoose(purpose)}>
            {t(`purposes.${purpose}`)}
          </TouchButton>
        ))}
      </div>
    </section>
  );
}

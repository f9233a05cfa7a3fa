'use client';
import { useTranslations } from 'use-intl';

/** Asked for by an administrator: which of many TVs this is, to be read across a room. */
export function NamedOverlay({ name }: { name: string }) {
  const t = useTranslations('wallBoard');
  return (
    <div
      role="status"
      data-named=""
      className="fixed inset-0 z-20 grid place-content-center bg-brand p-[4vw] text-center text-brand-ink"
    >
      <p className="text-[3vw]">{t('identify')}</p>
      <p className="text-[9vw] leading-tight font-semibold text-balance">{name}</p>
    </div>
  );
}

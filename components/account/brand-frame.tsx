'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

const TICKS = Array.from({ length: 25 }, (_, i) => i);

/** The ground of pages outside of the product: what it is for on one side, what to do on the other. */
export function BrandFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('signIn');
  return (
    <div className="mx-auto grid w-full max-w-5xl overflow-hidden rounded-2xl border border-line bg-panel lg:min-h-[34rem] lg:grid-cols-[1fr_1.1fr]">
      <div className="flex flex-col justify-between gap-8 bg-brand px-6 py-5 text-brand-ink max-lg:py-4 lg:p-10 dark:bg-brand-soft dark:text-ink">
        <p className="text-lead leading-snug font-semibold text-balance lg:text-[26px]">{t('motto')}</p>
        <svg viewBox="0 0 250 40" aria-hidden="true" className="w-full opacity-70 max-lg:hidden">
          {TICKS.map((i) => (
            <path
              key={i}
              d={`M${5 + i * 10} 40V${i % 5 === 0 ? 12 : 26}`}
              stroke="currentColor"
              strokeWidth="1.5"
            />
          ))}
          <circle cx="225" cy="6" r="4.5" fill="currentColor" />
        </svg>
      </div>
      <div className="flex flex-col justify-center px-6 py-7 sm:px-10 lg:py-12">
        <div className="mx-auto w-full max-w-sm">{children}</div>
      </div>
    </div>
  );
}

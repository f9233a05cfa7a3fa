'use client';
import { useTranslations } from 'use-intl';

const PANELS = ['h-20', 'h-20', 'h-20', 'h-64 sm:col-span-2', 'h-64'];

/** The ground of a page whose figures are on their way: no figure, and no movement. */
export function Loading() {
  const t = useTranslations('shell');
  return (
    <main className="px-4 py-3.5 lg:px-5" aria-busy="true">
      <p role="status" className="pb-3 text-ink2">
        {t('loading')}
      </p>
      <div aria-hidden="true" className="grid gap-3 sm:grid-cols-3">
        {PANELS.map((size, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed picture
          <div key={i} className={`rounded-panel border border-line bg-panel ${size}`} />
        ))}
      </div>
    </main>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** A page that failed while drawing; `digest` finds the cause in the server's log. */
export function Crash({ digest, onRetry }: { digest: string; onRetry: () => void }) {
  const t = useTranslations('errors');
  return (
    <main className="mx-auto max-w-2xl px-4 py-10">
      <Notice
        as="h1"
        tone="attention"
        title={t('crashTitle')}
        reason={t('crashReason', { digest })}
        action={<Button onClick={onRetry}>{t('retry')}</Button>}
      />
    </main>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import { Notice } from '../ui/notice.tsx';

/** A server that knows no area yet, and how to change that. */
export function EmptyTree() {
  const t = useTranslations('shell');
  return (
    <Notice
      as="h1"
      title={t('emptyTitle')}
      reason={t('emptyReason')}
      action={
        <>
          <p className="mb-3">
            <a href="/start" className="font-semibold text-brand underline underline-offset-4">
              {t('emptyStart')}
            </a>
          </p>
          <p>{t('emptyAction')}</p>
          <Command text="npm run cli -- areas import areas.csv" />
          <p className="mt-3">{t('emptyDemo')}</p>
          <Command text="npm run demo" />
        </>
      }
    />
  );
}

const Command = ({ text }: { text: string }) => (
  <pre className="mt-1 overflow-x-auto rounded-md border border-line bg-bg px-3 py-2 font-mono text-small">
    {text}
  </pre>
);

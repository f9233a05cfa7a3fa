'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Why there is no first picture; `code` is the server's stable error code. */
export type FailureKind = { kind: 'denied' } | { kind: 'unreachable' } | { kind: 'failed'; code: string };

/** Stands where a page would: what happened, why, and what to do. Comes back by itself where time can help. */
export function Failure({ failure }: { failure: FailureKind }) {
  const t = useTranslations('errors');
  switch (failure.kind) {
    case 'denied':
      return (
        <Notice
          as="h1"
          tone="attention"
          title={t('deniedTitle')}
          reason={t('deniedReason')}
          action={t('deniedAction')}
        />
      );
    case 'unreachable':
      return (
        <Notice
          as="h1"
          tone="silent"
          title={t('unreachableTitle')}
          reason={t('unreachableReason')}
          action={<Retry />}
        />
      );
    case 'failed':
      return (
        <Notice
          as="h1"
          tone="attention"
          title={t(isBusy(failure.code) ? 'busyTitle' : 'failedTitle')}
          reason={isBusy(failure.code) ? t('busyReason') : t('failedReason', { code: failure.code })}
          action={<Retry />}
        />
      );
  }
}

/** Of all first pictures only that of a past moment waits in a line. */
const isBusy = (code: string): boolean => code === 'too_much_at_once';

const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 60;

/** Asks again after a pause that doubles, counted down in front of the reader. */
function Retry() {
  const t = useTranslations('errors');
  const router = useRouter();
  const [pause, setPause] = useState(FIRST_PAUSE_SECONDS);
  const [left, setLeft] = useState(FIRST_PAUSE_SECONDS);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (left > 1) return setLeft(left - 1);
      const next = Math.min(LONGEST_PAUSE_SECONDS, pause * 2);
      router.refresh();
      setPause(next);
      setLeft(next);
    }, 1_000);
    return () => clearTimeout(timer);
  }, [left, pause, router]);
  return (
    <span className="flex flex-wrap items-center gap-3">
      <Button look="primary" onClick={() => router.refresh()}>
        {t('retry')}
      </Button>
      <span>{t('retrying', { seconds: left })}</span>
    </span>
  );
}

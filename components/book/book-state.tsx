'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { RefusalText } from '../forms/refusal-text.tsx';
import type { ApiState } from '../forms/use-api.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

type BookStateProps<T> = { state: ApiState<T>; reload: () => void; children: (value: T) => ReactNode };

const DENIED: readonly string[] = ['forbidden', 'unknown_area'];

/** What was asked for of the book, or that it is on its way, or why it is not there and what to do. */
export function BookState<T>({ state, reload, children }: BookStateProps<T>) {
  const t = useTranslations('book');
  if (state.kind === 'ready') return children(state.value);
  if (state.kind === 'loading')
    return (
      <p
        role="status"
        className="mt-3 rounded-panel border border-line bg-panel px-4 py-6 text-small text-ink2"
      >
        {t('loading')}
      </p>
    );
  const { refusal } = state;
  if (DENIED.includes(refusal.code))
    return <Notice tone="attention" title={t('deniedTitle')} reason={t('deniedReason')} />;
  if (refusal.code === 'not_found') return <Notice title={t('missingTitle')} reason={t('missingReason')} />;
  return (
    <Notice
      tone="silent"
      title={t('failedTitle')}
      reason={<RefusalText refusal={refusal} />}
      action={<Button onClick={reload}>{t('retry')}</Button>}
    />
  );
}

'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { RefusalText } from '../forms/refusal-text.tsx';
import type { Refusal } from '../forms/send-json.ts';
import type { ApiState } from '../forms/use-api.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

type LoadedProps<T> = { state: ApiState<T>; reload: () => void; children: (value: T) => ReactNode };

/** What was asked for, or that it is on its way, or why it is not there. */
export function Loaded<T>({ state, reload, children }: LoadedProps<T>) {
  switch (state.kind) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <Failed refusal={state.refusal} reload={reload} />;
    case 'ready':
      return children(state.value);
  }
}

function Loading() {
  const t = useTranslations('admin');
  return (
    <div role="status" className="rounded-panel border border-line bg-panel px-4 py-3.5">
      <span className="text-small text-ink2">{t('loading')}</span>
      {[80, 65, 72].map((width) => (
        <div
          key={width}
          aria-hidden="true"
          className="mt-2.5 h-3.5 rounded bg-grid"
          style={{ width: `${width}%` }}
        />
      ))}
    </div>
  );
}

const DENIED: readonly string[] = ['forbidden', 'unknown_area', 'no_key'];

function Failed({ refusal, reload }: { refusal: Refusal; reload: () => void }) {
  const t = useTranslations('admin');
  if (DENIED.includes(refusal.code))
    return <Notice tone="attention" title={t('deniedTitle')} reason={t('deniedReason')} />;
  if (refusal.code === 'not_found') return <Notice title={t('goneTitle')} reason={t('goneReason')} />;
  return (
    <Notice
      tone="silent"
      title={t('failedTitle')}
      reason={<RefusalText refusal={refusal} />}
      action={<Button onClick={reload}>{t('retry')}</Button>}
    />
  );
}

'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { RefusalText } from '../forms/refusal-text.tsx';
import type { ApiState } from '../forms/use-api.ts';
import { Button } from '../ui/button.tsx';

type LoadedListProps = { state: ApiState<unknown>; reload: () => void; children: ReactNode };

/** What is shown once its data is there; before, that it is being asked for, or why it did not come. */
export function LoadedList({ state, reload, children }: LoadedListProps) {
  const t = useTranslations('forms');
  if (state.kind === 'ready') return children;
  return (
    <p role="status" className="mt-3 flex flex-wrap items-center gap-3 text-small text-ink2">
      {state.kind === 'loading' ? (
        t('loading')
      ) : (
        <>
          <RefusalText refusal={state.refusal} /> <Button onClick={reload}>{t('retry')}</Button>
        </>
      )}
    </p>
  );
}

'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { saveCsv } from '../forms/save-csv.ts';
import { Button } from '../ui/button.tsx';

/** Saves the whole of a list as CSV; `path` is what follows `/api/v1`. */
export function CsvButton({ path, name }: { path: string; name: string }) {
  const t = useTranslations('forms');
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const save = async (): Promise<void> => {
    setState('busy');
    try {
      await saveCsv(path, name);
      setState('ready');
    } catch {
      // Whatever the cause, what helps is to try again; the list itself says more.
      setState('failed');
    }
  };
  return (
    <span className="flex flex-wrap items-center gap-3">
      <span role="status" className="text-small text-missed empty:-mr-3">
        {state === 'failed' && t('csvFailed')}
      </span>
      <Button aria-disabled={state === 'busy'} onClick={() => void (state !== 'busy' && save())}>
        {state === 'busy' ? t('csvBusy') : t('csv')}
      </Button>
    </span>
  );
}

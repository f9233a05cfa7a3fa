'use client';
import { type ReactNode, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { RefusalText } from './refusal-text.tsx';
import { type Refusal, refusalOf, UNREACHABLE } from './send-json.ts';

/** Saves a file of our API under the name that the server gives it, or says why not; `path` is what follows `/api/v1`. */
export function DownloadButton({ path, children }: { path: string; children: ReactNode }) {
  const t = useTranslations('forms');
  const language = useLocale();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    setRefusal(await saved(path, language));
    setBusy(false);
  };
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Button aria-disabled={busy} onClick={() => void (!busy && save())}>
        {busy ? t('saving') : children}
      </Button>
      <span role="alert" className="text-small font-semibold text-missed">
        {refusal && <RefusalText refusal={refusal} />}
      </span>
    </span>
  );
}

async function saved(path: string, language: string): Promise<Refusal | null> {
  try {
    const response = await fetch(`/api/v1${path}`, { headers: { 'accept-language': language } });
    if (!response.ok) return await refusalOf(response);
    const url = URL.createObjectURL(await response.blob());
    const [, name = ''] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
    Object.assign(document.createElement('a'), { href: url, download: name }).click();
    URL.revokeObjectURL(url);
    return null;
  } catch {
    return UNREACHABLE;
  }
}

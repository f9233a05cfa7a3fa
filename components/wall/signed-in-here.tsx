'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { RefusalText } from '../forms/refusal-text.tsx';
import { type Refusal, sendJson } from '../forms/send-json.ts';
import { isSignedOut } from '../forms/sign-in-again.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** A wall's address opened where somebody is signed in: what this browser asks is asked by that person, not by a wall. */
export function SignedInHere({ onLeft }: { onLeft: () => void }) {
  const t = useTranslations('wall.person');
  const language = useLocale();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const leave = async (): Promise<void> => {
    const sent = await sendJson('DELETE', '/session', undefined, { language });
    if (sent.ok || isSignedOut(sent.refusal)) onLeft();
    else setRefusal(sent.refusal);
  };
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="w-full max-w-2xl">
        <Notice
          as="h1"
          title={t('title')}
          reason={t('reason')}
          action={
            <span className="flex flex-wrap items-center gap-4">
              <Button look="primary" onClick={() => void leave()}>
                {t('open')}
              </Button>
              <a href="/" className="font-semibold text-brand underline underline-offset-4">
                {t('stay')}
              </a>
            </span>
          }
        />
        <p role="alert" className="mt-3 text-small text-ink2">
          {refusal && <RefusalText refusal={refusal} />}
        </p>
      </div>
    </main>
  );
}

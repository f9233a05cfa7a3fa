'use client';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { useFormState } from './form.tsx';

const never = (): (() => void) => () => undefined;

/** Sends the form it stands in. Not to be pressed before the page's code is there, nor twice. */
export function SubmitButton({ children, className = '' }: { children: ReactNode; className?: string }) {
  const t = useTranslations('forms');
  const { busy } = useFormState();
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Button
      type="submit"
      look="primary"
      disabled={!alive}
      aria-disabled={busy}
      className={`min-h-10 px-4 text-body aria-disabled:opacity-60 ${className}`}
    >
      {busy ? t('sending') : children}
    </Button>
  );
}

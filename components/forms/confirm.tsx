'use client';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { RefusalText } from './refusal-text.tsx';
import type { Refusal, Sent } from './send-json.ts';

type ConfirmProps = {
  /** What is about to happen, as a question. */
  title: ReactNode;
  /** What follows from it. */
  children?: ReactNode;
  /** The word on the button that does it. */
  action: ReactNode;
  /** Does it; on success the dialog closes. */
  onConfirm: () => Promise<Sent<unknown>>;
  onClose: () => void;
};

/** Asks before something that cannot be taken back. Mounted means open; Escape leaves; the focus goes back by itself. */
export function Confirm({ title, children, action, onConfirm, onClose }: ConfirmProps) {
  const t = useTranslations('forms');
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = (): void => dialog.current?.close();
  const confirm = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const sent = await onConfirm();
    setBusy(false);
    if (sent.ok) close();
    else setRefusal(sent.refusal);
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-panel border border-line bg-panel p-5 text-ink shadow-float backdrop:bg-[rgb(10_18_15/45%)]"
    >
      <h2 id={titleId} className="text-lead font-semibold">
        {title}
      </h2>
      {children !== undefined && <div className="mt-1.5 text-ink2">{children}</div>}
      <p role="alert" className="font-semibold text-missed not-empty:mt-3">
        {refusal && <RefusalText refusal={refusal} />}
      </p>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={close}>{t('cancel')}</Button>
        <Button look="primary" aria-disabled={busy} onClick={() => void confirm()}>
          {busy ? t('sending') : action}
        </Button>
      </div>
    </dialog>
  );
}

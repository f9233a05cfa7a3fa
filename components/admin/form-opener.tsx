'use client';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';

type FormOpenerProps = {
  label: string;
  /** What it is about, where several openers have the same label. */
  about?: string;
  /** Hears that the form was saved. */
  onSaved?: () => void;
  /** Gets what to call when the form is done. */
  children: (done: () => void) => ReactNode;
};

/** A button that opens a form below it, says when it was saved, and takes the focus back. */
export function FormOpener({ label, about, onSaved, children }: FormOpenerProps) {
  const t = useTranslations('admin');
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const done = (): void => {
    onSaved?.();
    setOpen(false);
    setSaved(true);
    button.current?.focus();
  };
  return (
    <div className={open ? 'w-full' : ''}>
      <span className="flex flex-wrap items-center gap-3">
        <Button
          ref={button}
          aria-expanded={open}
          aria-label={about && `${open ? t('close') : label}: ${about}`}
          onClick={() => {
            setOpen(!open);
            setSaved(false);
          }}
        >
          {open ? t('close') : label}
        </Button>
        <span role="status" className="text-small text-met">
          {saved && t('saved')}
        </span>
      </span>
      {open && (
        <div className="mt-3 max-w-2xl border-l-2 border-brand pl-4">
          <h3 className="mb-3 font-semibold">{about === undefined ? label : `${label}: ${about}`}</h3>
          {children(done)}
        </div>
      )}
    </div>
  );
}

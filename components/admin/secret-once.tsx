'use client';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '../forms/copy-button.tsx';

type SecretOnceProps = {
  title: ReactNode;
  /** What it is for and how long it lasts. */
  reason: ReactNode;
  secret: string;
  /** What can be done with it, below. */
  children?: ReactNode;
};

/** A secret that the server does not keep: shown this once, to be copied. Takes the focus, so that nobody misses it. */
export function SecretOnce({ title, reason, secret, children }: SecretOnceProps) {
  const t = useTranslations('admin');
  const id = useId();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className="rounded-panel border border-brand bg-panel px-4 py-3.5"
    >
      <h2 id={`${id}-title`} className="font-semibold">
        {title}
      </h2>
      <p className="mt-0.5 text-small text-ink2">
        {reason} <b className="font-semibold text-ink">{t('once')}</b>
      </p>
      <code
        id={id}
        className="my-2.5 block rounded-md border border-line bg-bg px-3 py-2 font-mono text-[13px] wrap-anywhere select-all"
      >
        {secret}
      </code>
      <CopyButton text={secret} from={id} />
      {children}
    </section>
  );
}

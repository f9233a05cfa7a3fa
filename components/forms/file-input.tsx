'use client';
import { type ComponentProps, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CONTROL_LOOK } from './control-look.ts';

/** Chooses a file, in the page's own words: a browser's are in the language of the browser. */
export function FileInput({ onChange, ...input }: Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  const t = useTranslations('forms');
  const [name, setName] = useState<string | null>(null);
  return (
    <span className="relative block">
      <input
        {...input}
        type="file"
        onChange={(event) => {
          setName(event.target.files?.[0]?.name ?? null);
          onChange?.(event);
        }}
        className="peer absolute inset-0 size-full cursor-pointer opacity-0"
      />
      <span
        aria-hidden="true"
        className={`${CONTROL_LOOK} flex items-center gap-3 peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-brand peer-aria-invalid:border-missed`}
      >
        <span className="shrink-0 rounded-md border border-line bg-bg px-2.5 py-1 text-small font-semibold text-ink">
          {t('chooseFile')}
        </span>
        <span className="min-w-0 text-small wrap-anywhere text-ink2">{name ?? t('noFile')}</span>
      </span>
    </span>
  );
}

'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CONTROL_LOOK } from './control-look.ts';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';

type PasswordFieldProps = Omit<FieldFrameProps, 'optional' | 'hint'> & {
  /** `new`: one is being chosen, and its rule is told in advance. */
  kind: 'current' | 'new';
};

/** A password that can be looked at while it is typed. */
export function PasswordField({ kind, ...frame }: PasswordFieldProps) {
  const t = useTranslations('forms');
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame {...frame} hint={kind === 'new' ? t('passwordRule') : undefined}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            type={shown ? 'text' : 'password'}
            autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
            autoCapitalize="none"
            spellCheck={false}
            className={`${CONTROL_LOOK} pr-20`}
          />
          <button
            type="button"
            aria-pressed={shown}
            aria-label={t('showPassword')}
            aria-controls={control.id}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0.5 right-1 rounded-md px-2.5 text-small font-semibold text-brand"
          >
            {shown ? t('hide') : t('show')}
          </button>
        </div>
      )}
    </FieldFrame>
  );
}

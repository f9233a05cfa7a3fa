'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SignInAnswer } from '../../lib/wire/access/sign-in.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { type AfterDone, useForm } from '../forms/use-form.ts';

type SecondStepProps = { onDone: (answer: SignInAnswer) => AfterDone; onRestart: () => void };

/** The code of the app, or one of the backup codes. */
export function SecondStep({ onDone, onRestart }: SecondStepProps) {
  const t = useTranslations('signIn');
  const [backup, setBackup] = useState(false);
  const form = useForm<SignInAnswer>({
    path: '/session/second-factor',
    body: (values) => ({ code: values.text('code').replaceAll(' ', '') }),
    onDone,
  });
  return (
    <>
      <h1 className="text-[22px] font-semibold">{t('secondTitle')}</h1>
      {!backup && <p className="mt-1 text-ink2">{t('secondReason')}</p>}
      <Form form={form} label={t('secondTitle')} className="mt-5 grid gap-4">
        <Field
          key={backup ? 'backup' : 'app'}
          name="code"
          label={backup ? t('backupCode') : t('code')}
          autoComplete="one-time-code"
          inputMode={backup ? 'text' : 'numeric'}
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          className="tracking-widest"
        />
        <SubmitButton className="mt-1 min-h-11">{t('confirm')}</SubmitButton>
      </Form>
      <div className="mt-5 flex flex-col items-start gap-2 text-small">
        <LinkButton onClick={() => setBackup(!backup)}>{backup ? t('useApp') : t('useBackup')}</LinkButton>
        <LinkButton onClick={onRestart}>{t('restart')}</LinkButton>
      </div>
    </>
  );
}

const LinkButton = ({ onClick, children }: { onClick: () => void; children: string }) => (
  <button
    type="button"
    onClick={onClick}
    className="font-semibold text-brand underline underline-offset-4 pointer-coarse:min-h-11"
  >
    {children}
  </button>
);

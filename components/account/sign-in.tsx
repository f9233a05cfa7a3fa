'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SignInAnswer } from '../../lib/wire/access/sign-in.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { type AfterDone, useForm } from '../forms/use-form.ts';
import { sameSitePath } from './same-site-path.ts';
import { SecondStep } from './second-step.tsx';

type SignInProps = {
  /** Where the reader wanted to go, as the address says. */
  to: string | null;
  /** Whether the reader was sent here because a session ended. */
  ended: boolean;
};

/** User name and password, then the second factor where there is one. */
export function SignIn({ to, ended }: SignInProps) {
  const t = useTranslations('signIn');
  const [step, setStep] = useState<'password' | 'second'>('password');
  const go = (answer: SignInAnswer): AfterDone => {
    if (answer.kind === 'second_factor') {
      setStep('second');
      return;
    }
    // A whole new document: nothing of whoever was here before stays in memory.
    location.assign(sameSitePath(to, location.origin) ?? answer.to);
    return 'leaving';
  };
  const form = useForm<SignInAnswer>({
    path: '/session',
    body: (values) => ({ login: values.text('login'), password: values.text('password') }),
    onDone: go,
  });
  if (step === 'second') return <SecondStep onDone={go} onRestart={() => setStep('password')} />;
  return (
    <>
      <h1 className="text-[22px] font-semibold">{t('title')}</h1>
      {ended && (
        <p className="mt-3 rounded-lg border border-risk bg-risk-soft px-3.5 py-2.5 text-small">
          {t('ended')}
        </p>
      )}
      <Form form={form} label={t('title')} className="mt-5 grid gap-4">
        <Field
          name="login"
          label={t('login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
        <PasswordField name="password" kind="current" label={t('password')} />
        <SubmitButton className="mt-1 min-h-11">{t('go')}</SubmitButton>
      </Form>
      <p className="mt-5 text-small text-ink2">{t('forgotten')}</p>
    </>
  );
}

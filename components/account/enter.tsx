'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SignInAnswer } from '../../lib/wire/access/sign-in.ts';
import { Form } from '../forms/form.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import { RefusalText } from '../forms/refusal-text.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { type AfterDone, useForm } from '../forms/use-form.ts';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/use-format.ts';
import { localTime } from './local-time.ts';
import { SecondStep } from './second-step.tsx';
import { TextLink } from './text-link.tsx';
import { type LookedLink, useLink } from './use-link.ts';
import { useLinkToken } from './use-link-token.ts';

/** What a one-time link opens: a first password, a new one, or the demonstration. */
export function Enter() {
  const t = useTranslations('enter');
  const [looked, again] = useLink(useLinkToken());
  switch (looked.kind) {
    case 'looking':
      return (
        <h1 role="status" className="text-lead font-semibold text-ink2">
          {t('looking')}
        </h1>
      );
    case 'refused':
      if (looked.refusal.code === 'bad_link') return <Used />;
      return (
        <>
          <h1 className="text-[22px] font-semibold">{t('failedTitle')}</h1>
          <p className="mt-2 text-ink2">
            <RefusalText refusal={looked.refusal} />
          </p>
          <Button className="mt-4" onClick={again}>
            {t('again')}
          </Button>
        </>
      );
    case 'found':
      return looked.link.kind === 'first_run' ? <ToStart token={looked.token} /> : <Opened {...looked} />;
  }
}

function Used() {
  const t = useTranslations('enter');
  return (
    <>
      <h1 className="text-[22px] font-semibold">{t('badTitle')}</h1>
      <p className="mt-2 text-ink2">{t('badReason')}</p>
      <p className="mt-2">{t('badAction')}</p>
      <p className="mt-5">
        <TextLink href="/login">{t('toSignIn')}</TextLink>
      </p>
    </>
  );
}

function ToStart({ token }: { token: string }) {
  const t = useTranslations('enter');
  return (
    <>
      <h1 className="text-[22px] font-semibold">{t('startTitle')}</h1>
      <p className="mt-2 text-ink2">{t('startReason')}</p>
      <p className="mt-5">
        <TextLink href={`/start#${token}`}>{t('toStart')}</TextLink>
      </p>
    </>
  );
}

function Opened({ token, link }: Extract<LookedLink, { kind: 'found' }>) {
  const t = useTranslations('enter');
  const format = useFormat();
  const { name, login, expiresAt } = link;
  const demo = link.kind === 'demo';
  const [second, setSecond] = useState(false);
  const go = (answer: SignInAnswer): AfterDone => {
    if (answer.kind === 'second_factor') return void setSecond(true);
    location.assign(answer.to);
    return 'leaving';
  };
  const form = useForm<SignInAnswer>({
    path: '/links/use',
    body: (values) => (demo ? { token } : { token, password: values.text('password') }),
    onDone: go,
  });
  if (second) return <SecondStep onDone={go} onRestart={() => location.assign('/login')} />;
  return (
    <>
      <h1 className="text-[22px] font-semibold">
        {demo
          ? t('demoTitle')
          : t(link.kind === 'recovery' ? 'recoveryTitle' : 'invitationTitle', { name: name ?? '' })}
      </h1>
      <p className="mt-2 text-ink2">
        {demo
          ? t('demoReason', { name: name ?? '' })
          : t(link.kind === 'recovery' ? 'recoveryReason' : 'invitationReason', { name: name ?? '' })}
        {!demo && <b className="font-semibold text-ink"> {login}</b>}
        {!demo && '.'}
      </p>
      <Form form={form} label={t('title')} className="mt-5 grid gap-4">
        {!demo && (
          <>
            {/* Tells password managers whose password it is. */}
            <input type="text" name="username" autoComplete="username" value={login ?? ''} readOnly hidden />
            <PasswordField name="password" kind="new" label={t('password')} />
          </>
        )}
        <SubmitButton className="min-h-11">{demo ? t('demoGo') : t('go')}</SubmitButton>
      </Form>
      {expiresAt !== null && (
        <p className="mt-5 text-small text-ink2">{t('until', localTime(format, Date.parse(expiresAt)))}</p>
      )}
    </>
  );
}

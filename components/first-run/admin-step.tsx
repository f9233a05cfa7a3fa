'use client';
import { useTranslations } from 'use-intl';
import type { SignInAnswer } from '../../lib/wire/access/sign-in.ts';
import { localTime } from '../account/local-time.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';

type AdminStepProps = { token: string; expiresAt: string | null; onMade: () => void };

/** The first person, who holds everything. */
export function AdminStep({ token, expiresAt, onMade }: AdminStepProps) {
  const t = useTranslations('start');
  const format = useFormat();
  const form = useForm<SignInAnswer>({
    path: '/first-run',
    body: (values) => ({
      token,
      name: values.text('name'),
      login: values.text('login'),
      email: values.optional('email'),
      password: values.text('password'),
    }),
    onDone: onMade,
  });
  return (
    <Panel
      title={t('stepAdmin')}
      aside={expiresAt && t('until', { time: localTime(format, Date.parse(expiresAt)).time })}
    >
      <p className="mt-0.5 text-small text-ink2">{t('adminReason')}</p>
      <div className="mt-4">
        <Form form={form} label={t('stepAdmin')} className="grid items-end gap-4 sm:grid-cols-2">
          <Field name="name" label={t('name')} autoComplete="name" autoFocus />
          <Field
            name="email"
            type="email"
            label={t('email')}
            optional
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Field
            name="login"
            label={t('login')}
            hint={t('loginHint')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <PasswordField name="password" kind="new" label={t('password')} />
          <div className="sm:col-span-2">
            <SubmitButton>{t('makeAdmin')}</SubmitButton>
          </div>
        </Form>
      </div>
    </Panel>
  );
}

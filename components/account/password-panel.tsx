'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Form } from '../forms/form.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { Panel } from '../ui/panel.tsx';

/** Changes the own password. */
export function PasswordPanel({ login, onChange }: { login: string; onChange: () => void }) {
  const t = useTranslations('account');
  const [changed, setChanged] = useState(false);
  const form = useForm({
    path: '/me/password',
    body: (values) => ({ current: values.text('current'), next: values.text('next') }),
    onDone: (_, element) => {
      element.reset();
      setChanged(true);
      onChange();
    },
  });
  return (
    <Panel title={t('password')} aside={t('passwordAside')}>
      <div className="mt-3">
        <Form form={form} label={t('password')}>
          {/* Tells password managers whose password it is. */}
          <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
          <PasswordField name="current" kind="current" label={t('current')} />
          <PasswordField name="next" kind="new" label={t('next')} />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton>{t('change')}</SubmitButton>
            <span role="status" className="text-small font-semibold text-met">
              {changed && form.refusal === null && t('changed')}
            </span>
          </div>
        </Form>
      </div>
    </Panel>
  );
}

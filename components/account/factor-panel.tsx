'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Me } from '../../lib/wire/access/account.ts';
import type { SecondFactorAnswer } from '../../lib/wire/access/sign-in.ts';
import { Form } from '../forms/form.tsx';
import { PasswordField } from '../forms/password-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { NewFactor } from './new-factor.tsx';

type FactorPanelProps = { factor: Me['secondFactor']; onChange: () => void };

/** The second factor: on or off, turning it on with a code, turning it off with the password. */
export function FactorPanel({ factor, onChange }: FactorPanelProps) {
  const t = useTranslations('account');
  const [begun, setBegun] = useState<SecondFactorAnswer | null>(null);
  const [confirmed, setConfirmed] = useState<readonly string[] | null>(null);
  return (
    <Panel
      title={t('factor')}
      aside={<Tag tone={factor.on ? 'met' : 'plain'}>{factor.on ? t('factorOn') : t('factorOff')}</Tag>}
    >
      <p className="mt-0.5 text-small text-ink2">
        {t('factorReason')}{' '}
        {factor.required && <b className="font-semibold text-ink">{t('factorRequired')}</b>}
      </p>
      {confirmed ? (
        <BackupCodes codes={confirmed} />
      ) : begun ? (
        <NewFactor
          begun={begun}
          onDone={() => {
            setConfirmed(begun.backupCodes);
            setBegun(null);
            onChange();
          }}
        />
      ) : (
        <AskPassword key={String(factor.on)} on={factor.on} onBegun={setBegun} onChange={onChange} />
      )}
    </Panel>
  );
}

type AskPasswordProps = { on: boolean; onBegun: (begun: SecondFactorAnswer) => void; onChange: () => void };

function AskPassword({ on, onBegun, onChange }: AskPasswordProps) {
  const t = useTranslations('account');
  const form = useForm<SecondFactorAnswer>({
    path: on ? '/me/second-factor/off' : '/me/second-factor',
    body: (values) => ({ password: values.text('password') }),
    onDone: (answer) => (on ? onChange() : onBegun(answer)),
  });
  return (
    <div className="mt-3">
      <Form form={form} label={t('factor')}>
        <PasswordField name="password" kind="current" label={t('current')} />
        <div>
          <SubmitButton>{on ? t('factorEnd') : t('factorBegin')}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

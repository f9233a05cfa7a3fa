'use client';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { SecondFactorAnswer } from '../../lib/wire/access/sign-in.ts';
import { CopyButton } from '../forms/copy-button.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { QrCode } from './qr-code.tsx';

/** The secret of a second factor, to be scanned or typed, and the first code of it. */
export function NewFactor({ begun, onDone }: { begun: SecondFactorAnswer; onDone: () => void }) {
  const t = useTranslations('account');
  const secretId = useId();
  const form = useForm({
    path: '/me/second-factor/confirm',
    body: (values) => ({ code: values.text('code').replaceAll(' ', '') }),
    onDone,
  });
  return (
    <div className="mt-4 grid gap-4 sm:grid-cols-[auto_1fr]">
      <div>
        <p className="mb-2 text-[13px] font-semibold">{t('scan')}</p>
        <QrCode text={begun.uri} label={t('qr')} />
      </div>
      <div className="min-w-0">
        <p className="text-[13px] font-semibold">{t('secret')}</p>
        <code
          id={secretId}
          className="my-2 block rounded-md border border-line bg-bg px-3 py-2 font-mono text-[13px] wrap-anywhere select-all"
        >
          {begun.secret.match(/.{1,4}/g)?.join(' ')}
        </code>
        <CopyButton text={begun.secret} from={secretId} />
        <div className="mt-4">
          <Form form={form} label={t('factor')}>
            <Field
              name="code"
              label={t('thenCode')}
              inputMode="numeric"
              autoComplete="one-time-code"
              autoFocus
              className="tracking-widest"
            />
            <div>
              <SubmitButton>{t('confirm')}</SubmitButton>
            </div>
          </Form>
        </div>
      </div>
    </div>
  );
}

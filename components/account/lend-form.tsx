'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { HeldRole } from '../../lib/wire/access/account.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';

const today = (): string => localDay(Intl.DateTimeFormat().resolvedOptions().timeZone, Date.now());

/** Lends an own role to somebody, from the first to the last day. */
export function LendForm({ lendable, onLent }: { lendable: readonly HeldRole[]; onLent: () => void }) {
  const t = useTranslations('account');
  const word = useTranslations('roles');
  const [lent, setLent] = useState(false);
  const form = useForm({
    path: '/me/loans',
    body: (values) => ({
      grant: values.text('grant'),
      to: values.text('to'),
      fromDay: values.text('fromDay'),
      toDay: values.text('toDay'),
    }),
    onDone: (_, element) => {
      element.reset();
      setLent(true);
      onLent();
    },
  });
  return (
    <div className="mt-3 border-t border-grid pt-3.5">
      <Form form={form} label={t('loans')} className="grid gap-3.5 sm:grid-cols-2">
        <SelectField name="grant" label={t('lendRole')}>
          {lendable.map(({ grant, role, area }) => (
            <option key={grant} value={grant}>
              {word(role)} · {area?.name ?? word('everything')}
            </option>
          ))}
        </SelectField>
        <Field name="to" label={t('lendTo')} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        <Field name="fromDay" type="date" label={t('lendFrom')} defaultValue={today()} />
        <Field name="toDay" type="date" label={t('lendUntil')} />
        <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
          <SubmitButton>{t('lend')}</SubmitButton>
          <span role="status" className="text-small font-semibold text-met">
            {lent && form.refusal === null && t('lent')}
          </span>
        </div>
      </Form>
    </div>
  );
}

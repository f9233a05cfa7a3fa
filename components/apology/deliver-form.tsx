'use client';
import { useTranslations } from 'use-intl';
import { DELIVERY_CHANNELS } from '../../lib/domain/apology/delivery.ts';
import type { ApologyAnswer } from '../../lib/wire/apology-acts.ts';
import { clockTime } from '../admin/week-plan.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { clockIn, dayIn } from './use-moment.ts';

type DeliverFormProps = { apology: ApologyAnswer; path: string; onDone: () => void };

/** How and when a signed letter reached whom it is addressed to. */
export function DeliverForm({ apology: { timezone }, path, onDone }: DeliverFormProps) {
  const t = useTranslations('apology.page.deliver');
  const channels = useTranslations('apology.page.channels');
  const form = useForm({
    path: `${path}/delivered`,
    body: (values) => ({
      channel: values.text('channel'),
      day: values.optional('day'),
      time: clockTime(values.text('time')),
    }),
    onDone,
  });
  const now = Date.now();
  return (
    <Form form={form} label={t('title')} className="grid items-end gap-4 sm:grid-cols-3">
      <SelectField name="channel" label={t('channel')}>
        {DELIVERY_CHANNELS.map((channel) => (
          <option key={channel} value={channel}>
            {channels(channel)}
          </option>
        ))}
      </SelectField>
      <Field name="day" type="date" label={t('day')} defaultValue={dayIn(timezone, now)} />
      <Field name="time" label={t('time')} defaultValue={clockIn(timezone, now)} inputMode="numeric" />
      <div className="sm:col-span-3">
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  );
}

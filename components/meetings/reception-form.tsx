'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ReceptionWhen } from '../../lib/domain/events/meeting.ts';
import { FORMAT_WORDS } from '../../lib/i18n/format-words.ts';
import type { Defined } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { useFormat } from '../ui/use-format.ts';
import { HoursFields } from './hours-fields.tsx';

const KINDS = ['weekly', 'monthly', 'days'] as const;
type Kind = ReceptionWhen['kind'];
const KIND_WORDS = { weekly: 'whenWeekly', monthly: 'whenMonthly', days: 'whenDays' } as const;

const parts = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== '');

/** What was typed, for the server to check. */
function typedWhen(kind: Kind, values: FormValues): object {
  switch (kind) {
    case 'weekly':
      return { kind, weekday: Number(values.text('weekday')) };
    case 'monthly':
      return { kind, daysOfMonth: parts(values.text('daysOfMonth')).map(Number) };
    case 'days':
      return { kind, days: parts(values.text('days')) };
  }
}

type ReceptionFormProps = { area: string; today: string; onDone: () => void };

/** Says when a leader receives citizens. */
export function ReceptionForm({ area, today, onDone }: ReceptionFormProps) {
  const t = useTranslations('meetings');
  const format = useFormat();
  const [kind, setKind] = useState<Kind>('weekly');
  const form = useForm<Defined>({
    path: `/areas/${encodeURIComponent(area)}/receptions`,
    body: (values) => ({
      leader: values.optional('leader'),
      place: values.optional('place'),
      when: typedWhen(kind, values),
      fromClock: values.text('fromClock'),
      toClock: values.text('toClock'),
      fromDay: values.optional('fromDay'),
      source: values.optional('source'),
    }),
    onDone,
  });
  return (
    <Form form={form} label={t('set')} className="grid gap-4 sm:grid-cols-2">
      <Field name="leader" label={t('leader')} hint={t('leaderHint')} maxLength={120} autoComplete="off" />
      <Field name="place" label={t('place')} maxLength={200} autoComplete="off" />
      <SelectField
        name="kind"
        label={t('when')}
        value={kind}
        onChange={({ currentTarget: { value } }) => setKind(KINDS.find((one) => one === value) ?? 'weekly')}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {t(KIND_WORDS[one])}
          </option>
        ))}
      </SelectField>
      {kind === 'weekly' && (
        <SelectField name="weekday" label={t('weekday')} pointer="/when/weekday" defaultValue="4">
          {FORMAT_WORDS[format.locale].weekdays.map((name, index) => (
            <option key={name} value={index + 1}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {kind === 'monthly' && (
        <Field
          name="daysOfMonth"
          label={t('daysOfMonth')}
          hint={t('daysOfMonthHint')}
          pointer="/when/daysOfMonth"
          autoComplete="off"
        />
      )}
      {kind === 'days' && (
        <TextAreaField
          name="days"
          label={t('dayList')}
          hint={t('dayListHint')}
          pointer="/when/days"
          rows={3}
          spellCheck={false}
        />
      )}
      <HoursFields />
      <Field name="fromDay" type="date" label={t('fromDay')} defaultValue={today} />
      <Field name="source" label={t('source')} hint={t('sourceHint')} maxLength={500} autoComplete="off" />
      <div className="sm:col-span-2">
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </Form>
  );
}

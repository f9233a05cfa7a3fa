'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Defined } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { clockTime, daysBetween } from './week-plan.ts';

const AT = '/definitions/0/data';

/** A day, or several in a row, with hours of its own or none: a holiday, a swapped day, a Saturday. */
export function SpecialDayForm({ area, onDone }: { area: string; onDone: () => void }) {
  const t = useTranslations('admin.hours');
  const admin = useTranslations('admin');
  const [open, setOpen] = useState(false);
  const definitions = (values: FormValues): unknown[] => {
    const first = values.text('fromDay');
    const spans = ['1', '2']
      .filter((n) => open && (n === '1' || values.text(`from-${n}`) + values.text(`to-${n}`) !== ''))
      .map((n) => ({ from: clockTime(values.text(`from-${n}`)), to: clockTime(values.text(`to-${n}`)) }));
    return daysBetween(first, values.text('lastDay')).map((day) => ({
      type: 'sessions.set',
      data: { area, scope: 'day', fromDay: day || undefined, source: values.optional('source'), spans },
    }));
  };
  const form = useForm<Defined>({
    path: '/admin/areas',
    body: (values) => ({ definitions: definitions(values) }),
    onDone,
  });
  return (
    <Form form={form} label={t('addDay')} className="grid gap-4 sm:grid-cols-2">
      <Field name="fromDay" type="date" label={t('day')} pointer={`${AT}/fromDay`} />
      <Field name="lastDay" type="date" label={t('lastDay')} hint={t('lastDayHint')} optional />
      <SelectField
        name="what"
        label={t('what')}
        value={open ? 'open' : 'closed'}
        onChange={(event) => setOpen(event.target.value === 'open')}
      >
        <option value="closed">{t('closedAllDay')}</option>
        <option value="open">{t('otherHours')}</option>
      </SelectField>
      <Field name="source" label={admin('source')} hint={t('sourceHint')} pointer={`${AT}/source`} optional />
      {open &&
        ['1', '2'].map((n, i) => (
          <fieldset key={n} className="grid grid-cols-2 gap-2">
            <legend className="mb-1 text-small text-ink2">{t('session', { n })}</legend>
            <Field
              name={`from-${n}`}
              label={t('from')}
              pointer={`${AT}/spans/${i}/from`}
              placeholder={i === 0 ? '07:30' : '13:30'}
              inputMode="numeric"
              optional={i > 0}
            />
            <Field
              name={`to-${n}`}
              label={t('to')}
              pointer={`${AT}/spans/${i}/to`}
              placeholder={i === 0 ? '11:30' : '17:00'}
              inputMode="numeric"
              optional={i > 0}
            />
          </fieldset>
        ))}
      <div className="sm:col-span-2">
        <SubmitButton>{admin('save')}</SubmitButton>
      </div>
    </Form>
  );
}

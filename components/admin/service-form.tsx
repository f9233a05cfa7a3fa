'use client';
import { useTranslations } from 'use-intl';
import type { Defined } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { typedNumber } from './typed-number.ts';

const AT = '/definitions/0/data';

/** Adds a service, or changes one by its code, from a day on. */
export function ServiceForm({ area, onDone }: { area: string; onDone: () => void }) {
  const t = useTranslations('admin.services');
  const admin = useTranslations('admin');
  const hours = useTranslations('admin.hours');
  const form = useForm<Defined>({
    path: '/admin/areas',
    body: (values) => ({
      definitions: [
        {
          type: 'service.defined',
          data: {
            area,
            service: values.optional('service'),
            name: values.optional('name'),
            nameEn: values.optional('nameEn'),
            maxServiceMinutes: typedNumber(values.text('most')),
            effectiveFrom: values.optional('effectiveFrom'),
          },
        },
      ],
    }),
    onDone,
  });
  return (
    <Form form={form} label={t('add')} className="grid gap-4 sm:grid-cols-2">
      <Field
        name="service"
        label={t('code')}
        hint={t('codeHint')}
        pointer={`${AT}/service`}
        autoComplete="off"
        spellCheck={false}
      />
      <Field name="name" label={admin('name')} pointer={`${AT}/name`} autoComplete="off" />
      <Field name="nameEn" label={admin('nameEn')} pointer={`${AT}/nameEn`} optional autoComplete="off" />
      <Field
        name="most"
        label={t('mostField')}
        hint={t('mostHint')}
        pointer={`${AT}/maxServiceMinutes`}
        inputMode="numeric"
        optional
      />
      <Field name="effectiveFrom" type="date" label={hours('fromDay')} pointer={`${AT}/effectiveFrom`} />
      <div className="sm:col-span-2">
        <SubmitButton>{admin('save')}</SubmitButton>
      </div>
    </Form>
  );
}

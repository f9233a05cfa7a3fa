'use client';
import { useTranslations } from 'use-intl';
import { SURVEY_MEASURES } from '../../lib/domain/survey-measure.ts';
import type { Defined } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { typedNumber } from './typed-number.ts';

/** Enters the result of a survey of the area; the same name and period again takes the place of what was entered. */
export function SurveyForm({ area, onDone }: { area: string; onDone: () => void }) {
  const t = useTranslations('surveys');
  const admin = useTranslations('admin');
  const form = useForm<Defined>({
    path: '/admin/surveys',
    body: (values) => {
      const percent = typedNumber(values.text('value'));
      return {
        area,
        name: values.optional('name'),
        fromDay: values.optional('fromDay'),
        toDay: values.optional('toDay'),
        n: typedNumber(values.text('n')),
        measure: values.text('measure'),
        value: typeof percent === 'number' ? Number((percent / 100).toFixed(8)) : percent,
        method: values.optional('method'),
        source: values.optional('source'),
      };
    },
    onDone,
  });
  return (
    <Form form={form} label={t('enter')} className="grid gap-4 sm:grid-cols-2">
      <Field name="name" label={t('name')} hint={t('nameHint')} autoComplete="off" />
      <Field name="n" label={t('n')} inputMode="numeric" autoComplete="off" />
      <Field name="fromDay" type="date" label={t('fromDay')} />
      <Field name="toDay" type="date" label={t('toDay')} />
      <SelectField name="measure" label={t('measure')}>
        {SURVEY_MEASURES.map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </SelectField>
      <Field name="value" label={t('value')} hint={t('valueHint')} inputMode="decimal" autoComplete="off" />
      <Field name="method" label={t('method')} hint={t('methodHint')} autoComplete="off" />
      <Field name="source" label={t('source')} autoComplete="off" />
      <div className="grid gap-2 sm:col-span-2">
        <p className="text-small text-ink2">{t('again')}</p>
        <div>
          <SubmitButton>{admin('save')}</SubmitButton>
        </div>
      </div>
    </Form>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import { COMPARED_METRICS } from '../../lib/domain/compared-metric.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { Button } from '../ui/button.tsx';

type StartModelFormProps = {
  /** Code of the unit. */
  area: string;
  today: string;
  onCancel: () => void;
  onDone: (model: string) => void;
};

/** Begins a model in a unit. */
export function StartModelForm({ area, today, onCancel, onDone }: StartModelFormProps) {
  const t = useTranslations('models');
  const measures = useTranslations('measures');
  const form = useForm<{ model: string }>({
    path: '/models',
    body: (values) => ({
      area,
      name: values.text('name'),
      about: values.optional('about'),
      metric: values.text('metric'),
      startDay: values.text('startDay'),
    }),
    onDone: ({ model }) => onDone(model),
  });
  return (
    <Form
      form={form}
      label={t('start')}
      className="grid gap-3 rounded-panel border border-line bg-panel px-4 py-3 *:max-w-xl"
    >
      <Field name="name" label={t('name')} maxLength={200} autoFocus />
      <TextAreaField name="about" label={t('aboutField')} rows={2} maxLength={2000} optional />
      <SelectField name="metric" label={t('metric')} hint={t('metricHint')}>
        {COMPARED_METRICS.map((one) => (
          <option key={one} value={one}>
            {measures(one)}
          </option>
        ))}
      </SelectField>
      <Field name="startDay" label={t('startDay')} type="date" max={today} defaultValue={today} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{t('send')}</SubmitButton>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </Form>
  );
}

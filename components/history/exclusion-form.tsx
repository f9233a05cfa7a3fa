'use client';
import { useTranslations } from 'use-intl';
import { COMPARED_METRICS, type ComparedMetric } from '../../lib/domain/compared-metric.ts';
import type { ExclusionLine } from '../../lib/wire/exclusion-reads.ts';
import type { NoteOfPeriod } from '../../lib/wire/reads.ts';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { Button } from '../ui/button.tsx';

type ExclusionFormProps = {
  note: NoteOfPeriod;
  metric: ComparedMetric;
  onCancel: () => void;
  onDone: () => void;
};

/** Asks that a noted period be left out of a measure. */
export function ExclusionForm({ note, metric, onCancel, onDone }: ExclusionFormProps) {
  const t = useTranslations('notes');
  const measures = useTranslations('measures');
  const form = useForm<ExclusionLine>({
    path: `/areas/${encodeURIComponent(note.unit)}/exclusions`,
    body: (values) => ({
      note: note.note,
      metrics: [values.text('metrics')],
      reason: values.text('reason'),
    }),
    onDone,
  });
  return (
    <Form form={form} label={t('excludeLabel')} className="mt-1.5 grid gap-2 *:max-w-xl">
      <SelectField name="metrics" label={t('metrics')} defaultValue={metric}>
        {COMPARED_METRICS.map((one) => (
          <option key={one} value={one}>
            {measures(one)}
          </option>
        ))}
      </SelectField>
      <TextAreaField name="reason" label={t('reason')} rows={2} maxLength={1000} autoFocus />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{t('ask')}</SubmitButton>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </Form>
  );
}

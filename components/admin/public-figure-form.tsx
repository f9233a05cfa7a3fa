'use client';
import { useTranslations } from 'use-intl';
import type { PublicMeasure } from '../../lib/domain/public-measures.ts';
import type { Defined } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';

type PublicFigureFormProps = {
  area: string;
  measure: PublicMeasure;
  /** What it becomes. */
  shown: boolean;
  onDone: () => void;
};

/** Makes a figure of a unit public or withdraws it, with the reason. */
export function PublicFigureForm({ area, measure, shown, onDone }: PublicFigureFormProps) {
  const t = useTranslations('admin.publicFigures');
  const label = t(shown ? 'publish' : 'withdraw');
  const form = useForm<Defined>({
    path: '/admin/public-figures',
    body: (values) => ({ area, measure, shown, source: values.optional('source') }),
    onDone,
  });
  return (
    <Form form={form} label={label} className="grid gap-4">
      <Field name="source" label={t('reason')} hint={t('reasonHint')} autoComplete="off" />
      <div>
        <SubmitButton>{label}</SubmitButton>
      </div>
    </Form>
  );
}

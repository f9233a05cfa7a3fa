'use client';
import { useTranslations } from 'use-intl';
import type { Defined } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { useForm } from '../forms/use-form.ts';
import { DatedFoot } from './dated-foot.tsx';
import { typedNumber } from './typed-number.ts';

/** Sets the day of the month on which the area's reporting periods begin. */
export function CutDayForm({ area, onDone }: { area: string; onDone: () => void }) {
  const t = useTranslations('calendar.reporting');
  const form = useForm<Defined>({
    path: '/admin/reporting-periods',
    body: (values) => ({
      area,
      cutDay: typedNumber(values.text('cutDay')),
      effectiveFrom: values.optional('effectiveFrom'),
      source: values.optional('source'),
    }),
    onDone,
  });
  return (
    <Form form={form} label={t('set')} className="grid gap-4 sm:grid-cols-2">
      <Field
        name="cutDay"
        label={t('cutDay')}
        hint={t('cutDayHint')}
        inputMode="numeric"
        autoComplete="off"
      />
      <DatedFoot fromDayHint={t('fromDayHint')} sourceHint={t('sourceHint')} />
    </Form>
  );
}

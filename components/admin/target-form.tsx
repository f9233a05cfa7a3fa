'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { METRICS } from '../../lib/domain/events/tree-words.ts';
import type { Defined, Settings } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { DatedFoot } from './dated-foot.tsx';
import { typedNumber } from './typed-number.ts';

type TargetFormProps = { area: string; services: Settings['services']; onDone: () => void };

/** Sets a target of the area from a day on, with the document it comes from. */
export function TargetForm({ area, services, onDone }: TargetFormProps) {
  const t = useTranslations('admin.targets');
  const [metric, setMetric] = useState<string>('satisfied');
  const form = useForm<Defined>({
    path: '/admin/targets',
    body: (values) => {
      const percent = typedNumber(values.text('value'));
      const minutes = typedNumber(values.text('seconds'));
      return {
        area,
        metric,
        service: values.optional('service'),
        value: typeof percent === 'number' ? Math.round(percent * 100) / 10_000 : percent,
        seconds: typeof minutes === 'number' ? Math.round(minutes * 60) : minutes,
        effectiveFrom: values.optional('effectiveFrom'),
        source: values.optional('source'),
      };
    },
    onDone,
  });
  return (
    <Form form={form} label={t('set')} className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name="metric"
        label={t('metric')}
        value={metric}
        onChange={(event) => setMetric(event.target.value)}
      >
        {METRICS.map((one) => (
          <option key={one} value={one}>
            {t(`metrics.${one}`)}
          </option>
        ))}
      </SelectField>
      <Field name="value" label={t('value')} hint={t('valueHint')} inputMode="decimal" autoComplete="off" />
      {metric === 'within' && (
        <>
          <Field name="seconds" label={t('minutes')} hint={t('minutesHint')} inputMode="decimal" optional />
          <SelectField name="service" label={t('service')} optional>
            <option value="">{t('allServices')}</option>
            {services.map(({ service, name }) => (
              <option key={service} value={service}>
                {name}
              </option>
            ))}
          </SelectField>
        </>
      )}
      <DatedFoot fromDayHint={t('fromDayHint')} sourceHint={t('sourceHint')} />
    </Form>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import { type AlertKind, KIND_DEFAULTS } from '../../lib/domain/alerts/kind.ts';
import { ruleFrom } from '../../lib/domain/alerts/rule.ts';
import type { AlertRuleDefinition } from '../../lib/domain/tree.ts';
import type { Defined } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { typedNumber } from './typed-number.ts';
import { typedSpans } from './typed-spans.ts';
import { spanTexts } from './week-plan.ts';

type AlertRuleFormProps = {
  area: string;
  kind: AlertKind;
  now: AlertRuleDefinition | undefined;
  onDone: () => void;
};

/** Sets the area's own rule of a kind from a day on; begins as what holds now. */
export function AlertRuleForm({ area, kind, now, onDone }: AlertRuleFormProps) {
  const t = useTranslations('alertRules');
  const alerts = useTranslations('alerts');
  const admin = useTranslations('admin');
  const { unit, raiseAt, clearAt, range } = KIND_DEFAULTS[kind];
  const rule = ruleFrom(kind, now);
  const form = useForm<Defined>({
    path: '/admin/alert-rules',
    body: (values) => ({
      area,
      kind,
      on: values.text('on') === 'yes',
      raiseAt: typedNumber(values.text('raiseAt')),
      clearAt: typedNumber(values.text('clearAt')),
      holdMinutes: typedNumber(values.text('holdMinutes')),
      escalateMinutes: typedNumber(values.text('escalateMinutes')),
      quiet: typedSpans(values.text('quiet')),
      effectiveFrom: values.optional('effectiveFrom'),
      source: values.optional('source'),
    }),
    onDone,
  });
  const [least, most] = range;
  return (
    <Form
      form={form}
      label={`${t('change')}: ${alerts(`kinds.${kind}`)}`}
      className="grid gap-4 sm:grid-cols-2"
    >
      <SelectField name="on" label={t('on')} defaultValue={rule.on ? 'yes' : 'no'}>
        <option value="yes">{t('onYes')}</option>
        <option value="no">{t('onNo')}</option>
      </SelectField>
      {raiseAt !== null && unit !== 'target' && unit !== 'pattern' && (
        <Field
          name="raiseAt"
          label={kind === 'dueToday' ? t('beforeField') : t(`raiseAt.${unit}`)}
          hint={t('range', { least, most })}
          inputMode="decimal"
          defaultValue={rule.raiseAt ?? ''}
        />
      )}
      {clearAt !== null && (
        <Field
          name="clearAt"
          label={t('clearAt')}
          hint={t('clearHint')}
          inputMode="decimal"
          defaultValue={rule.clearAt ?? ''}
        />
      )}
      <Field
        name="holdMinutes"
        label={t('holdMinutes')}
        inputMode="numeric"
        defaultValue={rule.holdMs / 60_000}
      />
      <Field
        name="escalateMinutes"
        label={t('escalateMinutes')}
        inputMode="numeric"
        defaultValue={rule.escalateMinutes}
      />
      <Field
        name="quiet"
        label={t('quietField')}
        hint={t('quietHint')}
        optional
        autoComplete="off"
        defaultValue={spanTexts(rule.quiet).join('; ')}
      />
      <Field name="effectiveFrom" type="date" label={t('fromDay')} hint={t('fromDayHint')} />
      <Field name="source" label={t('source')} hint={t('sourceHint')} />
      <div className="sm:col-span-2">
        <SubmitButton>{admin('save')}</SubmitButton>
      </div>
    </Form>
  );
}

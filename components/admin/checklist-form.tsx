'use client';
import { useTranslations } from 'use-intl';
import type { Checklist } from '../../lib/domain/inspection/checklist.ts';
import type { Defined } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { linesText, linesTyped } from './checklist-lines.ts';
import { DatedFoot } from './dated-foot.tsx';
import { plainCode } from './plain-code.ts';

/** `list` null: a new one. Without lines it is no longer looked at here. */
type ChecklistFormProps = { area: string; list: Checklist | null; onDone: () => void };

/** What inspectors look at, line by line, from a day on. */
export function ChecklistForm({ area, list, onDone }: ChecklistFormProps) {
  const t = useTranslations('conduct.checklists');
  const form = useForm<Defined>({
    path: '/admin/checklists',
    body: (values) => ({
      area,
      checklist: list?.checklist ?? (plainCode(values.text('name')) || undefined),
      name: values.optional('name'),
      nameEn: values.optional('nameEn'),
      items: linesTyped(values.text('items'), list?.items ?? []),
      effectiveFrom: values.optional('effectiveFrom'),
      source: values.optional('source'),
    }),
    onDone,
  });
  return (
    <Form form={form} label={list ? t('change') : t('add')} className="grid gap-4 sm:grid-cols-2">
      <Field name="name" label={t('name')} defaultValue={list?.name} maxLength={200} autoComplete="off" />
      <Field
        name="nameEn"
        label={t('nameEn')}
        defaultValue={list?.nameEn ?? ''}
        maxLength={200}
        autoComplete="off"
        optional
      />
      <div className="sm:col-span-2">
        <TextAreaField
          name="items"
          label={t('items')}
          hint={t('itemsHint')}
          rows={Math.max(5, (list?.items.length ?? 0) + 2)}
          defaultValue={linesText(list)}
          optional
        />
      </div>
      <DatedFoot
        fromDayHint={t('fromDayHint')}
        sourceHint={t('sourceHint')}
        source={{ autoComplete: 'off' }}
      />
    </Form>
  );
}

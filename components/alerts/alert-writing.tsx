'use client';
import { useTranslations } from 'use-intl';
import type { AlertAnswer } from '../../lib/wire/alert-reads.ts';
import { Form } from '../forms/form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { Button } from '../ui/button.tsx';

export type Writing = 'note' | 'close' | 'explain';

type AlertWritingProps = {
  /** Of the alert, as what follows `/api/v1`. */
  path: string;
  writing: Writing;
  onCancel: () => void;
  onDone: (answer: AlertAnswer) => void;
};

/** A few words about an alert: a note, the reason for closing it, or the unit's explanation. */
export function AlertWriting({ path, writing, onCancel, onDone }: AlertWritingProps) {
  const t = useTranslations('alerts');
  const explains = writing === 'explain';
  const form = useForm<AlertAnswer>({
    path: `${path}/${explains ? 'explanations' : 'acts'}`,
    body: (values) =>
      explains ? { text: values.text('text') } : { act: writing, note: values.text('note') },
    onDone,
  });
  const { label, send } = {
    note: { label: t('noteLabel'), send: t('sendNote') },
    close: { label: t('closeLabel'), send: t('sendClose') },
    explain: { label: t('explainLabel'), send: t('sendExplanation') },
  }[writing];
  return (
    <Form form={form} label={label} className="grid w-full gap-2 *:max-w-xl">
      {/* Whoever pressed the button wants to write. */}
      <TextAreaField name={explains ? 'text' : 'note'} label={label} rows={3} maxLength={4000} autoFocus />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{send}</SubmitButton>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </Form>
  );
}

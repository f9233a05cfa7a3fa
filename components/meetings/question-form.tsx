'use client';
import { useTranslations } from 'use-intl';
import type { Defined } from '../../lib/wire/access/administration.ts';
import { ActForm } from '../forms/act-form.tsx';
import { Field } from '../forms/field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';

type QuestionFormProps = { area: string; dialogue: string; onDone: () => void };

/** Writes down what was raised in a dialogue, who answers it and by when. */
export function QuestionForm({ area, dialogue, onDone }: QuestionFormProps) {
  const t = useTranslations('meetings');
  return (
    <ActForm<Defined>
      path={`/areas/${encodeURIComponent(area)}/dialogues/${encodeURIComponent(dialogue)}/questions`}
      label={t('raise')}
      body={(values) => ({
        text: values.optional('text'),
        raisedBy: values.optional('raisedBy'),
        owner: values.optional('owner'),
        dueDay: values.optional('dueDay'),
      })}
      onDone={onDone}
    >
      <TextAreaField name="text" label={t('text')} hint={t('textHint')} rows={3} maxLength={2000} />
      <Field
        name="raisedBy"
        label={t('raisedByField')}
        hint={t('raisedByHint')}
        maxLength={120}
        autoComplete="off"
        optional
      />
      <Field name="owner" label={t('ownerField')} maxLength={120} autoComplete="off" />
      <Field name="dueDay" type="date" label={t('dueDay')} />
    </ActForm>
  );
}

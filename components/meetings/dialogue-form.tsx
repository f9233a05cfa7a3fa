'use client';
import { useTranslations } from 'use-intl';
import type { Defined } from '../../lib/wire/access/administration.ts';
import type { DialogueLine } from '../../lib/wire/meeting-reads.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { HoursFields } from './hours-fields.tsx';

type DialogueFormProps = {
  area: string;
  /** One that is planned anew; without it a new one. */
  dialogue?: DialogueLine;
  onDone: () => void;
};

/** Plans a dialogue, or plans one anew. */
export function DialogueForm({ area, dialogue, onDone }: DialogueFormProps) {
  const t = useTranslations('meetings');
  const label = t(dialogue ? 'change' : 'plan');
  const form = useForm<Defined>({
    path: `/areas/${encodeURIComponent(area)}/dialogues`,
    body: (values) => ({
      ...(dialogue && { dialogue: dialogue.dialogue }),
      topic: values.optional('topic'),
      day: values.optional('day'),
      fromClock: values.text('fromClock'),
      toClock: values.text('toClock'),
      place: values.optional('place'),
    }),
    onDone,
  });
  return (
    <Form form={form} label={label} className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <Field
          name="topic"
          label={t('topic')}
          maxLength={300}
          autoComplete="off"
          defaultValue={dialogue?.topic}
        />
      </div>
      <Field name="day" type="date" label={t('day')} defaultValue={dialogue?.day} />
      <HoursFields fromClock={dialogue?.fromClock} toClock={dialogue?.toClock} />
      <div className="sm:col-span-2">
        <Field
          name="place"
          label={t('dialoguePlace')}
          maxLength={200}
          autoComplete="off"
          defaultValue={dialogue?.place}
        />
      </div>
      <div className="sm:col-span-2">
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </Form>
  );
}

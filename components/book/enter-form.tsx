'use client';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { SUGGESTION_CHANNELS } from '../../lib/domain/suggestion/channel.ts';
import type { PageAnswer } from '../../lib/wire/suggestion-reads.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { Panel } from '../ui/panel.tsx';
import { bookApiPath } from './book-path.ts';
import { PhotoField } from './photo-field.tsx';

/** A clerk writes a telephone call, a slip or a visit into the book. */
export function EnterForm({ unit, onDone }: { unit: string; onDone: (page: PageAnswer) => void }) {
  const t = useTranslations('book');
  const photo = useRef<string>(undefined);
  const form = useForm<PageAnswer>({
    path: bookApiPath(unit),
    body: (values) => ({
      text: values.text('text'),
      channel: values.text('channel'),
      contact: values.optional('contact'),
      photo: photo.current,
    }),
    onDone,
  });
  return (
    <Panel title={t('enter')} className="mt-3">
      <p className="mt-0.5 text-small text-ink2">{t('enterAbout')}</p>
      <div className="mt-3 max-w-2xl">
        <Form form={form} label={t('enter')}>
          <TextAreaField name="text" label={t('text')} rows={5} />
          <SelectField name="channel" label={t('channel')} defaultValue="book">
            {SUGGESTION_CHANNELS.map((channel) => (
              <option key={channel} value={channel}>
                {t(`channels.${channel}`)}
              </option>
            ))}
          </SelectField>
          <Field name="contact" label={t('contact')} hint={t('contactHint')} optional />
          <PhotoField
            onPhoto={(base64) => {
              photo.current = base64;
            }}
          />
          <div>
            <SubmitButton>{t('enter')}</SubmitButton>
          </div>
        </Form>
      </div>
    </Panel>
  );
}

'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { KeyMade } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { ActionLink } from './action-link.tsx';
import { AreaField } from './area-field.tsx';
import { PageHead } from './page-head.tsx';
import { RightsField } from './rights-field.tsx';
import { SecretOfKey } from './secret-of-key.tsx';
import { UpLink } from './up-link.tsx';

const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

/** Makes a key and shows its secret, this once, with a command that tries it. */
export function NewKey() {
  const t = useTranslations('admin.keys');
  const [area, setArea] = useState('');
  const [made, setMade] = useState<KeyMade | null>(null);
  const form = useForm<KeyMade>({
    path: '/admin/keys',
    body: (values) => ({
      area: values.optional('area'),
      name: values.optional('name'),
      rights: values.all('rights'),
      sources: words(values.text('sources')),
      types: words(values.text('types')),
    }),
    onDone: setMade,
  });
  return (
    <>
      <PageHead
        above={<UpLink href="/admin/keys">{t('title')}</UpLink>}
        title={t('make')}
        about={t('makeAbout')}
      />
      {made ? (
        <>
          <SecretOfKey secret={made.secret} area={area} />
          <p>
            <ActionLink href="/admin/keys">{t('toList')}</ActionLink>
          </p>
        </>
      ) : (
        <section className="max-w-3xl rounded-panel border border-line bg-panel px-4 py-4">
          <Form form={form} label={t('make')} className="grid gap-4 sm:grid-cols-2">
            <Field name="name" label={t('name')} hint={t('nameHint')} autoComplete="off" />
            <AreaField name="area" label={t('area')} hint={t('areaHint')} onChoose={setArea} />
            <RightsField />
            <div className="grid content-start gap-4">
              <TextAreaField
                name="sources"
                label={t('sources')}
                hint={t('sourcesHint')}
                optional
                rows={2}
                spellCheck={false}
                className="font-mono text-[13px]"
              />
              <TextAreaField
                name="types"
                label={t('types')}
                hint={t('typesHint')}
                optional
                rows={2}
                spellCheck={false}
                className="font-mono text-[13px]"
              />
            </div>
            <div className="sm:col-span-2">
              <SubmitButton>{t('make')}</SubmitButton>
            </div>
          </Form>
        </section>
      )}
    </>
  );
}

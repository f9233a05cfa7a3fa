'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DraftAnswer, DraftedAnswer } from '../../lib/wire/apology-acts.ts';
import { typedNumber } from '../admin/typed-number.ts';
import { Field } from '../forms/field.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { FormPart, Wide } from './form-part.tsx';
import { LetterForm } from './letter-form.tsx';
import { OfficeFields, officeOf } from './office-fields.tsx';
import { RecipientFields, recipientOf } from './recipient-fields.tsx';

type ConductFormProps = {
  known: DraftAnswer;
  path: string;
  /** What the address names: the rating, or the entry of the book with its page. */
  asked: Pick<URLSearchParams, 'get'>;
  onDone: (answer: DraftedAnswer) => 'leaving';
};

/** The letter about conduct: what told of it, what happened, what is done about it (AL5). */
export function ConductForm({ known, path, asked, onDone }: ConductFormProps) {
  const t = useTranslations('apology.page.new');
  const fields = useTranslations('apology.fields');
  const draft = known.draft?.kind === 'conduct' ? known.draft : null;
  const [about, setAbout] = useState(asked.get('suggestion') === null ? 'rating' : 'suggestion');
  const page = draft?.about.kind === 'suggestion' ? String(draft.about.page) : (asked.get('page') ?? '');
  const form = useForm<DraftedAnswer>({
    path,
    body: (values) => ({
      kind: 'conduct',
      about: aboutOf(values),
      happenedOn: values.optional('happenedOn'),
      happened: values.text('happened'),
      remedy: values.text('remedy'),
      ...recipientOf(values),
      ...officeOf(values),
    }),
    onDone,
  });
  return (
    <LetterForm
      form={form}
      label={t('titleConduct')}
      submit={draft ? t('kept') : t('submit')}
      office={<OfficeFields letter={known.draft} start={known.start} />}
      letter={
        <>
          <FormPart title={t('aboutTitle')}>
            <SelectField
              name="about"
              label={t('about')}
              pointer="/about/kind"
              value={about}
              onChange={(event) => setAbout(event.target.value)}
            >
              <option value="rating">{t('aboutRating')}</option>
              <option value="suggestion">{t('aboutBook')}</option>
            </SelectField>
            {about === 'rating' ? (
              <Field
                name="rating"
                label={t('ratingCode')}
                pointer="/about/rating"
                defaultValue={asked.get('rating') ?? ''}
                autoComplete="off"
                spellCheck={false}
              />
            ) : (
              <div className="grid grid-cols-2 gap-4">
                <Field
                  name="page"
                  label={t('page')}
                  pointer="/about/page"
                  defaultValue={page}
                  inputMode="numeric"
                />
                <Field
                  name="suggestion"
                  label={t('entry')}
                  pointer="/about/suggestion"
                  defaultValue={asked.get('suggestion') ?? ''}
                  autoComplete="off"
                  spellCheck={false}
                />
              </div>
            )}
            <Field
              name="happenedOn"
              type="date"
              label={fields('happenedOn')}
              defaultValue={draft?.happenedOn ?? ''}
            />
            <Wide>
              <TextAreaField
                name="happened"
                label={fields('happened')}
                defaultValue={draft?.happened}
                rows={3}
              />
            </Wide>
            <Wide>
              <TextAreaField name="remedy" label={fields('remedy')} defaultValue={draft?.remedy} rows={2} />
            </Wide>
          </FormPart>
          <RecipientFields letter={known.draft} />
        </>
      }
    />
  );
}

const aboutOf = (values: FormValues): object =>
  values.text('about') === 'rating'
    ? { kind: 'rating', rating: values.text('rating') }
    : {
        kind: 'suggestion',
        suggestion: values.text('suggestion'),
        page: typedNumber(values.text('page')),
      };

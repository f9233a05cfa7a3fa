'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ApologyLetter } from '../../lib/domain/apology/letter.ts';
import { Field } from '../forms/field.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { FormPart, Wide } from './form-part.tsx';

/** To whom, and the words; `letter` is the draft that is being written anew. */
export function RecipientFields({ letter }: { letter: ApologyLetter | null }) {
  const t = useTranslations('apology.page.new');
  const fields = useTranslations('apology.fields');
  const honorifics = useTranslations('apology.honorifics');
  const to = letter?.recipient;
  const [kind, setKind] = useState(to?.kind ?? 'citizen');
  return (
    <FormPart title={t('to')}>
      <SelectField
        name="recipientKind"
        label={fields('recipientKind')}
        pointer="/recipient/kind"
        value={kind}
        onChange={(event) => setKind(event.target.value === 'organisation' ? 'organisation' : 'citizen')}
      >
        <option value="citizen">{fields('citizen')}</option>
        <option value="organisation">{fields('organisation')}</option>
      </SelectField>
      {kind === 'citizen' ? (
        <SelectField
          name="honorific"
          label={fields('honorific')}
          pointer="/recipient/honorific"
          defaultValue={to?.kind === 'citizen' ? to.honorific : 'ong_ba'}
        >
          <option value="ong">{honorifics('ong')}</option>
          <option value="ba">{honorifics('ba')}</option>
          <option value="ong_ba">{honorifics('ong_ba')}</option>
        </SelectField>
      ) : (
        <div className="max-sm:hidden" />
      )}
      <Field
        name="recipientName"
        label={fields('recipientName')}
        pointer="/recipient/name"
        defaultValue={to?.name}
        autoComplete="off"
      />
      <Field
        name="address"
        label={fields('address')}
        pointer="/recipient/address"
        defaultValue={to?.address ?? ''}
        autoComplete="off"
        optional
      />
      <Wide>
        <TextAreaField
          name="words"
          label={fields('words')}
          placeholder={t('wordsHint')}
          defaultValue={letter?.words ?? ''}
          rows={3}
          optional
        />
      </Wide>
    </FormPart>
  );
}

/** The recipient and the words as they are sent. */
export function recipientOf(values: FormValues): object {
  const citizen = values.text('recipientKind') === 'citizen';
  return {
    recipient: {
      kind: values.text('recipientKind'),
      ...(citizen && { honorific: values.text('honorific') }),
      name: values.text('recipientName'),
      address: values.optional('address'),
    },
    words: values.optional('words'),
  };
}

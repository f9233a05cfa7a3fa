'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ApologyLetter } from '../../lib/domain/apology/letter.ts';
import type { DraftAnswer } from '../../lib/wire/apology-acts.ts';
import { Field } from '../forms/field.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { FormPart, Wide } from './form-part.tsx';

type OfficeFieldsProps = {
  /** The draft that is being written anew. */
  letter: ApologyLetter | null;
  start: DraftAnswer['start'];
};

const AS = ['TM', 'KT', 'TL', 'TUQ'] as const;
const LINES = [0, 1] as const;

/** From whom, and who signs: as the unit wrote it last. */
export function OfficeFields({ letter, start }: OfficeFieldsProps) {
  const t = useTranslations('apology.page.new');
  const fields = useTranslations('apology.fields');
  const { body, symbol, copies } = letter ?? start;
  const signatory = letter?.signatory ?? start.signatory;
  return (
    <>
      <FormPart title={t('office')}>
        <Wide>
          <Field name="bodyName" label={fields('bodyName')} pointer="/body/name" defaultValue={body.name} />
        </Wide>
        <Wide>
          <Field
            name="bodyParent"
            label={fields('bodyParent')}
            pointer="/body/parent"
            defaultValue={body.parent ?? ''}
            optional
          />
        </Wide>
        <Field
          name="place"
          label={fields('place')}
          placeholder={t('placeHint')}
          pointer="/body/place"
          defaultValue={body.place}
        />
        <Field
          name="symbol"
          label={fields('symbol')}
          placeholder={t('symbolHint')}
          defaultValue={symbol ?? ''}
          autoComplete="off"
          optional
        />
      </FormPart>
      <FormPart title={t('signatory')}>
        {LINES.map((line) => (
          <Capacity key={line} line={line} held={signatory?.onBehalf[line]} />
        ))}
        <Field
          name="title"
          label={fields('title')}
          pointer="/signatory/title"
          defaultValue={signatory?.title}
          autoComplete="off"
        />
        <Field
          name="signatory"
          label={fields('signatory')}
          pointer="/signatory/name"
          defaultValue={signatory?.name}
          autoComplete="off"
        />
        <Wide>
          <TextAreaField
            name="copies"
            label={fields('copies')}
            hint={t('copiesHint')}
            defaultValue={copies.join('\n')}
            rows={2}
            optional
          />
        </Wide>
      </FormPart>
    </>
  );
}

type CapacityProps = {
  line: (typeof LINES)[number];
  held: ApologyLetter['signatory']['onBehalf'][number] | undefined;
};

/** "KT. CHỦ TỊCH": one line of in whose place somebody signs. */
function Capacity({ line, held }: CapacityProps) {
  const t = useTranslations('apology.page.new');
  const [as, setAs] = useState<string>(held?.as ?? '');
  return (
    <>
      <SelectField
        name={`as-${line}`}
        label={line === 0 ? t('as') : t('as2')}
        pointer={`/signatory/onBehalf/${line}/as`}
        value={as}
        onChange={(event) => setAs(event.target.value)}
        optional
      >
        <option value="">{t('asNone')}</option>
        {AS.map((one) => (
          <option key={one} value={one}>
            {t(`as_${one}`)}
          </option>
        ))}
      </SelectField>
      <Field
        name={`of-${line}`}
        label={t('of')}
        placeholder={t('ofHint')}
        pointer={`/signatory/onBehalf/${line}/of`}
        defaultValue={held?.of ?? ''}
        disabled={as === ''}
        autoComplete="off"
        optional={as === ''}
      />
    </>
  );
}

/** Letterhead, signatory and copies as they are sent. */
export const officeOf = (values: FormValues): object => ({
  body: {
    name: values.text('bodyName'),
    parent: values.optional('bodyParent'),
    place: values.text('place'),
  },
  symbol: values.optional('symbol'),
  signatory: {
    onBehalf: LINES.filter((line) => values.text(`as-${line}`) !== '').map((line) => ({
      as: values.text(`as-${line}`),
      of: values.text(`of-${line}`),
    })),
    title: values.text('title'),
    name: values.text('signatory'),
  },
  copies: values
    .text('copies')
    .split('\n')
    .filter((copy) => copy.trim() !== ''),
});

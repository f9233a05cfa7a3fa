'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { KnownSet } from '../../lib/domain/conduct/default-sets.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { Defined } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { SelectField } from '../forms/select-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { ConductPoints, pointsTyped, type TypedPoint, typedPoints } from './conduct-points.tsx';
import { DatedFoot } from './dated-foot.tsx';

const OWN = 'own';

type ConductFormProps = {
  area: string;
  known: readonly KnownSet[];
  /** What holds today: where own points begin. */
  held: KnownSet | undefined;
  onDone: () => void;
};

/** Chooses a known code of conduct for an area from a day on, or writes its own points. */
export function ConductForm({ area, known, held, onDone }: ConductFormProps) {
  const t = useTranslations('conduct');
  const locale = useLocale();
  const [base, setBase] = useState('0');
  const [points, setPoints] = useState<readonly TypedPoint[]>(() =>
    typedPoints((held ?? known[0])?.points ?? []),
  );
  const chosen = base === OWN ? undefined : known[Number(base)];
  const form = useForm<Defined>({
    path: '/admin/conduct',
    body: (values) => ({
      area,
      ...(chosen ?? ownSet(values, points)),
      effectiveFrom: values.optional('effectiveFrom'),
      source: values.optional('source'),
    }),
    onDone,
  });
  return (
    <Form form={form} label={t('set')} className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name="base"
        label={t('base')}
        hint={t('baseHint')}
        value={base}
        onChange={(event) => setBase(event.target.value)}
      >
        {known.map((set, index) => (
          <option key={set.name} value={index}>
            {localName(locale, set)}
          </option>
        ))}
        <option value={OWN}>{t('own')}</option>
      </SelectField>
      <span className="max-sm:hidden" />
      {chosen ? (
        <p className="text-small text-ink2 sm:col-span-2">
          {chosen.points.map(({ text, textEn }) => (locale === 'vi' ? text : textEn)).join(' · ')}
        </p>
      ) : (
        <>
          <Field
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            defaultValue={held?.name}
            maxLength={120}
          />
          <Field name="nameEn" label={t('nameEn')} defaultValue={held?.nameEn} maxLength={120} />
          <ConductPoints points={points} onChange={setPoints} />
        </>
      )}
      <DatedFoot
        fromDayHint={t('fromDayHint')}
        sourceHint={t('sourceHint')}
        source={{ autoComplete: 'off' }}
      />
    </Form>
  );
}

const ownSet = (values: FormValues, points: readonly TypedPoint[]) => ({
  name: values.optional('name'),
  nameEn: values.optional('nameEn'),
  points: pointsTyped(values, points),
});

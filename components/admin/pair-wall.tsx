'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { WALL_DISTANCES, WALL_VIEWS } from '../../lib/domain/access/wall-view.ts';
import type { WallMade } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { AreaField } from './area-field.tsx';
import { FormOpener } from './form-opener.tsx';
import { PairedWall } from './paired-wall.tsx';

/** Pairs a wall display and shows its token, this once. */
export function PairWall({ onPaired }: { onPaired: () => void }) {
  const t = useTranslations('admin.walls');
  const [made, setMade] = useState<WallMade | null>(null);
  return (
    <>
      {made && <PairedWall key={made.wall} token={made.token} />}
      <FormOpener label={t('pair')}>
        {(done) => (
          <PairForm
            onDone={(wall) => {
              done();
              setMade(wall);
              onPaired();
            }}
          />
        )}
      </FormOpener>
    </>
  );
}

function PairForm({ onDone }: { onDone: (wall: WallMade) => void }) {
  const t = useTranslations('admin.walls');
  const form = useForm<WallMade>({
    path: '/admin/walls',
    body: (values) => ({
      name: values.optional('name'),
      area: values.optional('area'),
      view: values.optional('view'),
      distance: Number(values.optional('distance')),
    }),
    onDone,
  });
  return (
    <Form form={form} label={t('pair')} className="grid gap-4 sm:grid-cols-2">
      <Field name="name" label={t('name')} hint={t('nameHint')} autoComplete="off" />
      <AreaField name="area" label={t('area')} />
      <SelectField name="view" label={t('view')}>
        {WALL_VIEWS.map((view) => (
          <option key={view} value={view}>
            {t(`views.${view}`)}
          </option>
        ))}
      </SelectField>
      <SelectField name="distance" label={t('distance')} hint={t('distanceHint')}>
        {WALL_DISTANCES.map((metres) => (
          <option key={metres} value={metres}>
            {t('metres', { metres })}
          </option>
        ))}
      </SelectField>
      <div className="sm:col-span-2">
        <SubmitButton>{t('pair')}</SubmitButton>
      </div>
    </Form>
  );
}

'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { DEVICE_KINDS, type DeviceKind, isAtOneCounter } from '../../lib/domain/access/device-kind.ts';
import { WALL_VIEWS, type WallView } from '../../lib/domain/access/wall-view.ts';
import type { DevicePaired } from '../../lib/wire/access/administration.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { AreaField } from './area-field.tsx';
import { FormOpener } from './form-opener.tsx';

type Becomes = WallView | DeviceKind;

const isView = (kind: Becomes): kind is WallView => WALL_VIEWS.some((view) => view === kind);

/** Makes what shows a code a wall or a device of an area. */
export function PairDevice({ onPaired }: { onPaired: () => void }) {
  const t = useTranslations('admin.walls');
  return (
    <FormOpener label={t('pairCode')} onSaved={onPaired}>
      {(done) => <PairForm onDone={done} />}
    </FormOpener>
  );
}

function PairForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('admin.walls');
  const [kind, setKind] = useState<Becomes>('hall');
  const form = useForm<DevicePaired>({
    path: '/admin/devices',
    body: (values) => ({
      code: values.optional('code'),
      name: values.optional('name'),
      area: values.optional('area'),
      ...(isView(kind) ? { kind: 'wall', view: kind } : { kind }),
      ...(!isView(kind) && isAtOneCounter(kind) && { counter: values.optional('counter') }),
    }),
    onDone,
  });
  return (
    <Form form={form} label={t('pairCode')} className="grid gap-4 sm:grid-cols-2">
      <Field
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder="ACDE-3479"
        className="font-mono uppercase"
      />
      <SelectField
        name="kind"
        label={t('kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value as Becomes)}
      >
        {[...WALL_VIEWS, ...DEVICE_KINDS].map((one) => (
          <option key={one} value={one}>
            {t(`kinds.${one}`)}
          </option>
        ))}
      </SelectField>
      <AreaField name="area" label={t('area')} />
      {!isView(kind) && isAtOneCounter(kind) && (
        <Field
          name="counter"
          label={t('counter')}
          hint={t('counterHint')}
          autoComplete="off"
          maxLength={64}
        />
      )}
      <Field name="name" label={t('name')} hint={t('nameHint')} autoComplete="off" />
      <div className="sm:col-span-2">
        <SubmitButton>{t('pairCode')}</SubmitButton>
      </div>
    </Form>
  );
}

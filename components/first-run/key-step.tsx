'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { KeyMade } from '../../lib/wire/access/administration.ts';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { fullName } from '../board/place-name.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { Panel } from '../ui/panel.tsx';
import type { MadeKey } from './made-key.ts';

type KeyStepProps = {
  units: readonly AreaItem[];
  /** Keys there are already; their secrets are known to nobody here. */
  keys: number;
  onMade: (made: MadeKey) => void;
};

/** A key with which one unit sends. */
export function KeyStep({ units, keys, onMade }: KeyStepProps) {
  const t = useTranslations('start');
  const locale = useLocale();
  const form = useForm<KeyMade>({
    path: '/admin/keys',
    body: (values) => ({ area: values.text('area'), name: values.text('name'), rights: ['write'] }),
    onDone: ({ secret }, element) => {
      const chosen = new FormData(element).get('area');
      const unit = units.find(({ code }) => code === chosen);
      if (unit) onMade({ unit, secret, at: Date.now() });
    },
  });
  return (
    <Panel title={t('stepKey')}>
      <p className="mt-0.5 text-small text-ink2">
        {keys > 0 ? t('keysExist', { count: keys }) : t('keyReason')}
      </p>
      <div className="mt-4">
        <Form form={form} label={t('stepKey')} className="grid items-start gap-4 sm:grid-cols-2">
          <SelectField name="area" label={t('unit')}>
            {units.map((unit) => (
              <option key={unit.code} value={unit.code}>
                {fullName(locale, unit)}
              </option>
            ))}
          </SelectField>
          <Field name="name" label={t('keyName')} autoComplete="off" defaultValue={t('keyNameValue')} />
          <div className="sm:col-span-2">
            <SubmitButton>{t('makeKey')}</SubmitButton>
          </div>
        </Form>
      </div>
    </Panel>
  );
}

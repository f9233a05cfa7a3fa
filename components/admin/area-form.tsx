'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { KINDS } from '../../lib/domain/events/tree-words.ts';
import { isUnit } from '../../lib/domain/tree.ts';
import type { Defined } from '../../lib/wire/access/administration.ts';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useForm } from '../forms/use-form.ts';
import { AreaContactFields } from './area-contact-fields.tsx';
import { AreaDetails, AREA_AT as AT } from './area-details.tsx';
import { AreaField } from './area-field.tsx';
import { useAreas } from './areas-provider.tsx';

const canHold = (area: AreaItem): boolean => !isUnit(area);

type AreaFormProps = {
  /** The area to change; null: a new one. */
  area: AreaItem | null;
  parent?: string;
  onDone: (code: string) => void;
};

/** Defines an area: a new one with its code, or a name, label or queue that changes. */
export function AreaForm({ area, parent = '', onDone }: AreaFormProps) {
  const t = useTranslations('admin');
  const kinds = useTranslations('kinds');
  const { byCode } = useAreas();
  const [above, setAbove] = useState(area?.parent ?? parent);
  const [kind, setKind] = useState<string>(area?.kind ?? (parent === '' ? 'city' : 'ward'));
  const definitionOf = (values: FormValues): unknown => {
    const holder = byCode.get(above);
    return {
      code: area?.code ?? values.optional('code'),
      parent: kind === 'city' ? null : above || undefined,
      kind,
      name: values.optional('name'),
      nameEn: values.optional('nameEn'),
      label: values.optional('label'),
      timezone: values.optional('timezone'),
      queue: values.text('queue'),
      hotline: values.optional('hotline'),
      address: values.optional('address'),
      demo: area?.demo ?? holder?.demo ?? false,
      validFrom: values.optional('validFrom'),
      validTo: values.optional('validTo'),
      succeeds: values
        .text('succeeds')
        .split(/[\s,;]+/)
        .filter(Boolean),
    };
  };
  const form = useForm<Defined>({
    path: '/admin/areas',
    body: (values) => ({ definitions: [{ type: 'area.defined', data: definitionOf(values) }] }),
    onDone: (_, element) => onDone(area?.code ?? String(new FormData(element).get('code')).trim()),
  });
  const zone = area?.timezone ?? byCode.get(above)?.timezone ?? 'Asia/Ho_Chi_Minh';
  return (
    <Form form={form} label={area ? t('changeArea') : t('addArea')} className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name="kind"
        label={t('kind')}
        pointer={`${AT}/kind`}
        value={kind}
        onChange={(event) => setKind(event.target.value)}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {kinds(one)}
          </option>
        ))}
      </SelectField>
      {kind === 'city' ? (
        <span />
      ) : (
        <AreaField
          name="parent"
          label={t('parent')}
          pointer={`${AT}/parent`}
          initial={above}
          fits={canHold}
          onChoose={setAbove}
        />
      )}
      <Field
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        pointer={`${AT}/name`}
        defaultValue={area?.name}
        autoComplete="off"
      />
      {area ? (
        <Field
          name="nameEn"
          label={t('nameEn')}
          hint={t('nameEnHint')}
          pointer={`${AT}/nameEn`}
          optional
          defaultValue={area.nameEn ?? ''}
          autoComplete="off"
        />
      ) : (
        <Field
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          pointer={`${AT}/code`}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      {!area && (
        <Field
          name="nameEn"
          label={t('nameEn')}
          hint={t('nameEnHint')}
          pointer={`${AT}/nameEn`}
          optional
          autoComplete="off"
        />
      )}
      <Field
        name="label"
        label={t('label')}
        hint={t('labelHint')}
        pointer={`${AT}/label`}
        optional
        defaultValue={area?.label ?? ''}
      />
      <AreaDetails area={area} zone={zone} />
      <AreaContactFields area={area} above={kind === 'city' ? null : above} />
      <div className="sm:col-span-2">
        <SubmitButton>{area ? t('save') : t('addArea')}</SubmitButton>
      </div>
    </Form>
  );
}

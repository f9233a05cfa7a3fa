'use client';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { HELD_IN, ROLES, type Role } from '../../lib/domain/access/role.ts';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { Field } from '../forms/field.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { SelectField } from '../forms/select-field.tsx';
import { AreaField } from './area-field.tsx';
import { useMe } from './me-provider.tsx';

const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** What the fields below say, as the API takes it. */
export const roleOf = (values: FormValues): Record<string, unknown> => ({
  role: values.optional('role'),
  area: values.checked('whole') ? null : values.optional('area'),
  fromDay: values.optional('fromDay'),
  toDay: values.optional('toDay'),
});

/** A role, where it is held, and from when to when. Only areas in which the role can be held are offered. */
export function RoleFields() {
  const t = useTranslations('admin.people');
  const roles = useTranslations('roles');
  const [role, setRole] = useState<Role>('head');
  const [whole, setWhole] = useState(false);
  const everything = useMe().roles.some((held) => held.role === 'admin' && held.area === null);
  const fits = useCallback((area: AreaItem): boolean => HELD_IN[role].includes(area.kind), [role]);
  const offersWhole = role === 'admin' && everything;
  return (
    <>
      <SelectField
        name="role"
        label={t('role')}
        hint={t(`does.${role}`)}
        value={role}
        onChange={({ target }) => isRole(target.value) && setRole(target.value)}
      >
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {roles(one)}
          </option>
        ))}
      </SelectField>
      <div className="grid content-start gap-2">
        {!(offersWhole && whole) && (
          <AreaField key={role} name="area" label={t('where')} hint={t('whereHint')} fits={fits} />
        )}
        {offersWhole && (
          <label className="flex items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              name="whole"
              checked={whole}
              onChange={({ target }) => setWhole(target.checked)}
              className="size-4 accent-brand"
            />
            {roles('everything')}
          </label>
        )}
      </div>
      <Field name="fromDay" type="date" label={t('firstDay')} hint={t('firstDayHint')} optional />
      <Field name="toDay" type="date" label={t('lastDay')} hint={t('lastDayHint')} optional />
    </>
  );
}

'use client';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Field } from '../forms/field.tsx';
import { FilterForm } from '../forms/filter-form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { SelectField } from '../forms/select-field.tsx';
import { Button } from '../ui/button.tsx';
import { AreaField } from './area-field.tsx';
import { useAreas } from './areas-provider.tsx';
import { AUDIT_FILTERS } from './audit-query.ts';
import { AUDIT_TYPES } from './audit-types.ts';

/** Area, kind of act, days and person; applied together, kept in the address. */
export function AuditFilters() {
  const t = useTranslations('audit');
  const router = useRouter();
  const address = useSearchParams();
  const { state } = useAreas();
  const given = (name: (typeof AUDIT_FILTERS)[number]): string => address.get(name) ?? '';
  const some = AUDIT_FILTERS.some((name) => given(name) !== '');
  const apply = (values: FormValues): void => {
    const query = new URLSearchParams();
    for (const name of AUDIT_FILTERS) {
      const value = values.optional(name);
      if (value !== undefined) query.set(name, value);
    }
    router.push(`/admin/audit?${query}`);
  };
  return (
    <section aria-label={t('filters')} className="rounded-panel border border-line bg-panel px-4 py-3.5">
      <FilterForm
        key={`${address} ${state.kind}`}
        label={t('filters')}
        onApply={apply}
        className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4"
      >
        <AreaField name="area" label={t('area')} initial={given('area')} optional />
        <SelectField name="type" label={t('type')} defaultValue={given('type')} optional>
          <option value="">{t('anyType')}</option>
          {AUDIT_TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`types.${type}`)}
            </option>
          ))}
        </SelectField>
        <Field name="from" type="date" label={t('fromDay')} defaultValue={given('from')} optional />
        <Field name="to" type="date" label={t('toDay')} defaultValue={given('to')} optional />
        {given('person') !== '' && (
          <Field
            name="person"
            label={t('person')}
            hint={t('personHint')}
            defaultValue={given('person')}
            optional
          />
        )}
        <div className="flex flex-wrap gap-2 sm:col-span-2">
          <Button type="submit" look="primary">
            {t('apply')}
          </Button>
          {some && <Button onClick={() => router.push('/admin/audit')}>{t('clear')}</Button>}
        </div>
      </FilterForm>
    </section>
  );
}

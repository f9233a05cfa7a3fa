'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { AreaField } from '../admin/area-field.tsx';
import { Field } from '../forms/field.tsx';
import { FilterForm } from '../forms/filter-form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { SelectField } from '../forms/select-field.tsx';
import { Button } from '../ui/button.tsx';
import { type ApologyFilters, addressOf, filtersOf, PERIODS } from './apology-query.ts';

type ApologyFilterFormProps = {
  filters: ApologyFilters;
  /** The area that is shown. */
  area: string;
};

/** Area, dossier and period; applied together, kept in the address. */
export function ApologyFilterForm({ filters, area }: ApologyFilterFormProps) {
  const t = useTranslations('apology.page');
  const router = useRouter();
  const apply = (values: FormValues): void => {
    const typed = filtersOf({ get: (name) => values.optional(name) ?? null });
    router.push(addressOf({ ...typed, state: filters.state }));
  };
  const some = filters.area !== null || filters.dossier !== null || filters.state !== null;
  return (
    <section aria-label={t('filters')} className="rounded-panel border border-line bg-panel px-4 py-3.5">
      <FilterForm
        key={addressOf(filters)}
        label={t('filters')}
        onApply={apply}
        className="grid grid-cols-2 items-end gap-3 lg:items-start lg:grid-cols-[2fr_1.4fr_1fr_auto]"
      >
        <div className="col-span-2 min-w-0 lg:col-span-1">
          <AreaField name="area" label={t('area')} initial={area} />
        </div>
        <Field
          name="dossier"
          label={t('dossier')}
          defaultValue={filters.dossier ?? ''}
          autoComplete="off"
          spellCheck={false}
          optional
        />
        <SelectField name="days" label={t('period')} defaultValue={String(filters.days)}>
          {PERIODS.map((days) => (
            <option key={days} value={days}>
              {t('lastDays', { days })}
            </option>
          ))}
        </SelectField>
        <div className="col-span-2 flex flex-wrap gap-2 self-end lg:col-span-1">
          <Button type="submit" look="primary" className="min-h-10.5 px-4">
            {t('apply')}
          </Button>
          {some && (
            <Button className="min-h-10.5" onClick={() => router.push('/apologies')}>
              {t('clear')}
            </Button>
          )}
        </div>
      </FilterForm>
    </section>
  );
}

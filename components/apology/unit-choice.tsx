'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { isUnit } from '../../lib/domain/tree.ts';
import { AreaField } from '../admin/area-field.tsx';
import { FilterForm } from '../forms/filter-form.tsx';

/** The unit that writes the letter, where the address names none. */
export function UnitChoice() {
  const t = useTranslations('apology.page.new');
  const router = useRouter();
  return (
    <section className="max-w-xl rounded-panel border border-line bg-panel px-4 py-4">
      {/* Choosing is all there is: nothing waits for the form to be sent. */}
      <FilterForm label={t('chooseUnit')} onApply={() => undefined}>
        <AreaField
          name="area"
          label={t('unit')}
          hint={t('chooseUnit')}
          fits={isUnit}
          onChoose={(code) => router.push(`/apologies/new?${new URLSearchParams({ area: code })}`)}
        />
      </FilterForm>
    </section>
  );
}

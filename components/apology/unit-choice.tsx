'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { AreaField } from '../admin/area-field.tsx';
import { Form } from '../forms/form.tsx';

const UNTOUCHED = { busy: false, refusal: null, faults: new Map<string, string>(), unplaced: [] };
const isUnit = ({ kind }: AreaItem): boolean => kind === 'ward' || kind === 'centre';

/** The unit that writes the letter, where the address names none. */
export function UnitChoice() {
  const t = useTranslations('apology.page.new');
  const router = useRouter();
  return (
    <section className="max-w-xl rounded-panel border border-line bg-panel px-4 py-4">
      <Form
        form={{ ...UNTOUCHED, ref: { current: null }, submit: (event) => event.preventDefault() }}
        label={t('chooseUnit')}
      >
        <AreaField
          name="area"
          label={t('unit')}
          hint={t('chooseUnit')}
          fits={isUnit}
          onChoose={(code) => router.push(`/apologies/new?${new URLSearchParams({ area: code })}`)}
        />
      </Form>
    </section>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import { contactOf } from '../../lib/domain/area-contact.ts';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { Field } from '../forms/field.tsx';
import { AREA_AT } from './area-details.tsx';
import { useAreas } from './areas-provider.tsx';

/** How citizens reach an area, and whose hotline holds where it has none (G12). */
export function AreaContactFields({ area, above }: { area: AreaItem | null; above: string | null }) {
  const t = useTranslations('admin');
  const { byCode } = useAreas();
  const inherited = above === null ? null : contactOf(above, (code) => byCode.get(code)).hotline;
  return (
    <>
      <Field
        name="hotline"
        label={t('hotline')}
        hint={inherited === null ? t('hotlineHint') : t('hotlineAbove', { hotline: inherited })}
        pointer={`${AREA_AT}/hotline`}
        optional
        maxLength={100}
        defaultValue={area?.hotline ?? ''}
        autoComplete="off"
      />
      <Field
        name="address"
        label={t('address')}
        hint={t('addressHint')}
        pointer={`${AREA_AT}/address`}
        optional
        maxLength={300}
        defaultValue={area?.address ?? ''}
        autoComplete="off"
      />
    </>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import { QUEUES } from '../../lib/domain/events/tree-words.ts';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { Field } from '../forms/field.tsx';
import { SelectField } from '../forms/select-field.tsx';

/** Where the data of the one definition stands in what is sent. */
export const AREA_AT = '/definitions/0/data';

/** What seldom changes of an area: its ticket numbers, its clock, and from when to when it is there. */
export function AreaDetails({ area, zone }: { area: AreaItem | null; zone: string }) {
  const t = useTranslations('admin');
  return (
    <>
      <SelectField
        name="queue"
        label={t('queue')}
        hint={t('queueHint')}
        pointer={`${AREA_AT}/queue`}
        defaultValue={area?.queue}
      >
        {QUEUES.map((one) => (
          <option key={one} value={one}>
            {t(`queues.${one}`)}
          </option>
        ))}
      </SelectField>
      <Field
        key={zone}
        name="timezone"
        label={t('timezone')}
        hint={t('timezoneHint')}
        pointer={`${AREA_AT}/timezone`}
        defaultValue={zone}
        spellCheck={false}
      />
      <Field
        name="validFrom"
        type="date"
        label={t('validFrom')}
        hint={t('validFromHint')}
        pointer={`${AREA_AT}/validFrom`}
        optional
        defaultValue={area?.validFrom ?? ''}
      />
      <Field
        name="validTo"
        type="date"
        label={t('validTo')}
        hint={t('validToHint')}
        pointer={`${AREA_AT}/validTo`}
        optional
        defaultValue={area?.validTo ?? ''}
      />
      <Field
        name="succeeds"
        label={t('succeeds')}
        hint={t('succeedsHint')}
        defaultValue={area?.succeeds?.join(' ') ?? ''}
        pointer={`${AREA_AT}/succeeds`}
        optional
        spellCheck={false}
      />
    </>
  );
}

'use client';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Field } from '../forms/field.tsx';
import { FilterForm } from '../forms/filter-form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { SelectField } from '../forms/select-field.tsx';
import { useBoard } from '../live/use-board.ts';
import { Button } from '../ui/button.tsx';
import type { AskedDossiers } from './asked-dossiers.ts';
import { CHANNELS, useChannelText } from './channel-text.ts';
import { dossiersPath, type DossierFilters as Filters } from './dossiers-path.ts';

const TYPED = ['procedure', 'handler', 'stage', 'channel', 'from', 'to'] as const;

/** Procedure, deciding body, stage, way of filing and days; applied together, kept in the address. */
export function DossierFilters({ asked }: { asked: AskedDossiers }) {
  const t = useTranslations('dossierList');
  const channelText = useChannelText();
  const address = useSearchParams();
  const area = useBoard((board) => board.header.code);
  const { state } = asked;
  const fault = address.get('fault') ?? undefined;
  const some = TYPED.some((name) => address.get(name));
  const settled = state === 'settled' || state === 'late' || state === 'notCollected';
  const go = (filters: Filters): void => history.pushState(null, '', dossiersPath(area, filters));
  const apply = (values: FormValues): void => {
    const filters: Filters = { state, ...(fault !== undefined && { fault }) };
    for (const name of TYPED) {
      const value = values.optional(name);
      if (value !== undefined) filters[name] = value;
    }
    go(filters);
  };
  return (
    <details open={some} className="group rounded-panel border border-line bg-panel px-4 py-2.5">
      <summary className="cursor-pointer text-small font-semibold pointer-coarse:py-2">
        {t('filters')}
      </summary>
      <FilterForm
        key={address.toString()}
        label={t('filters')}
        onApply={apply}
        className="mt-2 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4 xl:grid-cols-6"
      >
        <Field
          name="procedure"
          label={t('procedure')}
          defaultValue={address.get('procedure') ?? ''}
          optional
        />
        <Field name="handler" label={t('handler')} defaultValue={address.get('handler') ?? ''} optional />
        <Field name="stage" label={t('stage')} defaultValue={address.get('stage') ?? ''} optional />
        <SelectField name="channel" label={t('channel')} defaultValue={address.get('channel') ?? ''} optional>
          <option value="">{t('anyChannel')}</option>
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {channelText(channel)}
            </option>
          ))}
        </SelectField>
        <Field
          name="from"
          type="date"
          label={t(settled ? 'fromSettled' : 'fromReceived')}
          defaultValue={asked.from ?? ''}
          optional
        />
        <Field name="to" type="date" label={t('toDay')} defaultValue={asked.to ?? ''} optional />
        <div className="flex flex-wrap gap-2 sm:col-span-2">
          <Button type="submit" look="primary">
            {t('apply')}
          </Button>
          {some && <Button onClick={() => go({ state })}>{t('clear')}</Button>}
        </div>
      </FilterForm>
    </details>
  );
}

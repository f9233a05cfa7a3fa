'use client';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { settingsOf } from '../../lib/domain/access/settings-of.ts';
import {
  MOST_SHOWN,
  WALL_DISTANCES,
  WALL_NIGHTS,
  WALL_STAYS,
  WALL_TURNS,
  WALL_VIEWS,
} from '../../lib/domain/access/wall-view.ts';
import type { Defined, WallLine } from '../../lib/wire/access/administration.ts';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { ActForm } from '../forms/act-form.tsx';
import { Field } from '../forms/field.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { Button } from '../ui/button.tsx';
import { AreaField } from './area-field.tsx';
import { isInArea, useAreas } from './areas-provider.tsx';

type SettingsProps = {
  wall: Pick<WallLine, 'wall' | 'distance' | 'settings'>;
  /** That of the wall. */
  area: string;
  onDone: () => void;
};

/** How a wall is: from where it is read, its night, how fast it turns, and what it shows in turn. */
export function WallSettingsForm({ wall, area, onDone }: SettingsProps) {
  const t = useTranslations('admin.walls');
  const admin = useTranslations('admin');
  const held = settingsOf(wall);
  const [views, setViews] = useState(held.playlist.length);
  const { byCode } = useAreas();
  const isBelow = useCallback(
    ({ parent }: Pick<AreaItem, 'parent'>): boolean => isInArea(byCode, parent, area),
    [byCode, area],
  );
  const places = Array.from({ length: views }, (_, i) => i);
  return (
    <ActForm<Defined>
      path={`/admin/walls/${encodeURIComponent(wall.wall)}/settings`}
      label={admin('save')}
      body={(values) => {
        const [from, to] = [values.optional('hours/from'), values.optional('hours/to')];
        return {
          distance: Number(values.text('distance')),
          night: values.text('night'),
          ...((from || to) && { hours: { from, to } }),
          turnSeconds: Number(values.text('turnSeconds')),
          staySeconds: Number(values.text('staySeconds')),
          playlist: places.flatMap((i) => {
            const area = values.optional(`playlist/${i}/area`);
            return area === undefined ? [] : [{ area, view: values.text(`playlist/${i}/view`) }];
          }),
        };
      }}
      onDone={onDone}
    >
      <p className="text-small text-ink2">{t('settingsAbout')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="distance"
          label={t('distance')}
          hint={t('distanceHint')}
          defaultValue={held.distance}
        >
          {WALL_DISTANCES.map((metres) => (
            <option key={metres} value={metres}>
              {t('metres', { metres })}
            </option>
          ))}
        </SelectField>
        <SelectField name="night" label={t('night')} hint={t('nightHint')} defaultValue={held.night}>
          {WALL_NIGHTS.map((night) => (
            <option key={night} value={night}>
              {t(`nights.${night}`)}
            </option>
          ))}
        </SelectField>
        <Field
          name="hours/from"
          label={t('nightFrom')}
          hint={t('nightHoursHint')}
          type="time"
          defaultValue={held.hours?.from}
        />
        <Field name="hours/to" label={t('nightTo')} type="time" defaultValue={held.hours?.to} />
        <SelectField
          name="turnSeconds"
          label={t('turn')}
          hint={t('turnHint')}
          defaultValue={held.turnSeconds}
        >
          {WALL_TURNS.map((seconds) => (
            <option key={seconds} value={seconds}>
              {t('seconds', { seconds })}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="staySeconds"
          label={t('stay')}
          hint={t('stayHint')}
          defaultValue={held.staySeconds}
        >
          {WALL_STAYS.map((seconds) => (
            <option key={seconds} value={seconds}>
              {t('seconds', { seconds })}
            </option>
          ))}
        </SelectField>
      </div>
      <fieldset className="grid gap-3">
        <legend className="font-semibold">{t('playlist')}</legend>
        <p className="text-small text-ink2">{t('playlistHint')}</p>
        {places.map((i) => (
          <div key={i} className="grid gap-4 sm:grid-cols-2">
            <AreaField
              name={`playlist/${i}/area`}
              label={t('playlistArea', { n: i + 1 })}
              fits={isBelow}
              initial={held.playlist[i]?.area ?? ''}
            />
            <SelectField
              name={`playlist/${i}/view`}
              label={t('playlistView', { n: i + 1 })}
              defaultValue={held.playlist[i]?.view ?? 'hall'}
            >
              {WALL_VIEWS.map((view) => (
                <option key={view} value={view}>
                  {t(`views.${view}`)}
                </option>
              ))}
            </SelectField>
          </div>
        ))}
        {views < MOST_SHOWN && (
          <div>
            <Button onClick={() => setViews(views + 1)}>{t('addView')}</Button>
          </div>
        )}
      </fieldset>
    </ActForm>
  );
}

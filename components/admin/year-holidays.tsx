'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR } from '../../lib/domain/calendar/public-holidays.ts';
import type { Defined } from '../../lib/wire/access/administration.ts';
import type { HolidaysOfYear } from '../../lib/wire/access/calendar.ts';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useApi } from '../forms/use-api.ts';
import { useForm } from '../forms/use-form.ts';
import { Tag } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useAreaName } from './areas-provider.tsx';
import { Loaded } from './loaded.tsx';
import { useDate } from './use-days.ts';
import { spanTexts } from './week-plan.ts';

/** Years that somebody plans: the last one to three ahead. */
const OFFERED = [-1, 0, 1, 2, 3];

/** The public holidays of a year, shown before they are set; what somebody has set stays. */
export function YearHolidays({ area, onDone }: { area: string; onDone: () => void }) {
  const t = useTranslations('calendar.holidays');
  const thisYear = new Date().getFullYear();
  const years = OFFERED.map((more) => thisYear + more).filter(
    (one) => one >= FIRST_HOLIDAY_YEAR && one <= LAST_HOLIDAY_YEAR,
  );
  const [year, setYear] = useState(thisYear);
  const path = `/admin/areas/${encodeURIComponent(area)}/holidays`;
  const [state, reload] = useApi<HolidaysOfYear>(`${path}?year=${year}`);
  const form = useForm<Defined>({ path, body: () => ({ year }), onDone });
  return (
    <Form form={form} label={t('add')}>
      <SelectField
        name="year"
        label={t('year')}
        value={year}
        onChange={(event) => setYear(Number(event.target.value))}
      >
        {years.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
      <Loaded state={state} reload={reload}>
        {({ holidays }) => <Preview year={year} holidays={holidays} />}
      </Loaded>
    </Form>
  );
}

type Holidays = HolidaysOfYear['holidays'];

function Preview({ year, holidays }: { year: number; holidays: Holidays }) {
  const t = useTranslations('calendar.holidays');
  const count = holidays.filter(({ sessions }) => sessions !== null).length;
  return (
    <>
      <ul aria-label={t('of', { year: String(year) })}>
        {holidays.map((holiday) => (
          <Holiday key={holiday.day} holiday={holiday} />
        ))}
      </ul>
      {holidays.some(({ expected }) => expected) && (
        <p className="text-small text-ink2">{t('expectedReason')}</p>
      )}
      {count === 0 ? (
        <p className="font-semibold">{t('allSet')}</p>
      ) : (
        <div>
          <SubmitButton>{t('confirm', { count })}</SubmitButton>
        </div>
      )}
    </>
  );
}

function Holiday({
  holiday: { day, name, kind, inPlaceOf, expected, heldBy, sessions },
}: {
  holiday: Holidays[number];
}) {
  const t = useTranslations('calendar.holidays');
  const format = useFormat();
  const date = useDate();
  const nameOf = useAreaName();
  const locale = useLocale();
  const works = kind === 'makeUp' && sessions !== null;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-0.5 border-b border-grid py-1.5 last:border-0">
      <span className="min-w-52">{format.day(day)}</span>
      <span className={heldBy === null ? 'font-medium' : 'text-ink2'}>{name[locale]}</span>
      {expected && <Tag tone="attention">{t('expected')}</Tag>}
      {inPlaceOf !== null && (
        <span className="text-small text-ink2">
          {t('inPlaceOf', { day: date(inPlaceOf) })}
          {works && ` · ${spanTexts(sessions.spans).join(', ')}`}
        </span>
      )}
      {heldBy !== null && (
        <span className="ml-auto text-small text-ink2">{t('kept', { area: nameOf(heldBy) })}</span>
      )}
      {heldBy === null && sessions === null && (
        <span className="ml-auto text-small text-ink2">{t('noHours')}</span>
      )}
    </li>
  );
}
